internal import DiscourseModel
internal import GRDB

/// The kinds of codes that have evidence, as the table `evidence` names them.
enum Construct: String, CaseIterable {
  case blame, decoupling, rationale, recognition, threat

  /// Those that have a table of their own.
  static let tables: [Construct] = [.blame, .decoupling, .rationale, .threat]
}

/// Inserts the codes of sentences with their evidence.
struct CodeRows {
  private var actor: RowInserter
  private var decoupling: RowInserter
  private var threat: RowInserter
  private var blame: RowInserter
  private var rationale: RowInserter
  private var evidence: RowInserter

  init(_ db: Database) throws {
    actor = try RowInserter(db, table: "actor", columns: 7)
    decoupling = try RowInserter(db, table: "decoupling", columns: 7)
    threat = try RowInserter(db, table: "threat", columns: 8)
    blame = try RowInserter(db, table: "blame", columns: 6)
    rationale = try RowInserter(db, table: "rationale", columns: 4)
    evidence = try RowInserter(db, table: "evidence", columns: 10)
  }

  /// Inserts all codes of a sentence.
  mutating func insert(_ record: CodedSentence, statement: Int, offsets: CodePointOffsets) throws {
    func begin(_ row: inout RowInserter, _ position: Int) {
      row.bind(statement)
      row.bind(record.sentence)
      row.bind(position)
    }
    for (position, mention) in record.actors.enumerated() {
      begin(&actor, position)
      actor.bind(mention.actor.rawValue)
      actor.bind(mention.range, mention.text, offsets)
      try actor.insert()
    }
    for (position, code) in record.decoupling.enumerated() {
      begin(&decoupling, position)
      decoupling.bind([code.tier.rawValue, code.holder.rawValue, Self.list(code.stance), Self.list(code.domain)])
      try decoupling.insert()
      try insert(code.terms, .decoupling, position, of: record, statement, offsets)
    }
    for (position, code) in record.threat.enumerated() {
      begin(&threat, position)
      threat.bind([code.from.rawValue, code.to.rawValue, code.polarity.rawValue])
      threat.bind(code.intensity)
      threat.bind(Self.list(code.domain))
      try threat.insert()
      try insert(code.evidence, .threat, position, of: record, statement, offsets)
    }
    for (position, code) in record.blame.enumerated() {
      begin(&blame, position)
      blame.bind([code.by.rawValue, code.target.rawValue, code.type.rawValue])
      try blame.insert()
      try insert(code.evidence, .blame, position, of: record, statement, offsets)
    }
    for (position, code) in record.rationale.enumerated() {
      begin(&rationale, position)
      rationale.bind(code.rationale.rawValue)
      try rationale.insert()
      try insert(code.evidence, .rationale, position, of: record, statement, offsets)
    }
    try insert(record.recognition, .recognition, 0, of: record, statement, offsets)
  }

  private mutating func insert(
    _ items: [Evidence], _ construct: Construct, _ position: Int, of record: CodedSentence, _ statement: Int,
    _ offsets: CodePointOffsets
  ) throws {
    for (number, item) in items.enumerated() {
      evidence.bind(statement)
      evidence.bind(record.sentence)
      evidence.bind(construct.rawValue)
      evidence.bind(position)
      evidence.bind(number)
      evidence.bind(item.range, item.text, offsets)
      evidence.bind(item.entry)
      evidence.bind(item.rule)
      try evidence.insert()
    }
  }

  private static func list<Code: RawRepresentable<String>>(_ codes: [Code]) -> String {
    codes.map(\.rawValue).joined(separator: ",")
  }
}

extension RowInserter {
  /// Gives the next columns a start, an end and a text.
  fileprivate mutating func bind(_ range: Range<Int>, _ text: String, _ offsets: CodePointOffsets) {
    let points = offsets.codePoints(in: range)
    bind(points.lowerBound)
    bind(points.upperBound)
    bind(text)
  }

  /// Gives the next columns texts.
  fileprivate mutating func bind(_ texts: [String]) {
    for text in texts { bind(text) }
  }
}
