public import DiscourseModel

/// Writes coded sentences as JSON Lines: the annotation record.
///
/// Offsets are in Unicode code points. Fields are added at the end, never renamed or dropped.
public struct AnnotationWriter: Sendable {
  private let offsets: CodePointOffsets
  private var out = JSONLine()

  /// A writer for the sentences of one statement.
  public init(statementText: String) { offsets = CodePointOffsets(statementText) }

  /// The lines written so far, as UTF-8.
  public var bytes: [UInt8] { out.bytes }

  /// The record of a sentence, without a line end.
  public func line(for sentence: CodedSentence) -> String {
    var copy = self
    copy.out = JSONLine()
    copy.record(sentence)
    return String(decoding: copy.out.bytes, as: UTF8.self)
  }

  /// Writes the record of a sentence and a line end.
  public mutating func write(_ sentence: CodedSentence) {
    record(sentence)
    out.end()
  }

  private mutating func record(_ sentence: CodedSentence) {
    let offsets = self.offsets
    out.object { out in
      out.member("document", sentence.document)
      out.member("sentence", sentence.sentence)
      out.span(sentence.range, offsets)
      out.member("text", sentence.text)
      out.member("language", sentence.language.rawValue)
      out.member("voice", sentence.voice.rawValue)
      out.member("tokens", sentence.tokens)
      out.members("actors", sentence.actors) { mention, out in
        out.member("actor", mention.actor.rawValue)
        out.span(mention.range, offsets)
        out.member("text", mention.text)
      }
      out.members("decoupling", sentence.decoupling) { $1.decoupling($0, offsets) }
      out.members("threat", sentence.threat) { $1.threat($0, offsets) }
      out.members("blame", sentence.blame) { $1.blame($0, offsets) }
      out.names("rationale", sentence.rationale.map(\.rationale.rawValue))
      out.name("recognition")
      out.bool(!sentence.recognition.isEmpty)
      out.members("rationale_evidence", sentence.rationale) { code, out in
        out.member("rationale", code.rationale.rawValue)
        out.evidence("evidence", code.evidence, offsets)
      }
      out.evidence("recognition_evidence", sentence.recognition, offsets)
      out.member("words", sentence.words)
    }
  }
}

extension JSONLine {
  fileprivate mutating func member(_ name: String, _ value: String) {
    self.name(name)
    text(value)
  }

  fileprivate mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  fileprivate mutating func names(_ name: String, _ values: [String]) {
    self.name(name)
    list { out in
      for value in values { out.text(value) }
    }
  }

  /// A list of objects.
  fileprivate mutating func members<Item>(_ name: String, _ items: [Item], _ body: (Item, inout JSONLine) -> Void) {
    self.name(name)
    list { out in
      for item in items { out.object { body(item, &$0) } }
    }
  }

  fileprivate mutating func span(_ range: Range<Int>, _ offsets: CodePointOffsets) {
    let points = offsets.codePoints(in: range)
    member("start", points.lowerBound)
    member("end", points.upperBound)
  }

  fileprivate mutating func evidence(_ name: String, _ items: [Evidence], _ offsets: CodePointOffsets) {
    members(name, items) { item, out in
      out.span(item.range, offsets)
      out.member("text", item.text)
      out.member("entry", item.entry)
      if let rule = item.rule { out.member("rule", rule) }
    }
  }

  fileprivate mutating func decoupling(_ code: DecouplingCode, _ offsets: CodePointOffsets) {
    member("tier", code.tier.rawValue)
    member("holder", code.holder.rawValue)
    names("stance", code.stance.map(\.rawValue))
    names("domain", code.domain.map(\.rawValue))
    evidence("terms", code.terms, offsets)
  }

  fileprivate mutating func threat(_ code: ThreatCode, _ offsets: CodePointOffsets) {
    member("from", code.from.rawValue)
    member("to", code.to.rawValue)
    names("domain", code.domain.map(\.rawValue))
    member("polarity", code.polarity.rawValue)
    member("intensity", code.intensity)
    evidence("evidence", code.evidence, offsets)
  }

  fileprivate mutating func blame(_ code: BlameCode, _ offsets: CodePointOffsets) {
    member("by", code.by.rawValue)
    member("target", code.target.rawValue)
    member("type", code.type.rawValue)
    evidence("evidence", code.evidence, offsets)
  }
}
