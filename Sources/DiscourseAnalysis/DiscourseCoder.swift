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
  /// What titles tell of whose words a statement holds.
  private let titles: TitleWords
  /// What names of persons look like.
  private let names: NameShapes

  /// A coder over a lexicon and its rules.
  public init(lexicon: Lexicon, rules: RuleSet, weights: CodeWeights = CodeWeights()) {
    self.lexicon = lexicon
    self.rules = rules
    self.weights = weights
    titles = TitleWords(lexicon)
    names = NameShapes(lexicon)
  }

  /// The state at the beginning of a statement.
  public func context(for metadata: Metadata) -> Context { Context(occasion: titles.occasion(of: metadata)) }

  /// Codes every sentence of a statement.
  ///
  /// - Parameters:
  ///   - statement: the statement, with its metadata.
  ///   - side: the side on which it stands.
  ///   - text: its text, segmented with the lexicon's terms.
  /// - Returns: one record for each sentence, in order.
  /// - Complexity: O(n) in the length of the text.
  public func code(_ statement: Statement, side: Side, text: SegmentedText) -> [CodedSentence] {
    var context = context(for: statement.metadata)
    return text.sentences.enumerated().map { number, sentence in
      let reading = read(sentence, of: text, side: side, context: &context)
      return record(reading, document: statement.metadata.id, number: number)
    }
  }

  /// Reads a sentence in its context and moves the context on.
  public func read(_ sentence: Sentence, of text: SegmentedText, side: Side, context: inout Context) -> Reading {
    let tagged = TaggedSentence(sentence, of: text, lexicon: lexicon)
    let names = ActorResolver(side: side, context: context).mentions(in: tagged)
    let voice = VoiceAnalyzer(side: side, context: context, names: self.names).analyze(tagged, mentions: names)
    var inner = context
    inner.holder = voice.voice == .quoted ? voice.holder : nil
    let mentions =
      inner.holder == context.holder ? names : ActorResolver(side: side, context: inner).mentions(in: tagged)
    let reading = Reading(
      sentence: tagged, mentions: mentions, context: context, side: side, voice: voice.voice,
      holder: voice.voice == .own ? side.actor : voice.holder ?? .other, rules: rules)
    context = Context(after: reading, voice: voice)
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
      threat: ThreatAnalyzer(reading: reading).codes(weighedBy: weights),
      blame: BlameAnalyzer(reading: reading).codes(weighedBy: weights[.blame]),
      rationale: RationaleAnalyzer(reading: reading).codes(),
      recognition: RecognitionAnalyzer(reading: reading).evidence())
  }
}

extension DiscourseCoder {
  /// What weights judge in a sentence, with the features by which they do.
  ///
  /// - Parameters:
  ///   - reading: the sentence.
  ///   - code: what is judged.
  /// - Returns: whether the sentence carries the code, or every label that it might carry; none where it bears no threat.
  public func choices(in reading: Reading, for code: WeighedCode) -> [Choice] {
    let threat = ThreatAnalyzer(reading: reading)
    switch code {
    case .threat: return [presence(in: reading, isCoded: !threat.drafts().isEmpty, candidates: threat.candidates)]
    case .threatSource: return threat.sourceChoices
    case .threatDomain: return threat.domainChoices
    case .blame:
      let blame = BlameAnalyzer(reading: reading)
      return [presence(in: reading, isCoded: !blame.codes().isEmpty, candidates: blame.candidates)]
    }
  }

  private func presence(in reading: Reading, isCoded: Bool, candidates: [Tag]) -> Choice {
    Choice(
      label: "present", isCoded: isCoded, canBeAdded: !candidates.isEmpty,
      features: SentenceFeatures.set(of: reading, isCoded: isCoded, named: true).names ?? [])
  }
}

extension ThreatAnalyzer {
  /// What the rules say, or what would be coded if weights said that there is a threat.
  private var supposed: [ThreatDraft] {
    let drafts = drafts()
    return drafts.isEmpty ? candidates.prefix(1).compactMap(likeliestDraft) : drafts
  }

  /// Every source that a threat of the sentence might have.
  var sourceChoices: [Choice] {
    let drafts = supposed
    guard !drafts.isEmpty else { return [] }
    let clues = SourceClues(drafts, in: reading)
    return clues.sources.map { source in
      Choice(
        label: source.label, isCoded: clues.isCoded(source), canBeAdded: true,
        features: clues.features(of: source, named: true).names ?? [])
    }
  }

  /// Every field in which a threat of the sentence might lie.
  var domainChoices: [Choice] {
    supposed.flatMap { draft in
      let told = domains(of: draft)
      let clues = DomainClues(draft, in: reading, told: told)
      return ThreatDomain.allCases.map { domain in
        Choice(
          label: domain.rawValue, isCoded: told.contains(domain), canBeAdded: true,
          features: clues.features(of: domain, named: true).names ?? [])
      }
    }
  }
}

extension Context {
  /// For how many sentences that name nobody a subject goes on.
  private static let longestSilence = 2

  /// The state behind a sentence.
  init(after reading: Reading, voice: VoiceAnalyzer.Result) {
    self.init(occasion: reading.context.occasion)
    let others = reading.mentions.filter { $0.actor != reading.side.actor && $0.kind != .object }
    // The side across the table is what the text is about wherever it is named.
    let opposite = others.first { $0.actor == reading.side.opposite.actor }
    if let named = opposite ?? others.first(where: { $0.kind != .adjective }) ?? others.first {
      subject = named.actor
    } else if reading.context.subjectAge < Self.longestSilence {
      subject = reading.context.subject
      subjectAge = reading.context.subjectAge + 1
    }
    questionLeft = voice.questionLeft
    turn = voice.turn
    isParaphrase =
      reading.voice == .quoted && reading.sentence.has(.voice, .report)
      && !reading.sentence.tokens.contains { $0.quoteDepth > 0 }
    firstNamed = reading.mentions.first { $0.kind != .object }?.actor
    holder = reading.voice == .quoted ? reading.holder : nil
    openQuote = (reading.sentence.tokens.last?.quoteDepth ?? 0) > 0
    domains = reading.threatDomainsTold
    namedThreat = reading.sentence.has(.threat, .act, .menace)
    namedOtherSide = reading.mentions.contains {
      reading.side == .us ? $0.actor == .prc : ($0.actor == .us || $0.actor == .ally)
    }
  }
}
