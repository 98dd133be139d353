internal import DiscourseModel

/// What the analyzers look for, in the order of a report.
public enum Construct: String, Sendable, Hashable, CaseIterable {
  case decoupling, threat, blame, rationale, recognition
}

/// A sentence that carries a construct strongly, as evidence for its figures.
public struct Highlight: Sendable, Hashable {
  /// The construct.
  public var construct: Construct
  /// The statement's id.
  public var document: String
  /// The sentence's number in the statement.
  public var sentence: Int
  /// The sentence.
  public var text: String
  /// What was coded in it, in a few words.
  public var summary: String
  /// The words that carry it.
  public var evidence: [String]
  /// How strongly it carries the construct; only the order matters.
  public var strength: Int
}

extension Highlight {
  /// The highlights of a sentence, one for each construct that it carries.
  static func of(_ sentence: CodedSentence) -> [Highlight] {
    func make(_ construct: Construct, _ summary: [String], _ evidence: [Evidence], _ strength: Int) -> Highlight? {
      guard !evidence.isEmpty else { return nil }
      var words: [String] = []
      for item in evidence where !words.contains(item.text) { words.append(item.text) }
      return Highlight(
        construct: construct, document: sentence.document, sentence: sentence.sentence, text: sentence.text,
        summary: summary.joined(separator: "; "), evidence: words, strength: strength)
    }
    let decoupling = sentence.decoupling
    let asserted = sentence.threat.filter { $0.polarity == .assert }
    return [
      make(
        .decoupling,
        decoupling.map {
          "\($0.tier.rawValue): \($0.holder.rawValue) \($0.stance.map(\.rawValue).joined(separator: ", ")) (\($0.domain.map(\.rawValue).joined(separator: ", ")))"
        },
        decoupling.flatMap(\.terms), decoupling.reduce(0) { $0 + ($1.tier == .core ? 10 : 4) + $1.stance.count }),
      make(
        .threat,
        sentence.threat.map { "\($0.from.rawValue) → \($0.to.rawValue) \($0.polarity.rawValue) \($0.intensity)" },
        sentence.threat.flatMap(\.evidence),
        10 * (asserted.map(\.intensity).max() ?? 0) + sentence.threat.flatMap(\.evidence).count),
      make(
        .blame, sentence.blame.map { "\($0.by.rawValue) → \($0.target.rawValue) \($0.type.rawValue)" },
        sentence.blame.flatMap(\.evidence),
        sentence.blame.reduce(0) { $0 + ($1.type == .accusation ? 5 : 3) } + sentence.blame.flatMap(\.evidence).count),
      make(
        .rationale, sentence.rationale.map(\.rationale.rawValue), sentence.rationale.flatMap(\.evidence),
        sentence.rationale.count),
      make(.recognition, ["granted"], sentence.recognition, sentence.recognition.count),
    ].compactMap { $0 }
  }

  /// The strongest of each construct, in the order of the document where they are equally strong.
  static func strongest(_ all: [Highlight], limit: Int) -> [Highlight] {
    Construct.allCases.flatMap { construct in
      let own = all.enumerated().filter { $0.element.construct == construct }
      return own.sorted { ($1.element.strength, $0.offset) < ($0.element.strength, $1.offset) }
        .prefix(limit).map(\.element)
    }
  }
}
