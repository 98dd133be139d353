internal import DiscourseModel
internal import Lexicon

/// Codes who endangers whom: acts and words of danger, joined by rules with the one who poses them and the one who
/// suffers them.
struct ThreatAnalyzer {
  let reading: Reading

  /// The codes after the weights had their say.
  func codes(weighedBy weights: CodeWeights) -> [ThreatCode] {
    var drafts = drafts(weighedBy: weights[.threat])
    if let own = weights[.threatSource] { drafts = sources(of: drafts, weighedBy: own) }
    return drafts.map { code($0, weighedBy: weights[.threatDomain]) }
  }

  /// What stands once the weights have said whether the sentence carries a threat at all.
  func drafts(weighedBy weights: LinearWeights?) -> [ThreatDraft] {
    let drafts = drafts()
    // A set phrase of denial is one whatever stands around it.
    guard let weights, !drafts.contains(where: isSetPhrase) else { return drafts }
    return weights.revised(drafts, of: reading, candidates: candidates, makes: likeliestDraft)
  }

  private func isSetPhrase(_ draft: ThreatDraft) -> Bool {
    draft.isDenied && draft.words.contains { $0.tag.role == .denial }
  }

  /// The words that could name a threat where no rule says so.
  var candidates: [Tag] {
    let roles: [Role] = [.act, .menace, .challenge, .phenomenon]
    return reading.asserted(
      roles.flatMap { reading.sentence.tags(.threat, $0) } + reading.sentence.tags(.blame, .act))
  }

  /// A threat from whoever is named, else from nobody, or from somebody if it is an act that somebody must do.
  func likeliestDraft(_ tag: Tag) -> ThreatDraft? {
    draft(
      tag, from: reading.likeliestDoer(of: tag) ?? (needsDoer(tag) ? .unnamed : .none), rule: "weights/threat")
  }

  /// Whether somebody does it: an attack, coercion; not terror, crime or war at large.
  private func needsDoer(_ tag: Tag) -> Bool {
    let attributes = reading.sentence.entry(of: tag).attributes
    return tag.role == .act && attributes.threatDomains != [.society] && attributes.intensity != 3
  }

  /// What the rules find, in the order in which its evidence stands.
  func drafts() -> [ThreatDraft] {
    let sentence = reading.sentence
    var drafts: [ThreatDraft] = []
    let words = sentence.tags(.threat, .act, .menace, .challenge, .denial, .phenomenon)
    let hasMenace = words.contains { $0.role != .phenomenon }
    for tag in words {
      if tag.role == .phenomenon, hasMenace || !opposesPhenomenon(tag) { continue }
      for draft in self.drafts(for: tag) { drafts.merge(draft) }
    }
    for tag in sentence.tags(.blame, .act, .outcome, .trait) {
      if let draft = harmAhead(tag) ?? averted(tag) { drafts.merge(draft) }
    }
    return withoutEchoes(drafts)
  }

  /// A word of danger that names nobody beside one that does speaks of the same danger, unless a phenomenon poses it.
  private func withoutEchoes(_ drafts: [ThreatDraft]) -> [ThreatDraft] {
    guard !hasPhenomenon, drafts.contains(where: { $0.from != .none && !$0.isDenied }) else { return drafts }
    return drafts.filter { $0.from != .none || $0.isDenied }
  }

  /// A named actor's policy that will harm is a threat; once it does harm it is blame. Entries of harm carry an intensity.
  private func harmAhead(_ tag: Tag) -> ThreatDraft? {
    let entry = reading.sentence.entry(of: tag)
    guard entry.attributes.intensity != nil || tag.role == .outcome, tag.role != .trait, reading.holds(.future, tag),
      !reading.holds(.negated, tag),
      let agent = reading.agent(of: tag), agent.actor != reading.side.actor
    else { return nil }
    return draft(tag, from: agent.actor, rule: agent.rule)
  }

  /// A wrong from which someone is shielded lies ahead as well.
  private func averted(_ tag: Tag) -> ThreatDraft? {
    guard tag.role != .outcome, reading.holds(.averted, tag), !reading.holds(.negated, tag) else { return nil }
    let agent = reading.agent(of: tag)
    guard agent?.actor != reading.side.actor else { return draft(tag, from: .unnamed, rule: nil) }
    return draft(tag, from: agent?.actor ?? .unnamed, rule: agent?.rule)
  }

  private func drafts(for tag: Tag) -> [ThreatDraft] {
    guard !reading.holds(.void, tag) else { return [] }
    if tag.role == .denial { return [denial(tag)] }
    let agent = reading.agent(of: tag) ?? agentBefore(tag)
    if reading.holds(.negated, tag) || reading.holds(.distanced, tag) {
      guard let agent, [reading.side.actor, reading.holder].contains(agent.actor) || tag.role == .menace else {
        return []
      }
      return [draft(tag, from: agent.actor, rule: agent.rule, isDenied: true)]
    }
    guard let (from, rule) = source(of: tag, agent: agent) else { return [] }
    let partners = from == agent?.actor ? reading.partners(inDoing: tag) : []
    return ([from] + partners.filter { $0 != from }).map { draft(tag, from: $0, rule: rule) }
  }

