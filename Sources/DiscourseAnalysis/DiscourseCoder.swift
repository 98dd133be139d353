public import DiscourseModel
public import Lexicon
public import Segmentation

/// Codes statements: the way from a segmented text to its annotation records.
public struct DiscourseCoder: Sendable {
  /// The lexicon in use.
  public let lexicon: Lexicon
  /// The rules in use.
  public let rules: RuleSet
  /// The weights in use.
  public let weights: CodeWeights

  /// A coder over a lexicon and its rules.
  public init(lexicon: Lexicon, rules: RuleSet, weights: CodeWeights = CodeWeights()) {
    self.lexicon = lexicon
    self.rules = rules
    self.weights = weights
  }

  /// Codes every sentence of a statement.
  ///
  /// - Parameters:
  ///   - statement: the statement, with its metadata.
  ///   - side: the side on which it stands.
  ///   - text: its text, segmented with the lexicon's terms.
  /// - Returns: one record for each sentence, in order.
  /// - Complexity: O(n) in the length of the text.
  public func code(_ statement: Statement, side: Side, text: SegmentedText) -> [CodedSentence] {
    var context = Context()
    return text.sentences.enumerated().map { number, sentence in
      let reading = read(sentence, of: text, side: side, context: &context)
      return record(reading, document: statement.metadata.id, number: number)
    }
  }

  /// Reads a sentence in its context and moves the context on.
  public func read(_ sentence: Sentence, of text: SegmentedText, side: Side, context: inout Context) -> Reading {
    let tagged = TaggedSentence(sentence, of: text, lexicon: lexicon)
    let names = ActorResolver(side: side, context: context).mentions(in: tagged)
    let voice = VoiceAnalyzer(side: side, context: context).analyze(tagged, mentions: names)
    var inner = context
    inner.holder = voice.voice == .quoted ? voice.holder : nil
    let mentions =
      inner.holder == context.holder ? names : ActorResolver(side: side, context: inner).mentions(in: tagged)
    let reading = Reading(
      sentence: tagged, mentions: mentions, context: context, side: side, voice: voice.voice,
      holder: voice.voice == .own ? side.actor : voice.holder ?? .other, rules: rules)
    context = Context(after: reading, questionLeft: voice.questionLeft)
    return reading
  }

  private func record(_ reading: Reading, document: String, number: Int) -> CodedSentence {
    let sentence = reading.sentence
    let range = sentence.sentence.range
    let counts = sentence.text.counts(in: range)
    return CodedSentence(
      document: document, sentence: number, range: range, text: sentence.text.text(in: range),
      language: sentence.language, voice: reading.voice, tokens: counts.tokens, words: counts.words,
      actors: reading.mentions.map {
        ActorMention(actor: $0.actor, range: $0.range, text: sentence.text.text(in: $0.range))
      },
      decoupling: DecouplingAnalyzer(reading: reading).codes(),
      threat: ThreatAnalyzer(reading: reading).codes(weighedBy: weights.threat),
      blame: BlameAnalyzer(reading: reading).codes(weighedBy: weights.blame),
      rationale: RationaleAnalyzer(reading: reading).codes(),
      recognition: RecognitionAnalyzer(reading: reading).evidence())
  }
}

extension DiscourseCoder {
  /// The features by which weights judge a sentence, by the code that they judge.
  ///
  /// - Parameters:
  ///   - reading: the sentence.
  ///   - code: what is judged.
  public func features(of reading: Reading, for code: WeighedCode) -> Set<String> {
    let isCoded =
      switch code {
      case .threat: !ThreatAnalyzer(reading: reading).codes().isEmpty
      case .blame: !BlameAnalyzer(reading: reading).codes().isEmpty
      }
    return SentenceFeatures.names(of: reading, isCoded: isCoded)
  }

  /// Whether a sentence has a word that could bear a code where the rules gave none.
  ///
  /// - Parameters:
  ///   - reading: the sentence.
  ///   - code: what is judged.
  public func hasCandidate(_ reading: Reading, for code: WeighedCode) -> Bool {
    switch code {
    case .threat: !ThreatAnalyzer(reading: reading).candidates.isEmpty
    case .blame: !BlameAnalyzer(reading: reading).candidates.isEmpty
    }
  }
}

extension Context {
  /// The state behind a sentence.
  init(after reading: Reading, questionLeft: Int?) {
    self.init()
    let others = reading.mentions.filter { $0.actor != reading.side.actor && $0.kind != .object }
    // The side across the table is what the text is about wherever it is named.
    let opposite = others.first { $0.actor == reading.side.opposite.actor }
    subject = (opposite ?? others.first { $0.kind != .adjective } ?? others.first)?.actor ?? reading.context.subject
    self.questionLeft = questionLeft
    holder = reading.voice == .quoted ? reading.holder : nil
    openQuote = (reading.sentence.tokens.last?.quoteDepth ?? 0) > 0
    namedOtherSide = reading.mentions.contains {
      reading.side == .us ? $0.actor == .prc : ($0.actor == .us || $0.actor == .ally)
    }
  }
}
