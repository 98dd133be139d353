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
        tier: tier, holder: reading.holder, stance: stance(of: own), domain: domains(of: own, tier: tier),
        terms: own.map { reading.sentence.evidence($0) })
    }
  }

  /// Whether a term means decoupling here: adjacent ones do only where the other side, or a dependence, is named.
  private func counts(_ term: Tag) -> Bool {
    guard !reading.holds(.void, term) else { return false }
    guard reading.sentence.entry(of: term).needsOtherSide else { return true }
    return namesOtherSide || reading.context.namedOtherSide
  }

  private var namesOtherSide: Bool {
    reading.mentions.contains {
      reading.side == .us ? $0.actor == .prc : ($0.actor == .us || $0.actor == .ally)
    }
  }

  private func stance(of terms: [Tag]) -> [Stance] {
    let pairs: [(Finding, Stance)] = [(.oppose, .oppose), (.deny, .deny), (.accuse, .accuse), (.advocate, .advocate)]
    var found: Set<Stance> = []
    for term in terms {
      for (finding, stance) in pairs where reading.holds(finding, term) { found.insert(stance) }
    }
    if found.contains(.deny) || found.contains(.oppose) { found.remove(.advocate) }
    return found.isEmpty ? [.report] : Stance.allCases.filter(found.contains)
  }

  private func domains(of terms: [Tag], tier: Tier) -> [DecouplingDomain] {
    var found = Set(terms.flatMap { reading.sentence.entry(of: $0).attributes.decouplingDomains })
    if found.isEmpty {
      for term in terms { found.formUnion(near(term)) }
    }
    if found.isEmpty { found = tier == .adjacent ? [.economy] : [.general] }
    return DecouplingDomain.allCases.filter(found.contains)
  }

  /// Domains told by words right beside the term.
  private func near(_ term: Tag) -> [DecouplingDomain] {
    let reach = (term.tokens.lowerBound - 6)...(term.tokens.upperBound + 6)
    return reading.sentence.tags(.domains, .domain)
      .filter { reach.contains($0.tokens.lowerBound) }
      .flatMap { reading.sentence.entry(of: $0).attributes.decouplingDomains }
  }
}