  /// “This bullying must end”: where a sentence names nobody before an act, the other side is meant of whom the text spoke.
  private func agentBefore(_ tag: Tag) -> (actor: Actor, rule: String)? {
    guard reading.sentence.language == .en, let subject = reading.context.subject,
      subject == reading.side.opposite.actor,
      !reading.mentions.contains(where: { $0.tokens.lowerBound < tag.tokens.lowerBound && $0.kind != .object })
    else { return nil }
    return (subject, "rules/subject-of-sentence-before")
  }

  /// A set phrase of denial: the one who is no threat is named in it or in its clause, else it is the speaker.
  private func denial(_ tag: Tag) -> ThreatDraft {
    let clause = reading.sentence.tokens[tag.tokens.lowerBound].clause
    let named = reading.mentions.last {
      $0.tokens.upperBound <= tag.tokens.lowerBound && $0.kind != .object
        && reading.sentence.tokens[$0.tokens.lowerBound].clause == clause
    }
    let own = reading.sentence.entry(of: tag).attributes.actor
    let subject = reading.agent(of: tag)
    return draft(
      tag, from: own ?? named?.actor ?? subject?.actor ?? reading.holder, rule: subject?.rule, isDenied: true)
  }

  /// Who poses an asserted threat. The own side poses none in its own words: where it is the subject, it sets itself
  /// against a phenomenon, or against someone whom it does not name.
  private func source(of tag: Tag, agent: (actor: Actor, rule: String)?) -> (Actor, String?)? {
    if tag.role == .phenomenon { return (.none, nil) }
    let isGuess = agent?.rule == "rules/subject-of-sentence-before" && tag.role != .act
    if let agent, !isGuess, agent.actor != reading.side.actor,
      agent.actor != reading.holder || reading.voice == .question
    {
      let isOnlyOpposed =
        tag.role == .act && agent.rule.hasSuffix("subject") && agent.actor != reading.side.opposite.actor
        && reading.holds(.countered, tag)
        && !reading.holds(.demanded, tag)
      return isOnlyOpposed ? nil : (agent.actor, agent.rule)
    }
    if tag.role == .act {
      // “We counter economic coercion”: somebody coerces.
      guard reading.side == .us, reading.sentence.language == .en, reading.holds(.countered, tag) else { return nil }
      return (needsDoer(tag) ? .unnamed : .none, nil)
    }
    // “We face new dangers”: nobody's act.
    let isNoun = tag.role == .menace && tag.form == .noun
    return hasPhenomenon || isNoun ? (.none, nil) : nil
  }

  func draft(_ tag: Tag, from: Actor, rule: String?, isDenied: Bool = false) -> ThreatDraft {
    ThreatDraft(
      from: from, to: reading.patient(of: tag, besides: from) ?? defaultObject(from: from), isDenied: isDenied,
      words: [ThreatDraft.Word(tag: tag, rule: rule)])
  }

  private func code(_ draft: ThreatDraft, weighedBy weights: LinearWeights?) -> ThreatCode {
    ThreatCode(
      from: draft.from, to: draft.to, domain: domains(of: draft, weighedBy: weights),
      polarity: draft.isDenied ? .deny : .assert, intensity: intensity(of: draft),
      evidence: draft.words.map { reading.sentence.evidence($0.tag, rule: $0.rule) })
  }

  private var hasPhenomenon: Bool { reading.sentence.has(.threat, .phenomenon) }

  /// A phenomenon alone is a threat where the sentence sets itself against it.
  private func opposesPhenomenon(_ tag: Tag) -> Bool {
    !reading.sentence.entry(of: tag).needsMenace && reading.holds(.countered, tag)
  }

  /// Where nothing is said: the own side if the speaker speaks of “us”, else the order of the world.
  func defaultObject(from: Actor) -> Actor {
    if let suffering = reading.mentions.first(where: { $0.actor != from && $0.kind == .self }) {
      return suffering.actor
    }
    if reading.mentions.contains(where: { $0.actor == reading.side.actor && $0.actor != from }) {
      return reading.side.actor
    }
    return .order
  }

  private func intensity(of draft: ThreatDraft) -> Int {
    if draft.isDenied { return 1 }
    if reading.sentence.has(.threat, .intensifier) { return 3 }
    return draft.words.map { word in
      reading.sentence.entry(of: word.tag).attributes.intensity ?? (word.tag.role == .challenge ? 1 : 2)
    }.max() ?? 2
  }
}
