internal import DiscourseModel
internal import Lexicon

/// Codes what a sentence says of decoupling: its terms by tier, whose stance it is, which, and in what domain.
struct DecouplingAnalyzer {
  let reading: Reading

  /// The codes of the sentence, one for each tier and holder.
  func codes() -> [DecouplingCode] {
    let terms = reading.sentence.tags(.decoupling, .term).filter(counts)
    return Tier.allCases.flatMap { tier in
      let own = terms.filter { reading.sentence.entry(of: $0).attributes.tier == tier }
      return own.map(holder).unique().map { holder in
        let held = own.filter { self.holder(of: $0) == holder }
        return DecouplingCode(
          tier: tier, holder: holder, stance: stance(of: held, tier: tier, holder: holder),
          domain: domains(of: held, among: terms), terms: held.map { reading.sentence.evidence($0) })
      }
    }
  }

  /// Whose stance on a term it is: the speaker's, unless the sentence says whose else.
  private func holder(of term: Tag) -> Actor {
    if let other = reading.conclusion(.holder, term)?.mention?.actor, other != reading.side.actor { return other }
    return reading.holder == .other ? quotedPartner ?? .other : reading.holder
  }

  /// The partner for whom someone speaks who is quoted and whom no list names: 外长表示，法方反对….
  private var quotedPartner: Actor? {
    guard reading.voice == .quoted else { return nil }
    return reading.mentions.first { $0.actor == .ally && $0.kind != .object }?.actor
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

  private func stance(of terms: [Tag], tier: Tier, holder: Actor) -> [Stance] {
    if reading.voice == .question, holder == .other { return [.report] }
    var found: Set<Stance> = []
    for term in terms { found.formUnion(findings(about: term)) }
    if found.contains(.deny) || found.contains(.oppose) { found.remove(.advocate) }
    if found.isEmpty, tier == .adjacent, isOwnPolicy(terms) { found = [.advocate] }
    return found.isEmpty ? [.report] : Stance.allCases.filter(found.contains)
  }

  private func findings(about term: Tag) -> Set<Stance> {
    let pairs: [(Finding, Stance)] = [(.oppose, .oppose), (.deny, .deny), (.advocate, .advocate)]
    var found = Set(pairs.filter { reading.holds($0.0, term) }.map(\.1))
    // “搞脱钩不符合双方利益” is a verdict on whoever does it, not on the one of whom the text spoke before.
    let dropped = found.contains(.oppose) ? nil : droppedSubject
    if let pursuit = reading.conclusion(.accuse, term), let doer = pursuit.mention?.actor ?? dropped,
      isAccused(doer)
    {
      found.insert(.accuse)
    }
    return found
  }

  /// The other side where the sentence goes on about it without naming a subject of its own.
  private var droppedSubject: Actor? {
    let hasSubject = reading.mentions.contains { $0.tokens.lowerBound < 4 && $0.kind != .object }
    return hasSubject || reading.context.subject != reading.side.opposite.actor ? nil : reading.context.subject
  }

  /// Nobody accuses the own side; who goes along with it is no culprit.
  private func isAccused(_ doer: Actor) -> Bool {
    reading.voice != .own || doer != reading.side.actor && !(reading.side == .us && doer == .ally)
  }

  /// De-risking and diversifying are the policy of the West, self-reliance is that of both: named without a stance, they are
  /// announced.
  private func isOwnPolicy(_ terms: [Tag]) -> Bool {
    if reading.holder == .us || reading.holder == .ally { return true }
    return terms.contains { reading.sentence.entry(of: $0).needsOtherSide }
  }

  /// The domains of some terms of a tier among all of the sentence. Each adjacent term has its own; of several core terms
  /// those tell that say more than the bare word.
  private func domains(of terms: [Tag], among all: [Tag]) -> [DecouplingDomain] {
    let told = terms.map { domains(of: $0, among: all) }
    let isCore = terms.contains { reading.sentence.entry(of: $0).attributes.tier == .core }
    let found = Set(isCore ? told.joined().map { $0 } : told.flatMap { $0.isEmpty ? [.general] : $0 })
    return found.isEmpty ? [.general] : DecouplingDomain.allCases.filter(found.contains)
  }

  /// What a term says itself, else the words beside it, else, in English, the words beside the sentence's other terms
  /// (“de-risk our economies rather than decouple”); nothing for bare 脱钩, walls and fences.
  private func domains(of term: Tag, among all: [Tag]) -> [DecouplingDomain] {
    let own = reading.sentence.entry(of: term).attributes.decouplingDomains
    let beside = near(term)
    guard reading.sentence.language == .en else { return own.isEmpty ? beside : own }
    // “De-risk, not decouple”: beside bare decoupling, bare de-risking is as general.
    let isAsGeneral = beside.isEmpty && isDeRisking(term) && all.contains(where: isBare)
    if !own.isEmpty, !isAsGeneral { return own }
    guard beside.isEmpty else { return beside }
    // What lies behind walls and fences is told anywhere in the sentence.
    return reading.sentence.entry(of: term).attributes.tier == .adjacent && own.isEmpty ? told : all.flatMap(near)
  }

  /// Domains told by any word of the sentence outside its terms of decoupling.
  private var told: [DecouplingDomain] {
    let terms = reading.sentence.tags(.decoupling, .term)
    return reading.sentence.tags(.domains, .domain)
      .filter { word in !terms.contains { $0.tokens.overlaps(word.tokens) } }
      .flatMap { reading.sentence.entry(of: $0).attributes.decouplingDomains }
  }

  private func isBare(_ term: Tag) -> Bool {
    let attributes = reading.sentence.entry(of: term).attributes
    return attributes.tier == .core && attributes.decouplingDomains.isEmpty
  }

  private func isDeRisking(_ term: Tag) -> Bool { reading.sentence.entry(of: term).id == "de-risk" }

  /// Domains told by words beside the term, outside all terms: 经济“脱钩”, decouple our economies.
  private func near(_ term: Tag) -> [DecouplingDomain] {
    let isEnglish = reading.sentence.language == .en
    let reach = (term.tokens.lowerBound - 3)...(term.tokens.upperBound + (isEnglish ? 6 : 0))
    let terms = reading.sentence.tags(.decoupling, .term)
    return reading.sentence.tags(.domains, .domain)
      .filter { word in
        reach.contains(word.tokens.lowerBound) && !terms.contains { $0.tokens.overlaps(word.tokens) }
      }
      .flatMap { reading.sentence.entry(of: $0).attributes.decouplingDomains }
  }
}
