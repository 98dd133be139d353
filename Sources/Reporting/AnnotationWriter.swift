public import DiscourseModel

/// Writes coded sentences as JSON Lines: the annotation record.
///
/// Offsets are in Unicode code points. Fields are added at the end, never renamed or dropped.
public struct AnnotationWriter: Sendable {
  private var offsets: CodePointOffsets

  /// A writer for the sentences of one statement.
  public init(statementText: String) { offsets = CodePointOffsets(statementText) }

  /// The record of a sentence, without a line end.
  public mutating func line(for sentence: CodedSentence) -> String { record(sentence).line }

  private mutating func record(_ sentence: CodedSentence) -> JSONText {
    let range = offsets.codePoints(in: sentence.range)
    var actors: [JSONText] = []
    for mention in sentence.actors {
      actors.append(
        .object([("actor", .text(mention.actor.rawValue))] + span(mention.range) + [("text", .text(mention.text))]))
    }
    var decoupling: [JSONText] = []
    for code in sentence.decoupling { decoupling.append(self.decoupling(code)) }
    var threat: [JSONText] = []
    for code in sentence.threat { threat.append(self.threat(code)) }
    var blame: [JSONText] = []
    for code in sentence.blame { blame.append(self.blame(code)) }
    var rationaleEvidence: [JSONText] = []
    for code in sentence.rationale {
      rationaleEvidence.append(
        .object([("rationale", .text(code.rationale.rawValue)), ("evidence", evidence(code.evidence))]))
    }
    return .object([
      ("document", .text(sentence.document)), ("sentence", .integer(sentence.sentence)),
      ("start", .integer(range.lowerBound)), ("end", .integer(range.upperBound)), ("text", .text(sentence.text)),
      ("language", .text(sentence.language.rawValue)), ("voice", .text(sentence.voice.rawValue)),
      ("tokens", .integer(sentence.tokens)), ("actors", .list(actors)), ("decoupling", .list(decoupling)),
      ("threat", .list(threat)), ("blame", .list(blame)),
      ("rationale", .list(sentence.rationale.map { .text($0.rationale.rawValue) })),
      ("recognition", .bool(!sentence.recognition.isEmpty)), ("rationale_evidence", .list(rationaleEvidence)),
      ("recognition_evidence", evidence(sentence.recognition)), ("words", .integer(sentence.words)),
    ])
  }

  private mutating func decoupling(_ code: DecouplingCode) -> JSONText {
    .object([
      ("tier", .text(code.tier.rawValue)), ("holder", .text(code.holder.rawValue)),
      ("stance", .list(code.stance.map { .text($0.rawValue) })),
      ("domain", .list(code.domain.map { .text($0.rawValue) })), ("terms", evidence(code.terms)),
    ])
  }

  private mutating func threat(_ code: ThreatCode) -> JSONText {
    .object([
      ("from", .text(code.from.rawValue)), ("to", .text(code.to.rawValue)),
      ("domain", .list(code.domain.map { .text($0.rawValue) })), ("polarity", .text(code.polarity.rawValue)),
      ("intensity", .integer(code.intensity)), ("evidence", evidence(code.evidence)),
    ])
  }

  private mutating func blame(_ code: BlameCode) -> JSONText {
    .object([
      ("by", .text(code.by.rawValue)), ("target", .text(code.target.rawValue)), ("type", .text(code.type.rawValue)),
      ("evidence", evidence(code.evidence)),
    ])
  }

  private mutating func evidence(_ items: [Evidence]) -> JSONText {
    var list: [JSONText] = []
    for item in items {
      var members = span(item.range) + [("text", .text(item.text)), ("entry", .text(item.entry))]
      if let rule = item.rule { members.append(("rule", .text(rule))) }
      list.append(.object(members))
    }
    return .list(list)
  }

  private mutating func span(_ range: Range<Int>) -> [(String, JSONText)] {
    let points = offsets.codePoints(in: range)
    return [("start", .integer(points.lowerBound)), ("end", .integer(points.upperBound))]
  }
}
