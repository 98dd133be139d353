internal import DiscourseModel
internal import Lexicon

/// Codes who endangers whom: acts and words of danger, joined by rules with the one who poses them and the one who
/// suffers them.
struct ThreatAnalyzer {
  let reading: Reading

  private struct Key: Hashable {
    var from: Actor
    var to: Actor
    var polarity: Polarity
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
    return codes
  }

  private func code(for tag: Tag) -> ThreatCode? {
    guard !reading.holds(.void, tag) else { return nil }
    let entry = reading.sentence.entry(of: tag)
    let agent = reading.agent(of: tag)
    let denied = tag.role == .denial || reading.holds(.negated, tag) || reading.holds(.distanced, tag)
    let from: Actor
    switch tag.role {
    case .denial: from = agent?.actor ?? reading.holder
    case .phenomenon: from = .none
    case .act:
      guard let agent else { return nil }
      from = agent.actor
    default:
      if let agent { from = agent.actor } else if hasPhenomenon { from = .none } else { return nil }
    }
    if from == reading.side.actor, !denied { return nil }
    let to = reading.patient(of: tag, besides: from) ?? defaultObject(from: from)
    return ThreatCode(
      from: from, to: to, domain: domains(of: tag, entry: entry), polarity: denied ? .deny : .assert,
      intensity: denied ? 1 : intensity(of: tag, entry: entry),
      evidence: [reading.sentence.evidence(tag, rule: agent?.rule)])
  }

  private var hasPhenomenon: Bool { reading.sentence.has(.threat, .phenomenon) }

  /// A phenomenon alone is a threat where the sentence sets itself against it.
  private func opposesPhenomenon(_ tag: Tag) -> Bool { reading.holds(.countered, tag) }

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
    if !entry.attributes.threatDomains.isEmpty { return entry.attributes.threatDomains }
    let phenomena = reading.sentence.tags(.threat, .phenomenon)
      .flatMap { reading.sentence.entry(of: $0).attributes.threatDomains }
    let near = phenomena.isEmpty ? reading.threatDomains(near: tag) : ThreatDomain.allCases.filter(phenomena.contains)
    return near.isEmpty ? [.order] : Array(near.prefix(2))
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
