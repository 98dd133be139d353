internal import Charts
internal import DiscourseModel

/// A sentence with the words that carry its codes marked in place.
struct MarkedText {
  let sentence: CodedSentence

  /// A stretch that carries codes of one construct.
  private struct Span {
    var range: Range<Int>
    var construct: Construct
    var note: String
  }

  /// The sentence as markup. Stretches that overlap are cut where they meet, and each part names all its codes.
  ///
  /// - Parameter text: the stretch of the statement that the sentence covers, from its start.
  func markup(of text: String) -> String {
    let bytes = Array(text.utf8)
    let spans = self.spans.filter { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count }
    guard !spans.isEmpty else { return Markup.escape(text) }
    let cuts = Set([0, bytes.count] + spans.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    var out = ""
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let piece = Markup.escape(String(decoding: bytes[start..<end], as: UTF8.self))
      let here = spans.filter { $0.range.lowerBound <= start && $0.range.upperBound >= end }
      guard let first = here.first else {
        out += piece
        continue
      }
      var notes: [String] = []
      for span in here where !notes.contains(span.note) { notes.append(span.note) }
      let note = Markup.escape(notes.joined(separator: "; "))
      out += "<mark class=\"\(first.construct.rawValue)\" title=\"\(note)\">\(piece)</mark>"
    }
    return out
  }

  private var spans: [Span] {
    func spans(_ construct: Construct, _ evidence: [Evidence]) -> [Span] {
      evidence.map { item in
        let start = sentence.range.lowerBound
        return Span(
          range: item.range.lowerBound - start..<item.range.upperBound - start, construct: construct,
          note: item.entry + (item.rule.map { ", \($0)" } ?? ""))
      }
    }
    return spans(.decoupling, sentence.decoupling.flatMap(\.terms))
      + spans(.threat, sentence.threat.flatMap(\.evidence))
      + spans(.blame, sentence.blame.flatMap(\.evidence)) + spans(.rationale, sentence.rationale.flatMap(\.evidence))
      + spans(.recognition, sentence.recognition)
  }
}

/// The codes of a sentence in words, each with the entries and rules that found it.
struct CodeLines {
  /// A code in words.
  struct Line {
    var construct: Construct
    var text: String
    var found: [String]
  }

  let wording: Wording

  func lines(_ sentence: CodedSentence) -> [Line] {
    sentence.decoupling.map { line(.decoupling, decoupling($0), $0.terms) }
      + sentence.threat.map { line(.threat, threat($0), $0.evidence) }
      + sentence.blame.map { line(.blame, blame($0), $0.evidence) }
      + sentence.rationale.map { line(.rationale, wording.part($0.rationale.rawValue), $0.evidence) }
      + (sentence.recognition.isEmpty ? [] : [line(.recognition, wording("granted", "承认"), sentence.recognition)])
  }

  private func line(_ construct: Construct, _ text: String, _ evidence: [Evidence]) -> Line {
    var found: [String] = []
    for item in evidence {
      let name = item.entry + (item.rule.map { ", \($0)" } ?? "")
      if !found.contains(name) { found.append(name) }
    }
    return Line(construct: construct, text: text, found: found)
  }

  private func decoupling(_ code: DecouplingCode) -> String {
    let stances = code.stance.map { wording.part($0.rawValue) }.joined(separator: wording(", ", "、"))
    let domains = code.domain.map { wording.part($0.rawValue) }.joined(separator: wording(", ", "、"))
    return "\(wording.actor(code.holder)): \(stances) (\(domains))"
  }

  private func threat(_ code: ThreatCode) -> String {
    let domains = code.domain.map(wording.threatDomain).joined(separator: wording(", ", "、"))
    let pair = wording.pair(ActorPair(code.from, code.to))
    return "\(pair), \(wording.polarity(code.polarity)), \(domains), \(code.intensity)/3"
  }

  private func blame(_ code: BlameCode) -> String {
    "\(wording.pair(ActorPair(code.by, code.target))), \(wording.blameType(code.type))"
  }
}
