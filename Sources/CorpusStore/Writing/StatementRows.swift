internal import DiscourseModel
internal import GRDB

/// Inserts statements with their sentences and codes.
struct StatementRows {
  private var statement: RowInserter
  private var field: RowInserter
  private var count: RowInserter
  private var sentence: RowInserter
  private var codes: CodeRows

  init(_ db: Database) throws {
    statement = try RowInserter(db, table: "statement", columns: 21)
    field = try RowInserter(db, table: "field", columns: 4)
    count = try RowInserter(db, table: "count", columns: 3)
    sentence = try RowInserter(db, table: "sentence", columns: 9)
    codes = try CodeRows(db)
  }

  /// Inserts a statement.
  ///
  /// - Parameters:
  ///   - item: the statement.
  ///   - key: its key.
  ///   - file: its file's key.
  ///   - position: its place in the file.
  ///   - coding: the key of its coding.
  mutating func insert(_ item: IndexedStatement, key: Int, file: Int, position: Int, coding: Int) throws {
    try insertStatement(item, key: key, file: file, position: position, coding: coding)
    for (position, other) in item.coded.statement.metadata.others.enumerated() {
      field.bind(key)
      field.bind(position)
      field.bind(other.name)
      field.bind(other.value)
      try field.insert()
    }
    try insertCounts(of: item.coded, key: key)
    let offsets = CodePointOffsets(item.coded.statement.text)
    for record in item.coded.sentences { try insert(record, key: key, offsets: offsets) }
  }

  private mutating func insertStatement(
    _ item: IndexedStatement, key: Int, file: Int, position: Int, coding: Int
  ) throws {
    let source = item.coded.statement
    let known = source.metadata
    statement.bind(key)
    statement.bind(known.id)
    statement.bind(known.id == item.readID ? nil : item.readID)
    statement.bind(file)
    statement.bind(position)
    statement.bind(source.source.line)
    statement.bind(known.side?.rawValue)
    statement.bind(known.sideIsInferred ? 1 : 0)
    statement.bind(known.institution)
    statement.bind(known.speaker)
    statement.bind(known.date?.description)
    statement.bind(known.title)
    statement.bind(known.language?.rawValue)
    statement.bind(item.languageIsInferred ? 1 : 0)
    statement.bind(known.genre)
    statement.bind(item.coded.sentences.count)
    statement.bind(item.coded.sentences.reduce(0) { $0 + $1.tokens })
    statement.bind(item.coded.sentences.reduce(0) { $0 + $1.words })
    statement.bind(coding)
    statement.bind(item.fingerprint.description)
    statement.bind(source.text)
    try statement.insert()
  }

  private mutating func insertCounts(of coded: CodedStatement, key: Int) throws {
    guard let side = coded.statement.metadata.side else { return }
    for voice in Voice.allCases {
      let counts = StatementCounts(id: "", side: side, sentences: coded.sentences, voices: [voice])
      guard counts.sentences > 0 else { continue }
      count.bind(key)
      count.bind(voice.rawValue)
      count.bind(PackedCounts.text(counts))
      try count.insert()
    }
  }

  private mutating func insert(_ record: CodedSentence, key: Int, offsets: CodePointOffsets) throws {
    let range = offsets.codePoints(in: record.range)
    sentence.bind(key)
    sentence.bind(record.sentence)
    sentence.bind(range.lowerBound)
    sentence.bind(range.upperBound)
    sentence.bind(record.language.rawValue)
    sentence.bind(record.voice.rawValue)
    sentence.bind(record.tokens)
    sentence.bind(record.words)
    sentence.bind(record.text)
    try sentence.insert()
    try codes.insert(record, statement: key, offsets: offsets)
  }
}
