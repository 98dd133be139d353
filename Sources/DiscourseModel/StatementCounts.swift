/// What is counted in one statement. Counts of several statements are sums, so that they merge exactly.
public struct StatementCounts: Sendable, Hashable {
  /// The statement's id.
  public var id: String
  /// Its side.
  public var side: Side
  /// Words of the counted sentences.
  public var words = 0
  /// All its sentences.
  public var allSentences = 0
  /// The counted sentences: those in one of the voices that count.
  public var sentences = 0
  /// Terms of decoupling.
  public var decouplingMentions = 0
  /// Sentences that speak of decoupling.
  public var decouplingSentences = 0
  /// Sentences by tier, stance and domain of decoupling; keys such as `stance.oppose`.
  public var decouplingParts: [String: Int] = [:]
  /// Sentences that assert a threat.
  public var threatSentences = 0
  /// Sentences that deny one.
  public var threatDenials = 0
  /// Sum of the strongest intensity over the sentences that assert a threat.
  public var intensity = 0
  /// Sentences by who threatens whom; keys such as `US → PRC`.
  public var threatPairs: [ActorPair: Int] = [:]
  /// Sentences by domain of threat.
  public var threatDomains: [ThreatDomain: Int] = [:]
  /// Sentences in which the own side blames: accusation, responsibility or demand.
  public var blameSentences = 0
  /// Entries of blame by who blames whom.
  public var blamePairs: [ActorPair: Int] = [:]
  /// Entries by type.
  public var blameTypes: [BlameType: Int] = [:]
  /// Entries of blame (accusation, responsibility, demand) whose target is not the own side.
  public var outwardBlame = 0
  /// Entries of blame on the own side, accepted blame among them.
  public var selfBlame = 0
  /// Entries that turn blame away.
  public var rejections = 0
  /// Sentences by ground.
  public var rationales: [Rationale: Int] = [:]
  /// Sentences that grant the other side something.
  public var recognitions = 0

  /// Counts the sentences of a statement.
  ///
  /// - Parameters:
  ///   - id: the statement's id.
  ///   - side: its side.
  ///   - all: its coded sentences.
  ///   - voices: whose sentences count.
  public init(id: String, side: Side, sentences all: [CodedSentence], voices: Set<Voice> = [.own]) {
    self.id = id
    self.side = side
    allSentences = all.count
    for sentence in all where voices.contains(sentence.voice) { count(sentence) }
  }

  private mutating func count(_ sentence: CodedSentence) {
    sentences += 1
    words += sentence.words
    countDecoupling(sentence)
    countThreat(sentence)
    countBlame(sentence)
    for code in sentence.rationale { rationales[code.rationale, default: 0] += 1 }
    if !sentence.recognition.isEmpty { recognitions += 1 }
  }

  private mutating func countDecoupling(_ sentence: CodedSentence) {
    guard !sentence.decoupling.isEmpty else { return }
    decouplingSentences += 1
    var parts: Set<String> = []
    for code in sentence.decoupling {
      decouplingMentions += code.terms.count
      parts.insert("tier.\(code.tier.rawValue)")
      for stance in code.stance { parts.insert("stance.\(stance.rawValue)") }
      for domain in code.domain { parts.insert("domain.\(domain.rawValue)") }
    }
    for part in parts { decouplingParts[part, default: 0] += 1 }
  }

  private mutating func countThreat(_ sentence: CodedSentence) {
    let asserted = sentence.threat.filter { $0.polarity == .assert }
    if sentence.threat.contains(where: { $0.polarity == .deny }) { threatDenials += 1 }
    guard let strongest = asserted.map(\.intensity).max() else { return }
    threatSentences += 1
    intensity += strongest
    for pair in Set(asserted.map { ActorPair($0.from, $0.to) }) { threatPairs[pair, default: 0] += 1 }
    for domain in Set(asserted.flatMap(\.domain)) { threatDomains[domain, default: 0] += 1 }
  }

  private mutating func countBlame(_ sentence: CodedSentence) {
    let blaming = sentence.blame.filter { [.accusation, .responsibility, .demand].contains($0.type) }
    if blaming.contains(where: { $0.by == side.actor }) { blameSentences += 1 }
    for code in blaming {
      blamePairs[ActorPair(code.by, code.target), default: 0] += 1
      if code.target == side.actor { selfBlame += 1 } else { outwardBlame += 1 }
    }
    for code in sentence.blame {
      blameTypes[code.type, default: 0] += 1
      if code.type == .reject { rejections += 1 }
      if code.type == .own { selfBlame += 1 }
    }
  }
}

/// Two actors in an order: who threatens whom, who blames whom.
public struct ActorPair: Sendable, Hashable, Comparable {
  /// The first.
  public var from: Actor
  /// The second.
  public var to: Actor

  /// A pair.
  public init(_ from: Actor, _ to: Actor) {
    self.from = from
    self.to = to
  }

  /// By the first, then by the second.
  public static func < (left: ActorPair, right: ActorPair) -> Bool { (left.from, left.to) < (right.from, right.to) }
}
