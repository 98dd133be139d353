internal import DiscourseModel
internal import Lexicon

/// Codes who is held answerable: bad acts and qualities joined by rules with their doer, outcomes with their cause,
/// demands with the one who must stop, and blame that is turned away.
struct BlameAnalyzer {
  let reading: Reading

  /// The codes after the weights had their say.
  func codes(weighedBy weights: LinearWeights?) -> [BlameCode] {
    guard let weights else { return codes() }
    return weights.revised(codes(), of: reading, candidates: candidates, makes: likeliestCode)
  }

  /// The words that could blame where no rule says so.
  var candidates: [Tag] {
    let roles: [Role] = [.act, .pretext, .trait, .fault, .outcome, .protest]
    return reading.asserted(
      roles.flatMap { reading.sentence.tags(.blame, $0) } + reading.sentence.tags(.threat, .act))
  }

  /// Blame of whoever is named, else none.
  private func likeliestCode(_ tag: Tag) -> BlameCode? {
    guard let target = reading.likeliestDoer(of: tag) else { return nil }
    return code(reading.holds(.demanded, tag) ? .demand : .accusation, target: target, tag, rule: "weights/blame")
  }

  /// The codes of the sentence, in the order in which their evidence stands.
  func codes() -> [BlameCode] {
    var codes: [BlameCode] = []
    for tag in reading.sentence.tags {
      for code in self.codes(for: tag) { merge(code, into: &codes) }
    }
    if codes.isEmpty { codes = reading.sentence.tags(.blame, .protest, .concern, .blaming).flatMap(protest) }
    if codes.isEmpty { codes = Array(reading.sentence.tags(.demands, .cease).compactMap(bareDemand).prefix(1)) }
    return codes.filter { isStrongest($0, among: codes) }
  }

  /// A demand names its wrong already, and a bad act its outcome: the weaker type on the same target says nothing more.
  private func isStrongest(_ code: BlameCode, among codes: [BlameCode]) -> Bool {
    func has(_ type: BlameType) -> Bool { codes.contains { $0.target == code.target && $0.type == type } }
    switch code.type {
    case .accusation: return !has(.demand)
    case .responsibility: return !has(.accusation) && !has(.demand)
    default: return true
    }
  }

  private func codes(for tag: Tag) -> [BlameCode] {
    switch (tag.list, tag.role) {
    case (.blame, .act), (.blame, .trait), (.blame, .pretext): act(tag)
    case (.blame, .outcome), (.blame, .fault), (.blame, .cause): outcome(tag)
    case (.rejections, .groundless): rejection(tag)
    case (.rejections, .admission): admission(tag)
    default: []
    }
  }

  private func act(_ tag: Tag) -> [BlameCode] {
    guard !reading.holds(.void, tag), let doer = doer(of: tag) else { return [] }
    let isOwned = Self.ownership.contains(doer.rule)
    // “If China's coercion goes on”: what is owned is there, whatever is supposed of it.
    let isDemanded = reading.holds(.demanded, tag)
    guard isDemanded || isOwned && tag.form != .base || !isSupposed(tag) else { return [] }
    // “Not dominated by China's unfair practices”: what is owned is there, whatever is denied of it.
    if !(isOwned && tag.role == .trait), reading.holds(.negated, tag) || reading.holds(.distanced, tag) {
      // “China has never invaded anyone” turns blame away; a plain “we cannot …” does not.
      guard doer.actor == reading.side.actor, deniesForGood else { return [] }
      return [code(.reject, target: doer.actor, tag, rule: doer.rule)]
    }
    guard canBeBlamed(doer), isOwned || !isAsked else { return [] }
    let type: BlameType = isDemanded ? .demand : .accusation
    // “We oppose interference in others' affairs” blames nobody, whoever was named before.
    if type == .accusation, !isOwned || doer.actor == .unnamed, isOnlyCountered(tag) { return [] }
    return together(doer, in: tag).map { code(type, target: $0, tag, rule: doer.rule) }
  }

  /// The doer of a tag and those who are named as acting with it: “Russia and Iran”, “美国及其盟友” are an entry each.
  private func together(_ doer: Doer, in tag: Tag) -> [Actor] {
    guard doer.mention == reading.conclusion(.agent, tag)?.mention else { return [doer.actor] }
    return ([doer.actor] + reading.partners(inDoing: tag)).unique()
  }

  /// Who does what a tag says: of a partner of the US who is named beside the other side, its deeds are told as the other
  /// side's (“Manila stood firm as Beijing's ships rammed its boats”).
  private func doer(of tag: Tag) -> Doer? {
    guard let doer = reading.doer(of: tag) else { return reading.subjectBefore(tag) }
    let isOwner = doer.rule == "rules/agent-possessive" && tag.form != .past
    guard doer.actor == .ally, reading.side == .us, !isOwner, Self.looseRules.contains(doer.rule) else { return doer }
    let other = reading.doer(of: tag, besides: .ally)
    return other?.actor == reading.side.opposite.actor ? other : doer
  }

  /// The rules that find a doer by nearness more than by grammar.
  private static let looseRules: Set<String> = [
    "rules/agent-subject", "rules/agent-earlier-clause", "rules/agent-possessive",
  ]

  /// One who only asks whether something is so blames nobody, save for what the question takes for granted.
  private var isAsked: Bool { reading.voice == .question && reading.sentence.isQuestion }

  /// Whether a bad act is opposed wherever it may come from, not told of somebody who is named.
  private func isOnlyCountered(_ tag: Tag) -> Bool {
    guard let conclusion = reading.conclusion(.countered, tag) else { return false }
    return conclusion.mention == nil || conclusion.mention?.actor == .unnamed
  }

