internal import DiscourseModel
internal import Lexicon

/// Codes who endangers whom: acts and words of danger, joined by rules with the one who poses them and the one who
/// suffers them.
struct ThreatAnalyzer {
  let reading: Reading

  /// The codes after the weights had their say.
  func codes(weighedBy weights: PresenceWeights?) -> [ThreatCode] {
    guard let weights else { return codes() }
    return weights.revised(codes(), of: reading, candidates: candidates, makes: likeliestCode)
  }

  /// The words that could name a threat where no rule says so.
  var candidates: [Tag] {
    let roles: [Role] = [.act, .menace, .challenge, .phenomenon]
    return reading.asserted(
      roles.flatMap { reading.sentence.tags(.threat, $0) } + reading.sentence.tags(.blame, .act))
  }

  /// A threat from whoever is named, else from nobody.
  private func likeliestCode(_ tag: Tag) -> ThreatCode? {
    make(
      tag, reading.sentence.entry(of: tag), from: reading.likeliestDoer(of: tag) ?? .none, rule: "weights/threat",
      denied: false)
  }

  /// The codes of the sentence, in the order in which their evidence stands.
  func codes() -> [ThreatCode] {
    let sentence = reading.sentence
    var codes: [ThreatCode] = []
    let words = sentence.tags(.threat, .act, .menace, .challenge, .denial, .phenomenon)
    let hasMenace = words.contains { $0.role != .phenomenon }
    for tag in words {
      if tag.role == .phenomenon, hasMenace || !opposesPhenomenon(tag) { continue }
      guard let code = code(for: tag) else { continue }
      merge(code, into: &codes)
    }
    for tag in sentence.tags where tag.list == .blame && tag.role == .act {
      if let code = harmAhead(tag) { merge(code, into: &codes) }
    }
    return codes
  }

  /// A named actor's policy that will harm is a threat; once it does harm it is blame. Entries of harm carry an intensity.
  private func harmAhead(_ tag: Tag) -> ThreatCode? {
    let entry = reading.sentence.entry(of: tag)
    guard entry.attributes.intensity != nil, reading.holds(.future, tag), !reading.holds(.negated, tag),
      let agent = reading.agent(of: tag), agent.actor != reading.side.actor
    else { return nil }
    return make(tag, entry, from: agent.actor, rule: agent.rule, denied: false)
  }

  private func code(for tag: Tag) -> ThreatCode? {
    guard !reading.holds(.void, tag) else { return nil }
    let entry = reading.sentence.entry(of: tag)
    if tag.role == .denial { return denial(tag, entry: entry) }
    let agent = reading.agent(of: tag)
    if reading.holds(.negated, tag) || reading.holds(.distanced, tag) {
      guard let agent, [reading.side.actor, reading.holder].contains(agent.actor) || tag.role == .menace else {
        return nil
      }
      return make(tag, entry, from: agent.actor, rule: agent.rule, denied: true)
    }
    guard let (from, rule) = source(of: tag, agent: agent) else { return nil }
    return make(tag, entry, from: from, rule: rule, denied: false)
  }

  /// A set phrase of denial: the one who is no threat is named in it or in its clause, else it is the speaker.
  private func denial(_ tag: Tag, entry: Entry) -> ThreatCode? {
    let clause = reading.sentence.tokens[tag.tokens.lowerBound].clause
    let named = reading.mentions.last {
      $0.tokens.upperBound <= tag.tokens.lowerBound && $0.kind != .object
        && reading.sentence.tokens[$0.tokens.lowerBound].clause == clause
    }
    return make(tag, entry, from: entry.attributes.actor ?? named?.actor ?? reading.holder, rule: nil, denied: true)
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
        tag.role == .act && agent.rule.hasSuffix("subject") && reading.holds(.countered, tag)
        && !reading.holds(.demanded, tag)
      return isOnlyOpposed ? nil : (agent.actor, agent.rule)
    }
    if tag.role == .act {
      // “We counter economic coercion”: somebody coerces.
      guard reading.side == .us, reading.sentence.language == .en, reading.holds(.countered, tag) else { return nil }
      return (.unnamed, nil)
    }
    // “We face new dangers”: nobody's act.
    let isNoun = tag.role == .menace && tag.form == .noun
    return hasPhenomenon || isNoun ? (.none, nil) : nil
  }

  private func make(_ tag: Tag, _ entry: Entry, from: Actor, rule: String?, denied: Bool) -> ThreatCode {
    ThreatCode(
      from: from, to: reading.patient(of: tag, besides: from) ?? defaultObject(from: from),
      domain: domains(of: tag, entry: entry), polarity: denied ? .deny : .assert,
      intensity: denied ? 1 : intensity(of: tag, entry: entry),
      evidence: [reading.sentence.evidence(tag, rule: rule)])
  }

  private var hasPhenomenon: Bool { reading.sentence.has(.threat, .phenomenon) }

  /// A phenomenon alone is a threat where the sentence sets itself against it.
  private func opposesPhenomenon(_ tag: Tag) -> Bool {
    !reading.sentence.entry(of: tag).needsMenace && reading.holds(.countered, tag)
  }

  /// Where nothing is said: the own side if the speaker speaks of “us”, else the order of the world.
  private func defaultObject(from: Actor) -> Actor {
    if let suffering = reading.mentions.first(where: { $0.actor != from && $0.kind == .self }) {
      return suffering.actor
    }
    if reading.mentions.contains(where: { $0.actor == reading.side.actor && $0.actor != from }) {
      return reading.side.actor
    }
    return .order
  }

  private func domains(of tag: Tag, entry: Entry) -> [ThreatDomain] {
    let own = entry.attributes.threatDomains
    // “Order” is what a hostile act offends in general; the words around it may say more.
    if !own.isEmpty, own != [.order] { return own }
    let phenomena = reading.sentence.tags(.threat, .phenomenon)
      .flatMap { reading.sentence.entry(of: $0).attributes.threatDomains }
    let near = phenomena.isEmpty ? reading.threatDomains(near: tag) : ThreatDomain.allCases.filter(phenomena.contains)
    let told = own.isEmpty ? Array(near.prefix(2)) : Array(near.filter { $0 != .values }.prefix(1))
    return told.isEmpty ? [.order] : told
  }

  private func intensity(of tag: Tag, entry: Entry) -> Int {
    if reading.sentence.has(.threat, .intensifier) { return 3 }
    return entry.attributes.intensity ?? (tag.role == .challenge ? 1 : 2)
  }

  private func merge(_ code: ThreatCode, into codes: inout [ThreatCode]) {
    let index = codes.firstIndex { $0.from == code.from && $0.to == code.to && $0.polarity == code.polarity }
    guard let index else {
      codes.append(code)
      return
    }
    let domains = Set(codes[index].domain + code.domain)
    codes[index].domain = ThreatDomain.allCases.filter(domains.contains)
    codes[index].intensity = max(codes[index].intensity, code.intensity)
    codes[index].evidence += code.evidence
  }
}
