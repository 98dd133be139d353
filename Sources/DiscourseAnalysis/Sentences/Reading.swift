public import DiscourseModel
internal import Lexicon
internal import Segmentation
internal import Synchronization

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
  /// What rules said when they were asked: analyzers and weights ask the same of the same words.
  private let conclusions = Mutex<[Question: Conclusion?]>([:])

  /// What rules are asked: a finding about the word of an entry at a place.
  private struct Question: Hashable {
    var finding: Finding
    var entry: Int
    var start: Int
    var end: Int
  }

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
  func agent(of tag: Tag) -> (actor: Actor, rule: String)? { doer(of: tag).map { ($0.actor, $0.rule) } }

  /// Who does what a tag says, with how the sentence names it.
  func doer(of tag: Tag) -> Doer? {
    // “责任完全在美方”, “hold Beijing accountable”: the one who answers stands inside the phrase.
    let namesCulprit = tag.role == .fault || sentence.entry(of: tag).id == "hold-to-account"
    let inside = mentions.first { tag.tokens.contains($0.tokens.lowerBound) }
    // “Its lies”, “the dictator”: the word itself points at somebody.
    let isPointing = inside.map {
      $0.tokens.lowerBound == tag.tokens.lowerBound && $0.entry.hasPrefix("references/they")
    }
    if let inside, namesCulprit || (tag.list == .blame && isPointing == true) {
      return Doer(actor: inside.actor, rule: "rules/named-inside", mention: inside)
    }
    let able = mentions(besidesSpeakerOf: tag)
    if let conclusion = rules.first(.agent, of: tag, in: sentence, mentions: able) {
      guard let mention = conclusion.mention else {
        return context.subject.map { Doer(actor: $0, rule: conclusion.rule, mention: nil) }
      }
      return otherDoer(of: tag, before: mention, among: able)
        ?? Doer(actor: mention.actor, rule: conclusion.rule, mention: mention)
    }
    // “The ministry says his comments are irresponsible”: what the other side finds bad is the own side's.
    if able.count < mentions.count, holder == side.opposite.actor, sentence.has(.voice, .report),
      !able.contains(where: { $0.tokens.lowerBound < tag.tokens.lowerBound })
    {
      return Doer(actor: side.actor, rule: "rules/answers-own-side", mention: nil)
    }
    // English repeats its subject as a pronoun; only Chinese drops it.
    guard sentence.language == .zh else { return nil }
    let isNamedBefore = able.contains { $0.tokens.lowerBound < tag.tokens.lowerBound && $0.kind != .object }
    guard !isNamedBefore, let subject = context.subject, subject == side.opposite.actor else { return nil }
    return Doer(actor: subject, rule: "rules/subject-of-sentence-before", mention: nil)
  }

  /// Who would do what a tag says, were an actor not named.
  func doer(of tag: Tag, besides actor: Actor) -> Doer? {
    let others = mentions(besidesSpeakerOf: tag).filter { $0.actor != actor }
    guard let conclusion = rules.first(.agent, of: tag, in: sentence, mentions: others),
      let mention = conclusion.mention
    else { return nil }
    return Doer(actor: mention.actor, rule: conclusion.rule, mention: mention)
  }

  /// The other side, where the sentence before spoke of it and this one names nobody but the own side.
  func subjectBefore(_ tag: Tag) -> Doer? {
    guard let subject = context.subject, subject == side.opposite.actor,
      !mentions.contains(where: { $0.actor != side.actor })
    else { return nil }
    return Doer(actor: subject, rule: "rules/subject-of-sentence-before", mention: nil)
  }

  /// The actors that may have done what a tag says: the one who is quoted speaks of others.
  private func mentions(besidesSpeakerOf tag: Tag) -> [Mention] {
    guard voice != .own,
      let verb = sentence.tags(.voice, .report, .claim).first(where: { $0.tokens.upperBound <= tag.tokens.lowerBound })
    else { return mentions }
    let clause = sentence.tokens[verb.tokens.lowerBound].clause
    return mentions.filter {
      $0.actor == side.actor || $0.actor == .unnamed || $0.tokens.upperBound > verb.tokens.lowerBound
        || sentence.tokens[$0.tokens.lowerBound].clause != clause
    }
  }

  /// “美方不顾中方反对，执意…”, “they take our jobs and …”: where the own side stands between as the one acted on, the doer
  /// is another who is named, in English one named before it.
  private func otherDoer(of tag: Tag, before own: Mention, among mentions: [Mention]) -> Doer? {
    let isEnglish = sentence.language == .en
    guard own.actor == side.actor, !own.isOpponent, own.tokens.upperBound <= tag.tokens.lowerBound,
      !holds(.negated, tag), !(isEnglish && isSubject(own, of: tag))
    else { return nil }
    let others = mentions.filter {
      $0.actor != side.actor && (!isEnglish || $0.tokens.upperBound <= own.tokens.lowerBound)
    }
    guard let conclusion = rules.first(.agent, of: tag, in: sentence, mentions: others),
      let mention = conclusion.mention
    else { return nil }
    return Doer(actor: mention.actor, rule: conclusion.rule, mention: mention)
  }

  /// Whether a mention begins the clause of a tag, and so is its subject.
  private func isSubject(_ mention: Mention, of tag: Tag) -> Bool {
    if sentence.language == .en, mention.kind == .self {
      return !["our", "us", "ours"].contains { sentence.reads(sentence.tokens[mention.tokens.lowerBound], $0) }
    }
    let start = sentence.tokens(ofClause: sentence.tokens[tag.tokens.lowerBound].clause).lowerBound
    return (0...2).contains(mention.tokens.lowerBound - start)
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
      let mention = conclusion(.patient, tag)?.mention,
      mention.actor != agent
    else { return nil }
    return mention.actor
  }

  /// Whether a rule establishes a finding about a tag.
  func holds(_ finding: Finding, _ tag: Tag) -> Bool {
    conclusion(finding, tag) != nil
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
    let question = Question(
      finding: finding, entry: tag.entry, start: tag.tokens.lowerBound, end: tag.tokens.upperBound)
    return conclusions.withLock { known in
      if let conclusion = known[question] { return conclusion }
      let conclusion = rules.first(finding, of: tag, in: sentence, mentions: mentions)
      known[question] = .some(conclusion)
      return conclusion
    }
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

/// Who does something, and the rule that found it.
struct Doer {
  var actor: Actor
  var rule: String
  /// The words that name it; nil where the sentence before does.
  var mention: Mention?
}

extension Sequence where Element: Hashable {
  /// The elements, each once, in their first order.
  func unique() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
