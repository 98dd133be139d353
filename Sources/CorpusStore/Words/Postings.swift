internal import Foundation
internal import GRDB
internal import Segmentation

/// In which statements of a segment forms occur, and how often.
struct Postings {
  private struct Posting {
    var statements = 0
    var occurrences = 0
    var last: Int
    var data: [UInt8] = []
  }

  private let segment: Int
  private var postings: [Int: Posting] = [:]

  /// No postings yet, of a segment that begins with the statement of this key.
  init(segment: Int) { self.segment = segment }

  /// Takes a form's occurrences in a statement; statements come in the order of their keys.
  mutating func add(word: Int, statement: Int, occurrences: Int) {
    var posting = postings.removeValue(forKey: word) ?? Posting(last: segment)
    Varint.append(statement - posting.last, to: &posting.data)
    Varint.append(occurrences, to: &posting.data)
    posting.last = statement
    posting.statements += 1
    posting.occurrences += occurrences
    postings[word] = posting
  }

  /// Takes all words of a statement.
  mutating func add(_ sequence: WordSequence, words: [Int], statement: Int) {
    var counts = Array(repeating: 0, count: sequence.forms.count)
    for sentence in sequence.sentences {
      for token in sentence { counts[token.form] += 1 }
    }
    for (form, count) in counts.enumerated() where count > 0 {
      add(word: words[form], statement: statement, occurrences: count)
    }
  }

  /// Puts the postings into the table.
  func insert(into db: Database) throws {
    var row = try RowInserter(db, table: "posting", columns: 5)
    for (word, posting) in postings.sorted(by: { $0.key < $1.key }) {
      row.bind(segment)
      row.bind(word)
      row.bind(posting.statements)
      row.bind(posting.occurrences)
      row.bind(posting.data)
      try row.insert()
    }
  }

  /// Hands out the statements of a packed posting with the occurrences in each.
  @inline(__always)
  static func forEach(in data: [UInt8], segment: Int, _ body: (_ statement: Int, _ occurrences: Int) throws -> Void)
    rethrows
  {
    var reader = VarintReader(data)
    var statement = segment
    while let step = reader.next(), let occurrences = reader.next() {
      statement += step
      try body(statement, occurrences)
    }
  }

  /// Takes statements out of the postings of their segments.
  static func remove(_ statements: Set<Int>, from db: Database) throws {
    let segments = try Int.fetchAll(db, sql: "SELECT DISTINCT segment FROM posting ORDER BY segment")
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1] : Int.max
      let gone = statements.filter { $0 >= segment && $0 < end }
      guard !gone.isEmpty else { continue }
      var rest = Postings(segment: segment)
      let rows = try Row.fetchCursor(
        db, sql: "SELECT word, data FROM posting WHERE segment = ?", arguments: [segment])
      while let row = try rows.next() {
        let word: Int = row[0]
        forEach(in: Array(row[1] as Data), segment: segment) { statement, occurrences in
          if !gone.contains(statement) { rest.add(word: word, statement: statement, occurrences: occurrences) }
        }
      }
      try db.execute(sql: "DELETE FROM posting WHERE segment = ?", arguments: [segment])
      try rest.insert(into: db)
    }
  }
}
