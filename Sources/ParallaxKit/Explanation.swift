internal import DiscourseAnalysis
public import DiscourseModel
internal import Lexicon
internal import Reporting
internal import Segmentation

extension Annotator {
  /// Explains how sentences are coded: words, tags, actors, the rules that hold, and the codes.
  ///
  /// - Parameters:
  ///   - text: one or more sentences.
  ///   - side: whose words they are.
  /// - Throws: `ICUError` where ICU cannot segment.
  public func explain(_ text: String, side: Side) throws -> String {
    let segmented = try segmenter.segment(text)
    var context = Context()
    var out = ""
    let statement = Statement(
      metadata: Metadata(id: "sentence", side: side), text: text, source: SourceLocation(file: "sentence"))
    let records = coder.code(statement, side: side, text: segmented)
    for (sentence, record) in zip(segmented.sentences, records) {
      let reading = coder.read(sentence, of: segmented, side: side, context: &context)
      out += describe(reading, record)
    }
    return out
  }

  private func describe(_ reading: Reading, _ record: CodedSentence) -> String {
    let sentence = reading.sentence
    var out = sentence.tokens.map { sentence.text.text(in: $0.range) }.joined(separator: "|") + "\n"
    out += "  voice \(reading.voice.rawValue), holder \(reading.holder.rawValue)\n"
    for mention in reading.mentions {
      out +=
        "  actor \(sentence.text.text(in: mention.range)) = \(mention.actor.rawValue) (\(mention.kind.rawValue), \(mention.entry))\n"
    }
    for tag in sentence.tags where tag.list != .actors && tag.list != .references {
      out +=
        "  \(sentence.text.text(in: tag.range)): \(sentence.entry(of: tag).citation), \(tag.list.rawValue).\(tag.role.rawValue)\n"
      for finding in Finding.allCases {
        guard let conclusion = reading.rules.first(finding, of: tag, in: sentence, mentions: reading.mentions) else {
          continue
        }
        let who = conclusion.mention.map { " = \($0.actor.rawValue) (\(sentence.text.text(in: $0.range)))" } ?? ""
        out += "      \(finding.rawValue)\(who), by \(conclusion.rule)\n"
      }
    }
    let writer = AnnotationWriter(statementText: sentence.text.text(in: 0..<sentence.text.bytes.count))
    return out + "  record \(writer.line(for: record))\n"
  }
}
