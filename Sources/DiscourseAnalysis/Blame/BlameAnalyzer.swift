internal import DiscourseModel
internal import Lexicon

/// Codes who is held answerable: bad acts and qualities joined by rules with their doer, outcomes with their cause,
/// demands with the one who must stop, and blame that is turned away.
struct BlameAnalyzer {
  let reading: Reading

  /// The codes of the sentence, in the order in which their evidence stands.
  func codes() -> [BlameCode] {
    var codes: [BlameCode] = []
    for tag in reading.sentence.tags {
      for code in self.codes(for: tag) { merge(code, into: &codes) }
    }
    return codes
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
    guard !reading.holds(.void, tag), !reading.holds(.future, tag), !reading.holds(.hypothetical, tag),
      let agent = reading.agent(of: tag)
    else { return [] }
    if reading.holds(.negated, tag) || reading.holds(.distanced, tag) {
      guard agent.actor == reading.side.actor else { return [] }
      return [code(.reject, target: agent.actor, tag, rule: agent.rule)]
    }
    guard agent.actor != reading.side.actor, agent.actor != .none, agent.actor != .order else { return [] }
    let type: BlameType = reading.holds(.demanded, tag) ? .demand : .accusation
    return [code(type, target: agent.actor, tag, rule: agent.rule)]
  }

  private func outcome(_ tag: Tag) -> [BlameCode] {
    guard tag.role == .fault || (tag.role == .outcome && reading.sentence.has(.blame, .cause)),
      !reading.holds(.void, tag), !reading.holds(.future, tag), !reading.holds(.hypothetical, tag),
      !reading.holds(.negated, tag), let agent = reading.agent(of: tag), agent.actor != reading.side.actor
    else { return [] }
    return [code(.responsibility, target: agent.actor, tag, rule: agent.rule)]
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
