public import DiscourseModel
internal import Lexicon
internal import Segmentation

/// A sentence with everything that was found out about it before it is coded: tags, actors, voice, context.
///
/// Analyzers read it and nothing else; it is an object, so that they share it.
public final class Reading: Sendable {
  /// The tagged sentence.
  public let sentence: TaggedSentence
  /// The actors that it names, resolved.
  public let mentions: [Mention]
  /// What it inherits from the sentence before.
  public let context: Context
  /// The document's side.
  public let side: Side
  /// Who speaks.
  public let voice: Voice
  /// Whose stance and blame it is.
  public let holder: Actor
  /// The rules.
  public let rules: RuleSet

  init(
    sentence: TaggedSentence, mentions: [Mention], context: Context, side: Side, voice: Voice, holder: Actor,
    rules: RuleSet
  ) {
    self.sentence = sentence
    self.mentions = mentions
    self.context = context
    self.side = side
    self.voice = voice
    self.holder = holder
    self.rules = rules
  }

  /// Who does what a tag says, with the rule that found it.
  ///
  /// The rules of the sentence come first. Where it names nobody before the tag, the actor of whom the text spoke last is
  /// meant: Chinese drops a subject that goes on, English has pronouns.
  func agent(of tag: Tag) -> (actor: Actor, rule: String)? {
    // “责任完全在美方”, “hold Beijing accountable”: the one who answers stands inside the phrase.
    let namesCulprit = tag.role == .fault || sentence.entry(of: tag).id == "hold-to-account"
    if namesCulprit, let inside = mentions.first(where: { tag.tokens.contains($0.tokens.lowerBound) }) {
      return (inside.actor, "rules/named-inside")
    }
    if let conclusion = rules.first(.agent, of: tag, in: sentence, mentions: mentions), let mention = conclusion.mention
    {
      return (mention.actor, conclusion.rule)
    }
    let isNamedBefore = mentions.contains { $0.tokens.lowerBound < tag.tokens.lowerBound && $0.kind != .object }
    guard !isNamedBefore, let subject = context.subject, subject == side.opposite.actor else { return nil }
    return (subject, "rules/subject-of-sentence-before")
  }

  /// Those who do what a tag says together with its doer: “美国和英国”, “以美国为首的北约”, “Russia and Iran”.
  func partners(inDoing tag: Tag) -> [Actor] {
    guard let doer = conclusion(.agent, tag)?.mention, let index = mentions.firstIndex(of: doer) else { return [] }
    func isJoined(_ left: Int, _ right: Int) -> Bool {
      guard mentions.indices.contains(left), mentions.indices.contains(right) else { return false }
      let (first, second) = (mentions[left], mentions[right])
      guard first.range.upperBound < second.range.lowerBound else { return false }
      let between = sentence.text.text(in: first.range.upperBound..<second.range.lowerBound)
      return Self.joints.contains(between)
    }
    var partners: [Actor] = []
    if isJoined(index - 1, index) { partners.append(mentions[index - 1].actor) }
    if isJoined(index, index + 1) { partners.append(mentions[index + 1].actor) }
    return partners.filter { $0 != side.actor }
  }

  /// What may stand between two who act together.
  private static let joints: Set<String> = ["和", "与", "及", "以及", "、", "为首的", " and ", " and the ", ", ", ", and "]

  /// To whom is done what a tag says.
  func patient(of tag: Tag, besides agent: Actor?) -> Actor? {
    guard
      let mention = rules.first(.patient, of: tag, in: sentence, mentions: mentions)?.mention,
      mention.actor != agent
    else { return nil }
    return mention.actor
  }

  /// Whether a rule establishes a finding about a tag.
  func holds(_ finding: Finding, _ tag: Tag) -> Bool {
    rules.holds(finding, of: tag, in: sentence, mentions: mentions)
  }

  /// All that rules establish about a tag.
  public func findings(about tag: Tag) -> [(finding: Finding, conclusion: Conclusion)] {
    Finding.allCases.compactMap { finding in conclusion(finding, tag).map { (finding, $0) } }
  }

  /// Who does what a tag says where no rule of a code decides: the doer whom the rules know, else the other side, else
  /// another who is named; never the own side.
  func likeliestDoer(of tag: Tag) -> Actor? {
    if let agent = agent(of: tag)?.actor, agent != side.actor { return agent }
    let others = mentions.filter { $0.kind != .object && $0.actor != side.actor }
    return (others.first { $0.actor == side.opposite.actor } ?? others.first)?.actor
  }

  /// Those of some words that are meant here, and not negated.
  func asserted(_ words: [Tag]) -> [Tag] { words.filter { !holds(.void, $0) && !holds(.negated, $0) } }

  /// The first rule that establishes a finding about a tag.
  func conclusion(_ finding: Finding, _ tag: Tag) -> Conclusion? {
    rules.first(finding, of: tag, in: sentence, mentions: mentions)
  }

  /// The domains that the words of the sentence tell.
  var threatDomainsTold: [ThreatDomain] {
    let found = Set(sentence.tags(.domains, .domain).flatMap { sentence.entry(of: $0).attributes.threatDomains })
    return found.isEmpty ? [] : ThreatDomain.allCases.filter(found.contains)
  }

  /// The domains that the words of the sentence tell, nearest first; those of the tag's own clause alone where they tell any.
  func threatDomains(near tag: Tag) -> [ThreatDomain] {
    let clause = sentence.tokens[tag.tokens.lowerBound].clause
    let tags = sentence.tags(.domains, .domain)
    let near = tags.filter { sentence.tokens[$0.tokens.lowerBound].clause == clause }
    let place = tag.tokens.lowerBound
    func distance(_ other: Tag) -> (Int, Int) { (abs(other.tokens.lowerBound - place), other.tokens.lowerBound) }
    return (near.isEmpty ? tags : near).sorted { distance($0) < distance($1) }
      .flatMap { sentence.entry(of: $0).attributes.threatDomains }.unique()
  }
}

extension Sequence where Element: Hashable {
  /// The elements, each once, in their first order.
  func unique() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
