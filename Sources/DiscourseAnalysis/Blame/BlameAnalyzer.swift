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
    if codes.isEmpty { codes = reading.sentence.tags(.blame, .protest, .blaming).flatMap(protest) }
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
    guard !reading.holds(.void, tag), !isSupposed(tag), !isRejection(tag), let agent = reading.agent(of: tag) else {
      return []
    }
    // “Not dominated by China's unfair practices”: what is owned is there, whatever is denied of it.
    let isOwned = tag.role == .trait && ["rules/agent-by", "rules/agent-possessive"].contains(agent.rule)
    if !isOwned, reading.holds(.negated, tag) || reading.holds(.distanced, tag) {
      // “China has never invaded anyone” turns blame away; a plain “we cannot …” does not.
      guard agent.actor == reading.side.actor, deniesForGood else { return [] }
      return [code(.reject, target: agent.actor, tag, rule: agent.rule)]
    }
    guard agent.actor != reading.side.actor, agent.actor != reading.holder || reading.voice != .own else { return [] }
    let type: BlameType = reading.holds(.demanded, tag) ? .demand : .accusation
    // “We oppose interference in others' affairs” blames nobody, whoever was named before.
    if type == .accusation, reading.holds(.countered, tag), agent.rule != "rules/agent-possessive" { return [] }
    return [code(type, target: agent.actor, tag, rule: agent.rule)]
  }

  /// Whether the act only lies ahead or is supposed; to be held to account is no supposition.
  private func isSupposed(_ tag: Tag) -> Bool {
    if reading.sentence.entry(of: tag).id == "hold-to-account" { return false }
    return reading.holds(.future, tag) || reading.holds(.hypothetical, tag)
  }

  private var deniesForGood: Bool {
    reading.sentence.has(.rejections, .never, .turnBack) || reading.sentence.has(.voice, .doubt)
  }

  /// Whether the word turns blame away here rather than putting it on somebody.
  private func isRejection(_ tag: Tag) -> Bool {
    reading.sentence.tags(.rejections, .groundless).contains { $0.tokens.overlaps(tag.tokens) }
  }

  /// Concern or protest at what somebody does, or a verb of blaming, where no other word names the wrong.
  private func protest(_ tag: Tag) -> [BlameCode] {
    guard !reading.holds(.negated, tag), let agent = reading.agent(of: tag), agent.rule == "rules/protested",
      agent.actor != reading.holder, agent.actor != reading.side.actor || reading.voice == .quoted
    else { return [] }
    return [code(.accusation, target: agent.actor, tag, rule: agent.rule)]
  }

  private func outcome(_ tag: Tag) -> [BlameCode] {
    let isSupposed = reading.holds(.future, tag) || reading.holds(.hypothetical, tag)
    guard tag.role == .fault || (tag.role == .outcome && hasCause(before: tag) && !isSupposed),
      !reading.holds(.void, tag), !reading.holds(.negated, tag), let agent = reading.agent(of: tag),
      agent.actor != reading.side.actor
    else { return [] }
    return [code(.responsibility, target: agent.actor, tag, rule: agent.rule)]
  }

  /// Whether a word of causing stands before an outcome in its clause.
  private func hasCause(before tag: Tag) -> Bool {
    let clause = reading.sentence.tokens[tag.tokens.lowerBound].clause
    return reading.sentence.tags(.blame, .cause).contains {
      $0.tokens.lowerBound < tag.tokens.lowerBound && reading.sentence.tokens[$0.tokens.lowerBound].clause == clause
    }
  }

  private func rejection(_ tag: Tag) -> [BlameCode] {
    guard !reading.holds(.void, tag) else { return [] }
    return [code(.reject, target: reading.holder, tag, rule: nil)]
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
