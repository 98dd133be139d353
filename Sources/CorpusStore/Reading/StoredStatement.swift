public import DiscourseModel
internal import GRDB

/// A statement of a corpus with how it was read and coded.
public struct StoredStatement: Sendable {
  /// Its key, which other tables name it by.
  public var key: Int
  /// The statement with its codes; without them where they were not asked for.
  public var coded: CodedStatement
  /// Its id as it was read.
  public var readID: String
  /// Whether its main language was not given.
  public var languageIsInferred: Bool
  /// The hashes of what was read.
  public var fingerprint: StatementFingerprint?
  /// The key of the way in which it was coded, as in ``CorpusStore/codings()``.
  public var coding: Int

  /// The statement as it was read: with what was given alone, so that coding it again finds the rest.
  public var asRead: DiscourseModel.Statement {
    var statement = coded.statement
    statement.metadata.id = readID
    if statement.metadata.sideIsInferred { statement.metadata.side = nil }
    statement.metadata.sideIsInferred = false
    if languageIsInferred { statement.metadata.language = nil }
    return statement
  }
}

/// Reads rows of the table `statement`.
struct StatementReader {
  /// The columns, as ``metadata(_:)`` and ``statement(_:db:)`` expect them, from tables `s` and `f`.
  static let columns = """
    s.id, s.side, s.side_is_inferred, s.institution, s.speaker, s.date, s.title, s.language, s.genre, s.statement
    """

  /// The metadata in a row, without other fields.
  static func metadata(_ row: Row) -> Metadata {
    Metadata(
      id: row[0], side: (row[1] as String?).flatMap(Side.init(rawValue:)), sideIsInferred: row[2], institution: row[3],
      speaker: row[4], date: (row[5] as String?).flatMap(StatementDate.init(parsing:)), title: row[6],
      language: (row[7] as String?).flatMap(Language.init(rawValue:)), genre: row[8])
  }

  private let find: GRDB.Statement
  private let fields: GRDB.Statement
  private var codes: SentenceReader

  init(_ db: Database) throws {
    find = try db.cachedStatement(
      sql: """
        SELECT \(Self.columns), s.read_id, s.language_is_inferred, s.coding, f.path, s.line, s.text, s.fingerprint
        FROM statement s JOIN file f USING (file) WHERE s.statement = ?
        """)
    fields = try db.cachedStatement(sql: "SELECT name, value FROM field WHERE statement = ? ORDER BY position")
    codes = try SentenceReader(db)
  }

  /// The statement of a key; nil where there is none.
  ///
  /// - Parameters:
  ///   - key: its key.
  ///   - withSentences: whether its coded sentences are read too, by its metadata.
  mutating func statement(_ key: Int, withSentences: (Metadata) -> Bool) throws -> StoredStatement? {
    guard let row = try Row.fetchOne(find, arguments: [key]) else { return nil }
    var metadata = Self.metadata(row)
    let others = try Row.fetchCursor(fields, arguments: [key])
    while let field = try others.next() { metadata.others.append(MetadataField(name: field[0], value: field[1])) }
    let statement = DiscourseModel.Statement(
      metadata: metadata, text: row[15], source: SourceLocation(file: row[13], line: row[14]))
    let sentences = withSentences(metadata) ? try codes.sentences(of: key, in: statement) : []
    return StoredStatement(
      key: key, coded: CodedStatement(statement: statement, sentences: sentences), readID: row[10] ?? metadata.id,
      languageIsInferred: row[11], fingerprint: StatementFingerprint(row[16] as String), coding: row[12])
  }
}
