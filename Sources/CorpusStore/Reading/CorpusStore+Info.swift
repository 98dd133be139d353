internal import GRDB

/// What a corpus holds and how it was coded.
public struct CorpusInfo: Sendable {
  /// The version of its tables.
  public var schemaVersion: Int
  /// Whether every file was read to its end.
  public var isWhole: Bool
  /// Its files.
  public var files: Int
  /// Documents that were left out, or were there already.
  public var failed: Int
  /// Its statements.
  public var statements: Int
  /// Statements by side, in the order of the coding scheme.
  public var sides: [(side: String, statements: Int)]
  /// Statements by main language.
  public var languages: [(language: String, statements: Int)]
  /// Its sentences.
  public var sentences: Int
  /// Their words.
  public var words: Int
  /// Different forms of words.
  public var forms: Int
  /// The earliest and the latest date; nil where no statement has one.
  public var dates: ClosedRange<String>?
  /// How its statements were coded.
  public var identities: [CodingIdentity]
}

/// A file of a corpus as it is listed.
public struct CorpusFileListing: Sendable, Hashable {
  /// Its path as it was given.
  public var path: String
  /// Its statements.
  public var statements: Int
  /// Documents of it that were left out, or were there already.
  public var failed: Int
  /// The options by which it was read, as a JSON object.
  public var options: String
  /// Whether it was read to its end.
  public var isWhole: Bool
}

extension CorpusStore {
  /// What the corpus holds.
  public func info() throws -> CorpusInfo {
    let identities = try identities()
    let isWhole = try isWhole()
    return try read { db in
      func number(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      func groups(_ column: String) throws -> [(String, Int)] {
        let sql = "SELECT \(column), count(*) FROM statement GROUP BY 1 ORDER BY 1 DESC"
        return try Row.fetchAll(db, sql: sql).map { ($0[0] as String, $0[1] as Int) }
      }
      let dates = try Row.fetchOne(db, sql: "SELECT min(date), max(date) FROM statement")
      let first: String? = dates?[0]
      let last: String? = dates?[1]
      return CorpusInfo(
        schemaVersion: try number("PRAGMA user_version"), isWhole: isWhole,
        files: try number("SELECT count(*) FROM file"),
        failed: try number("SELECT sum(failed) FROM file"), statements: try number("SELECT count(*) FROM statement"),
        sides: try groups("side").map { (side: $0.0, statements: $0.1) },
        languages: try groups("language").reversed().map { (language: $0.0, statements: $0.1) },
        sentences: try number("SELECT sum(sentences) FROM statement"),
        words: try number("SELECT sum(words) FROM statement"),
        forms: try number("SELECT count(DISTINCT word) FROM posting JOIN word USING (word) WHERE kind <> 'mark'"),
        dates: first.flatMap { first in last.map { first...$0 } }, identities: identities)
    }
  }

  /// The files, in the order of input.
  public func files() throws -> [CorpusFileListing] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.path, (SELECT count(*) FROM statement s WHERE s.file = f.file), f.failed, f.options, f.fingerprint
          FROM file f ORDER BY f.position
          """
      ).map {
        CorpusFileListing(
          path: $0[0], statements: $0[1], failed: $0[2], options: $0[3], isWhole: ($0[4] as String?) != nil)
      }
    }
  }

  /// The tables and views as SQL, with comments that tell what each column means.
  public func schema() throws -> String {
    try read { db in
      let order = "CASE type WHEN 'table' THEN 0 WHEN 'view' THEN 1 ELSE 2 END, rowid"
      let statements = try String.fetchAll(
        db,
        sql: """
          SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%' AND name NOT LIKE 'sqlite%'
          ORDER BY \(order)
          """)
      return statements.map { $0 + ";\n" }.joined(separator: "\n")
    }
  }
}
