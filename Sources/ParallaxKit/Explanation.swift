internal import DiscourseAnalysis
public import DiscourseModel
internal import Lexicon
internal import Reporting
internal import Segmentation

/// Why a sentence was coded as it was: its words, tags, actors, the rules that hold, and its codes.
public struct Explanation: Sendable {
  private let reading: Reading
  private let record: CodedSentence

  fileprivate init(reading: Reading, record: CodedSentence) {
    self.reading = reading
    self.record = record
  }

  /// For a reader: words with bars between them, then a line for each actor, tag and finding.
  public var text: String {
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
      for (finding, conclusion) in findings(about: tag) {
        let who = conclusion.mention.map { " = \($0.actor.rawValue) (\(sentence.text.text(in: $0.range)))" } ?? ""
        out += "      \(finding.rawValue)\(who), by \(conclusion.rule)\n"
      }
    }
    let writer = AnnotationWriter(statementText: sentence.text.text(in: 0..<sentence.text.bytes.count))
    return out + "  record \(writer.line(for: record))\n"
  }

  private func findings(about tag: Tag) -> [(Finding, Conclusion)] {
    Finding.allCases.compactMap { finding in
      reading.rules.first(finding, of: tag, in: reading.sentence, mentions: reading.mentions).map { (finding, $0) }
    }
  }

  /// For a program, as one line of JSON: positions of `actors` and `tags` are those of `words`.
  public var json: String {
    let sentence = reading.sentence
    var out = JSONLine()
    out.object { out in
      out.name("document")
      out.text(record.document)
      out.name("sentence")
      out.integer(record.sentence)
      out.name("text")
      out.text(record.text)
      out.name("language")
      out.text(record.language.rawValue)
      out.name("side")
      out.text(reading.side.rawValue)
      out.name("voice")
      out.text(reading.voice.rawValue)
      out.name("holder")
      out.text(reading.holder.rawValue)
      out.name("words")
      out.list { out in
        for token in sentence.tokens { out.text(sentence.text.text(in: token.range)) }
      }
      out.name("clauses")
      out.list { out in
        for token in sentence.tokens { out.integer(token.clause) }
      }
      out.name("actors")
      out.list { out in
        for mention in reading.mentions { out.object { write(mention, to: &$0) } }
      }
      out.name("tags")
      out.list { out in
        for tag in sentence.tags where tag.list != .actors && tag.list != .references {
          out.object { write(tag, to: &$0) }
        }
      }
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }

  private func write(_ mention: Mention, to out: inout JSONLine) {
    write(mention.tokens, to: &out)
    out.name("actor")
    out.text(mention.actor.rawValue)
    out.name("kind")
    out.text(mention.kind.rawValue)
    out.name("entry")
    out.text(mention.entry)
  }

  private func write(_ tag: Tag, to out: inout JSONLine) {
    write(tag.tokens, to: &out)
    out.name("entry")
    out.text(reading.sentence.entry(of: tag).citation)
    out.name("role")
    out.text(tag.role.rawValue)
    out.name("form")
    out.text(tag.form.rawValue)
    out.name("findings")
    out.object { out in
      for (finding, conclusion) in findings(about: tag) {
        out.name(finding.rawValue)
        out.object { out in
          out.name("rule")
          out.text(conclusion.rule)
          guard let mention = conclusion.mention else { return }
          out.name("actor")
          out.text(mention.actor.rawValue)
        }
      }
    }
  }

  private func write(_ range: Range<Int>, to out: inout JSONLine) {
    out.name("first")
    out.integer(range.lowerBound)
    out.name("end")
    out.integer(range.upperBound)
  }
}

extension Annotator {
  /// Explains how the sentences of a statement are coded.
  ///
  /// - Parameters:
  ///   - statement: the statement; its side is given, or inferred as in ``annotate(_:)``.
  ///   - number: the sentence that is meant, from 0; nil for all.
  /// - Throws: what ``annotate(_:)`` throws.
  public func explain(_ statement: Statement, sentence number: Int? = nil) throws -> [Explanation] {
    let coded = try annotate(statement)
    let segmented = try segmenter.segment(
      coded.statement.text, language: coded.statement.metadata.language ?? .en)
    var context = Context()
    var explanations: [Explanation] = []
    for (sentence, record) in zip(segmented.sentences, coded.sentences) {
      let side = coded.statement.metadata.side ?? .us
      let reading = coder.read(sentence, of: segmented, side: side, context: &context)
      if number == nil || record.sentence == number {
        explanations.append(Explanation(reading: reading, record: record))
      }
    }
    return explanations
  }

  /// Explains how sentences are coded that stand by themselves.
  ///
  /// - Parameters:
  ///   - text: one or more sentences.
  ///   - side: whose words they are.
  /// - Throws: `ICUError` where ICU cannot segment.
  public func explain(_ text: String, side: Side) throws -> [Explanation] {
    try explain(
      Statement(metadata: Metadata(id: "sentence", side: side), text: text, source: SourceLocation(file: "sentence")))
  }
}
