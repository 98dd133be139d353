/// A stretch of a statement that carries a code, with the lexicon entry or rule that found it.
public struct Evidence: Sendable, Hashable {
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
  /// The quoted stretch itself.
  public var text: String
  /// `list/entry`, as `parallax lexicon explain` prints it.
  public var entry: String
  /// The rule that joined the evidence to its actors; nil where the entry alone carries the code.
  public var rule: String?

  /// A stretch of text with the entry and the rule that found it.
  public init(range: Range<Int>, text: String, entry: String, rule: String? = nil) {
    self.range = range
    self.text = text
    self.entry = entry
    self.rule = rule
  }
}

/// A place where a sentence names an actor.
public struct ActorMention: Sendable, Hashable {
  /// The actor's code.
  public var actor: Actor
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
  /// The name as it stands there.
  public var text: String

  /// A mention of an actor at a place.
  public init(actor: Actor, range: Range<Int>, text: String) {
    self.actor = actor
    self.range = range
    self.text = text
  }
}

/// What a sentence says of decoupling: one for each holder and tier.
public struct DecouplingCode: Sendable, Hashable {
  /// How directly the terms name it.
  public var tier: Tier
  /// Whose stance it is.
  public var holder: Actor
  /// The stances, in the order of ``Stance``; never empty.
  public var stance: [Stance]
  /// The domains, in the order of ``DecouplingDomain``; never empty.
  public var domain: [DecouplingDomain]
  /// The terms that name it.
  public var terms: [Evidence]

  /// A code with its parts.
  public init(tier: Tier, holder: Actor, stance: [Stance], domain: [DecouplingDomain], terms: [Evidence]) {
    self.tier = tier
    self.holder = holder
    self.stance = stance
    self.domain = domain
    self.terms = terms
  }
}

/// A threat that a sentence asserts or denies: one for each source, object and polarity.
public struct ThreatCode: Sendable, Hashable {
  /// Who poses it; ``Actor/none`` for a phenomenon.
  public var from: Actor
  /// Who or what is endangered; ``Actor/order`` for rules, peace and the world economy.
  public var to: Actor
  /// The fields in which it lies, in the order of ``ThreatDomain``; never empty.
  public var domain: [ThreatDomain]
  /// Whether it is asserted or denied.
  public var polarity: Polarity
  /// 1 (risk, challenge) to 3 (existential).
  public var intensity: Int
  /// The words that carry it.
  public var evidence: [Evidence]

  /// A code with its parts.
  public init(
    from: Actor, to: Actor, domain: [ThreatDomain], polarity: Polarity, intensity: Int, evidence: [Evidence]
  ) {
    self.from = from
    self.to = to
    self.domain = domain
    self.polarity = polarity
    self.intensity = intensity
    self.evidence = evidence
  }
}

/// Blame that a sentence puts on an actor, or takes from it: one for each target and type.
public struct BlameCode: Sendable, Hashable {
  /// Who blames.
  public var by: Actor
  /// Who is blamed, or shielded where the type is ``BlameType/reject``.
  public var target: Actor
  /// How.
  public var type: BlameType
  /// The words that carry it.
  public var evidence: [Evidence]

  /// A code with its parts.
  public init(by: Actor, target: Actor, type: BlameType, evidence: [Evidence]) {
    self.by = by
    self.target = target
    self.type = type
    self.evidence = evidence
  }
}

/// A ground that a sentence gives, with its words.
public struct RationaleCode: Sendable, Hashable {
  /// The ground.
  public var rationale: Rationale
  /// The words that carry it.
  public var evidence: [Evidence]

  /// A code with its parts.
  public init(rationale: Rationale, evidence: [Evidence]) {
    self.rationale = rationale
    self.evidence = evidence
  }
}

/// A sentence of a statement with everything that was coded in it: the annotation record.
public struct CodedSentence: Sendable, Hashable {
  /// The statement's id.
  public var document: String
  /// The sentence's number in its statement, from 0.
  public var sentence: Int
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
  /// The sentence itself.
  public var text: String
  /// The sentence's language.
  public var language: Language
  /// Who speaks.
  public var voice: Voice
  /// The number of tokens: words, numbers and marks.
  public var tokens: Int
  /// The number of words and numbers, without marks.
  public var words: Int
  /// The actors that it names, in order.
  public var actors: [ActorMention]
  /// What it says of decoupling.
  public var decoupling: [DecouplingCode]
  /// The threats that it asserts or denies.
  public var threat: [ThreatCode]
  /// The blame that it puts on others or rejects.
  public var blame: [BlameCode]
  /// The grounds that it gives.
  public var rationale: [RationaleCode]
  /// The words that grant the other side something; empty where it grants nothing.
  public var recognition: [Evidence]

  /// A sentence that carries no code yet.
  public init(
    document: String, sentence: Int, range: Range<Int>, text: String, language: Language, voice: Voice = .own,
    tokens: Int, words: Int, actors: [ActorMention] = [], decoupling: [DecouplingCode] = [], threat: [ThreatCode] = [],
    blame: [BlameCode] = [], rationale: [RationaleCode] = [], recognition: [Evidence] = []
  ) {
    self.document = document
    self.sentence = sentence
    self.range = range
    self.text = text
    self.language = language
    self.voice = voice
    self.tokens = tokens
    self.words = words
    self.actors = actors
    self.decoupling = decoupling
    self.threat = threat
    self.blame = blame
    self.rationale = rationale
    self.recognition = recognition
  }
}
