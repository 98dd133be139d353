internal import DiscourseModel
internal import Lexicon

/// Codes what a sentence says of decoupling: its terms by tier, whose stance it is, which, and in what domain.
struct DecouplingAnalyzer {
  let reading: Reading

  /// The codes of the sentence, one for each tier.
  func codes() -> [DecouplingCode] {
    let terms = reading.sentence.tags(.decoupling, .term).filter(counts)
    return Tier.allCases.compactMap { tier in
      let own = terms.filter { reading.sentence.entry(of: $0).attributes.tier == tier }
      guard !own.isEmpty else { return nil }
      return DecouplingCode(
        tier: tier, holder: reading.holder, stance: stance(of: own, tier: tier), domain: domains(of: own),
        terms: own.map { reading.sentence.evidence($0) })
    }
  }

  /// Whether a term means decoupling here: adjacent ones do only where the other side, or a dependence, is named.
  private func counts(_ term: Tag) -> Bool {
    guard !reading.holds(.void, term) else { return false }
    let entry = reading.sentence.entry(of: term)
    if entry.needsOtherSide { return namesOtherSide || reading.context.namedOtherSide }
    // 脱钩 is also said of wagons, ropes and offices: bare, it needs a stance, a state, or quotation marks.
    guard reading.sentence.language == .zh, entry.attributes.tier == .core, entry.attributes.decouplingDomains.isEmpty
    else {
      return true
    }
    return isQuoted(term) || namesAState || reading.context.namedOtherSide
      || !findings(about: term).isDisjoint(with: [.oppose, .deny])
  }

  private func isQuoted(_ term: Tag) -> Bool {
    reading.sentence.tokens[term.tokens].contains { $0.quoteDepth > 0 }
  }

  /// Whether the sentence names a state beside the own one, or a pair of states.
  private var namesAState: Bool {
    reading.mentions.contains { $0.actor != reading.side.actor }
      || reading.sentence.tags(.actors, .trap).contains { reading.sentence.entry(of: $0).id.hasPrefix("pair-") }
  }

  private var namesOtherSide: Bool {
    reading.mentions.contains {
      reading.side == .us ? $0.actor == .prc : ($0.actor == .us || $0.actor == .ally)
    }
  }

  private func stance(of terms: [Tag], tier: Tier) -> [Stance] {
    if reading.voice == .question, reading.holder == .other { return [.report] }
    var found: Set<Stance> = []
    for term in terms { found.formUnion(findings(about: term)) }
    if found.contains(.deny) || found.contains(.oppose) { found.remove(.advocate) }
    if found.isEmpty, tier == .adjacent, isOwnPolicy(terms) { found = [.advocate] }
    return found.isEmpty ? [.report] : Stance.allCases.filter(found.contains)
  }

  private func findings(about term: Tag) -> Set<Stance> {
    let pairs: [(Finding, Stance)] = [(.oppose, .oppose), (.deny, .deny), (.accuse, .accuse), (.advocate, .advocate)]
    return Set(pairs.filter { reading.holds($0.0, term) }.map(\.1))
  }

  /// De-risking and diversifying are the policy of the West, self-reliance is that of both: named without a stance, they are
  /// announced.
  private func isOwnPolicy(_ terms: [Tag]) -> Bool {
    if reading.holder == .us || reading.holder == .ally { return true }
    return terms.contains { reading.sentence.entry(of: $0).needsOtherSide }
  }

  private func domains(of terms: [Tag]) -> [DecouplingDomain] {
    var found = Set(terms.flatMap { reading.sentence.entry(of: $0).attributes.decouplingDomains })
    if found.isEmpty {
      for term in terms { found.formUnion(near(term)) }
    }
    // Bare 脱钩, walls and fences: no object, no domain of their own.
    if found.isEmpty { found = [.general] }
    return DecouplingDomain.allCases.filter(found.contains)
  }

  /// Domains told by words right beside the term: 经济“脱钩”, decouple our economies.
  private func near(_ term: Tag) -> [DecouplingDomain] {
    let after = reading.sentence.language == .en ? 3 : 0
    let reach = (term.tokens.lowerBound - 3)...(term.tokens.upperBound + after)
    return reading.sentence.tags(.domains, .domain)
      .filter { reach.contains($0.tokens.lowerBound) }
      .flatMap { reading.sentence.entry(of: $0).attributes.decouplingDomains }
  }
}