  /// The rules that find whose a bad act is by grammar alone.
  private static let ownership: Set<String> = [
    "rules/agent-by", "rules/agent-of", "rules/agent-possessive", "rules/zh-agent-possessive",
  ]

  /// The own side blames its predecessors and its other parties, never itself; others blame whom they like.
  private func canBeBlamed(_ doer: Doer) -> Bool {
    guard doer.actor == reading.side.actor else { return true }
    return doer.mention?.isOpponent == true
      || (reading.voice == .quoted && ![reading.side.actor, .unnamed].contains(reading.holder))
  }

  /// Whether the act only lies ahead or is supposed; to be held to account is no supposition.
  private func isSupposed(_ tag: Tag) -> Bool {
    if reading.sentence.entry(of: tag).id == "hold-to-account" { return false }
    return liesAhead(tag) || reading.holds(.hypothetical, tag)
  }

  /// A word of the future stands before the tag, or the two are one word: 会损害.
  private func liesAhead(_ tag: Tag) -> Bool {
    reading.holds(.future, tag)
      || reading.sentence.tags(.scopes, .future).contains { $0.tokens.overlaps(tag.tokens) }
  }

  private var deniesForGood: Bool {
    reading.sentence.has(.rejections, .never, .turnBack) || reading.sentence.has(.voice, .doubt)
  }

  /// An urgent call on someone to stop, withdraw or comply, where the wrong is named by no word of the lists.
  private func bareDemand(_ tag: Tag) -> BlameCode? {
    let isUrgent = reading.sentence.tags(.demands, .urge).contains { reading.sentence.entry(of: $0).id != "wish" }
    guard isUrgent, !isAsked, reading.sentence.entry(of: tag).id != "never-again",
      let doer = reading.doer(of: tag), doer.rule == "rules/agent-urged", doer.actor != reading.side.actor,
      doer.actor != reading.holder
    else { return nil }
    return code(.demand, target: doer.actor, tag, rule: doer.rule)
  }

  /// Concern or protest at what somebody does, or a verb of blaming, where no other word names the wrong.
  private func protest(_ tag: Tag) -> [BlameCode] {
    guard !reading.holds(.negated, tag), let doer = reading.doer(of: tag), doer.rule.hasPrefix("rules/protested"),
      doer.actor != reading.holder, doer.actor != .unnamed, canBeBlamed(doer)
    else { return [] }
    return [code(.accusation, target: doer.actor, tag, rule: doer.rule)]
  }

  private func outcome(_ tag: Tag) -> [BlameCode] {
    guard tag.role == .fault || (tag.role == .outcome && !isSupposed(tag)),
      !isAsked, !reading.holds(.void, tag), !reading.holds(.negated, tag), let doer = reading.doer(of: tag),
      canBeBlamed(doer),
      tag.role == .fault || doer.rule == "rules/agent-of-cause" || (hasCause(of: tag) && acts(doer, before: tag))
    else { return [] }
    return together(doer, in: tag).map { code(.responsibility, target: $0, tag, rule: doer.rule) }
  }

  /// Whether the sentence says what the author of harm did: “台湾地震造成伤亡” and the place of a fire blame nobody.
  private func acts(_ doer: Doer, before tag: Tag) -> Bool {
    guard let mention = doer.mention else { return true }
    return reading.sentence.tags(.blame, .conduct, .act, .trait, .pretext).contains {
      $0.tokens.upperBound <= tag.tokens.lowerBound || $0.tokens.lowerBound >= mention.tokens.upperBound
    }
  }

  /// Whether a word of causing stands before an outcome in its clause, or right behind it: the tensions caused by.
  private func hasCause(of tag: Tag) -> Bool {
    let clause = reading.sentence.tokens[tag.tokens.lowerBound].clause
    return reading.sentence.tags(.blame, .cause).contains {
      $0.tokens.lowerBound <= tag.tokens.upperBound && reading.sentence.tokens[$0.tokens.lowerBound].clause == clause
    }
  }

  /// “Groundless” turns blame away where something was alleged; what is the other side's own lie is an accusation.
  private func rejection(_ tag: Tag) -> [BlameCode] {
    guard !reading.holds(.void, tag), !reading.holds(.negated, tag), isAnswer(tag) else { return [] }
    return [code(.reject, target: reading.holder, tag, rule: nil)]
  }

  private func isAnswer(_ tag: Tag) -> Bool {
    let sentence = reading.sentence
    if sentence.entry(of: tag).id == "reject" || sentence.has(.rejections, .allegation) { return true }
    let isOwnAct = sentence.tags(.blame, .act, .trait).contains { $0.tokens.overlaps(tag.tokens) }
    return !isOwnAct && (sentence.has(.blame, .blaming) || sentence.has(.voice, .claim, .doubt))
  }

  private func admission(_ tag: Tag) -> [BlameCode] {
    guard reading.voice == .own, !reading.holds(.negated, tag) else { return [] }
    return [code(.own, target: reading.side.actor, tag, rule: nil)]
  }

  private func code(_ type: BlameType, target: Actor, _ tag: Tag, rule: String?) -> BlameCode {
    BlameCode(
      by: reading.holder, target: target, type: type, evidence: [reading.sentence.evidence(tag, rule: rule)])
  }

  private func merge(_ code: BlameCode, into codes: inout [BlameCode]) {
    if let index = codes.firstIndex(where: { $0.target == code.target && $0.type == code.type }) {
      codes[index].evidence += code.evidence
    } else {
      codes.append(code)
    }
  }
}
