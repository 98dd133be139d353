internal import DiscourseAnalysis
public import DiscourseModel
internal import Lexicon
internal import Reporting
internal import Segmentation

/// Why a sentence was coded as it was: its words, tags, actors, the rules that hold, and its codes.
public struct Explanation: Sendable {
  private let reading: Reading
  private let record: CodedSentence
  private let coder: DiscourseCoder

  fileprivate init(reading: Reading, record: CodedSentence, coder: DiscourseCoder) {
    self.reading = reading
    self.record = record
    self.coder = coder
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
      for (finding, conclusion) in reading.findings(about: tag) {
        let who = conclusion.mention.map { " = \($0.actor.rawValue) (\(sentence.text.text(in: $0.range)))" } ?? ""
        out += "      \(finding.rawValue)\(who), by \(conclusion.rule)\n"
      }
    }
    for code in WeighedCode.allCases { out += verdict(of: code) }
    let writer = AnnotationWriter(statementText: sentence.text.text(in: 0..<sentence.text.bytes.count))
    return out + "  record \(writer.line(for: record))\n"
  }

  /// What the weights of a code say, with the features that count most; nothing where there is nothing to weigh.
  private func verdict(of code: WeighedCode) -> String {
    guard let weights = coder.weights[code] else { return "" }
    let isThreat = code == .threatSource || code == .threatDomain
    guard !isThreat || !record.threat.isEmpty else { return "" }
    func text(_ value: Double) -> String { (value >= 0 ? "+" : "") + "\((value * 100).rounded() / 100)" }
    let choices = coder.choices(in: reading, for: code).filter { $0.isCoded || $0.canBeAdded }
    guard !choices.isEmpty else { return "" }
    let lines = choices.map { (choice: $0, odds: weights.logOdds($0.features)) }.sorted { $0.odds > $1.odds }
      .prefix(4).map { choice, odds in
        let reasons = weights.reasons(choice.features).prefix(8).map { "\($0.name) \(text($0.weight))" }
        return "      \(choice.label)\(choice.isCoded ? ", as the rules say" : ""): log-odds \(text(odds)): "
          + "\(reasons.joined(separator: ", "))\n"
      }
    return
      "  weights of \(code.rawValue): a code of the rules stands from \(text(weights.keep)), another is added from"
      + " \(text(weights.add))\n\(lines.joined())"
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
      for (finding, conclusion) in reading.findings(about: tag) {
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
    let (statement, side, text) = try segmented(statement)
    var context = coder.context(for: statement.metadata)
    var explanations: [Explanation] = []
    for (sentence, record) in zip(text.sentences, coder.code(statement, side: side, text: text)) {
      let reading = coder.read(sentence, of: text, side: side, context: &context)
      if number == nil || record.sentence == number {
        explanations.append(Explanation(reading: reading, record: record, coder: coder))
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
