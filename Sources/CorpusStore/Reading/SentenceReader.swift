internal import DiscourseModel
internal import GRDB

/// Reads the coded sentences of a statement.
struct SentenceReader {
  private let sentence: GRDB.Statement
  private let actor: GRDB.Statement
  private let evidence: GRDB.Statement
  private let codes: [Construct: GRDB.Statement]

  init(_ db: Database) throws {
    func all(_ columns: String, of table: String, by key: String) throws -> GRDB.Statement {
      try db.cachedStatement(
        sql: "SELECT sentence, \(columns) FROM \(table) WHERE statement = ? ORDER BY sentence, \(key)")
    }
    sentence = try all("start, end, language, voice, tokens, words, text", of: "sentence", by: "sentence")
    actor = try all("actor, start, end, text", of: "actor", by: "position")
    evidence = try all(
      "construct, position, start, end, text, entry, rule", of: "evidence", by: "construct, position, number")
    codes = [
      .decoupling: try all("tier, holder, stance, domain", of: "decoupling", by: "position"),
      .threat: try all("from_actor, to_actor, polarity, intensity, domain", of: "threat", by: "position"),
      .blame: try all("by_actor, target, type", of: "blame", by: "position"),
      .rationale: try all("rationale", of: "rationale", by: "position"),
    ]
  }

  /// The sentences of a statement, in order.
  mutating func sentences(of key: Int, in statement: DiscourseModel.Statement) throws -> [CodedSentence] {
    let offsets = UTF8Offsets(statement.text)
    var found = try plain(key, document: statement.metadata.id, offsets)
    let mentions = try Row.fetchCursor(actor, arguments: [key])
    while let row = try mentions.next() {
      guard let number = Self.index(row, in: found), let actor = Actor(rawValue: row[1]) else { continue }
      found[number].actors.append(ActorMention(actor: actor, range: offsets.utf8(in: row[2]..<row[3]), text: row[4]))
    }
    try addCodes(of: key, to: &found)
    let carriers = try Row.fetchCursor(evidence, arguments: [key])
    while let row = try carriers.next() {
      guard let number = Self.index(row, in: found), let construct = Construct(rawValue: row[1]) else { continue }
      let item = Evidence(range: offsets.utf8(in: row[3]..<row[4]), text: row[5], entry: row[6], rule: row[7])
      found[number].add(item, to: construct, at: row[2])
    }
    return found
  }

  private func plain(_ key: Int, document: String, _ offsets: UTF8Offsets) throws -> [CodedSentence] {
    var found: [CodedSentence] = []
    let rows = try Row.fetchCursor(sentence, arguments: [key])
    while let row = try rows.next() {
      found.append(
        CodedSentence(
          document: document, sentence: row[0], range: offsets.utf8(in: row[1]..<row[2]), text: row[7],
          language: Language(rawValue: row[3]) ?? .en, voice: Voice(rawValue: row[4]) ?? .own, tokens: row[5],
          words: row[6]))
    }
    return found
  }

  private func addCodes(of key: Int, to found: inout [CodedSentence]) throws {
    for (construct, statement) in codes {
      let rows = try Row.fetchCursor(statement, arguments: [key])
      while let row = try rows.next() {
        guard let number = Self.index(row, in: found) else { continue }
        found[number].addCode(row, of: construct)
      }
    }
  }

  /// The sentence's place in the list; nil where a row belongs to none.
  private static func index(_ row: Row, in found: [CodedSentence]) -> Int? {
    let number: Int = row[0]
    return found.indices.contains(number) ? number : nil
  }
}

extension CodedSentence {
  /// Adds the code in a row; one that is not known is left out.
  fileprivate mutating func addCode(_ row: Row, of construct: Construct) {
    func code<Code: RawRepresentable<String>>(_ column: Int) -> Code? { Code(rawValue: row[column]) }
    func list<Code: RawRepresentable<String>>(_ column: Int) -> [Code] {
      (row[column] as String).split(separator: ",").compactMap { Code(rawValue: String($0)) }
    }
    switch construct {
    case .decoupling:
      guard let tier: Tier = code(1), let holder: Actor = code(2) else { return }
      decoupling.append(DecouplingCode(tier: tier, holder: holder, stance: list(3), domain: list(4), terms: []))
    case .threat:
      guard let from: Actor = code(1), let to: Actor = code(2), let polarity: Polarity = code(3) else { return }
      threat.append(
        ThreatCode(from: from, to: to, domain: list(5), polarity: polarity, intensity: row[4], evidence: []))
    case .blame:
      guard let by: Actor = code(1), let target: Actor = code(2), let type: BlameType = code(3) else { return }
      blame.append(BlameCode(by: by, target: target, type: type, evidence: []))
    case .rationale:
      guard let ground: Rationale = code(1) else { return }
      rationale.append(RationaleCode(rationale: ground, evidence: []))
    case .recognition: break
    }
  }

  /// Adds evidence to the code at a position.
  fileprivate mutating func add(_ item: Evidence, to construct: Construct, at position: Int) {
    switch construct {
    case .decoupling: if decoupling.indices.contains(position) { decoupling[position].terms.append(item) }
    case .threat: if threat.indices.contains(position) { threat[position].evidence.append(item) }
    case .blame: if blame.indices.contains(position) { blame[position].evidence.append(item) }
    case .rationale: if rationale.indices.contains(position) { rationale[position].evidence.append(item) }
    case .recognition: recognition.append(item)
    }
  }
}
