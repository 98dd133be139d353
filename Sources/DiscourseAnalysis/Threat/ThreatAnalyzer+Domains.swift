internal import DiscourseModel
internal import Lexicon

/// In what fields a threat lies: its own words tell, else the words around it, else the sentence before.
extension ThreatAnalyzer {
  /// The fields of a draft, by weights where there are any.
  func domains(of draft: ThreatDraft, weighedBy weights: LinearWeights?) -> [ThreatDomain] {
    let told = domains(of: draft)
    guard let weights else { return told }
    let clues = DomainClues(draft, in: reading, told: told)
    let all = ThreatDomain.allCases
    let odds = all.map { weights.logOdds(clues.features(of: $0)) }
    return weights.chosen(odds: odds, isCoded: all.map(told.contains), addsMore: true).map { all[$0] }
  }

  /// The fields that the rules tell.
  func domains(of draft: ThreatDraft) -> [ThreatDomain] {
    let found = Set(draft.words.flatMap { domains(of: $0.tag, in: draft) })
    return ThreatDomain.allCases.filter(found.contains)
  }

  private func domains(of tag: Tag, in draft: ThreatDraft) -> [ThreatDomain] {
    let own = reading.sentence.entry(of: tag).attributes.threatDomains
    // “Order” is what a hostile act offends in general; the words around it may say more.
    guard own.isEmpty || own == [.order] else { return own + besides(own) }
    if draft.from == .none {
      let phenomena = phenomena(near: tag)
      if !phenomena.isEmpty { return phenomena }
    }
    let near = reading.threatDomains(near: tag)
    let told = own.isEmpty ? Array(near.prefix(2)) : Array(near.filter { $0 != .values }.prefix(1))
    if !told.isEmpty { return told }
    if draft.isDenied || !own.isEmpty { return [.order] }
    if let before = reading.context.domains.first { return [before] }
    // What the two sides mean by a bare danger.
    return [reading.side == .us ? .military : .order]
  }

  /// The fields of the phenomena in a word's clause, or in the sentence where there are none.
  private func phenomena(near tag: Tag) -> [ThreatDomain] {
    func clause(_ tag: Tag) -> Int { reading.sentence.tokens[tag.tokens.lowerBound].clause }
    let all = reading.sentence.tags(.threat, .phenomenon)
    let near = all.filter { clause($0) == clause(tag) }
    return (near.isEmpty ? all : near).flatMap { reading.sentence.entry(of: $0).attributes.threatDomains }
  }

  /// Force around Taiwan or at sea is about territory too, and suppressing technology is about technology.
  private func besides(_ own: [ThreatDomain]) -> [ThreatDomain] {
    let words = Set(reading.sentence.tags(.domains, .domain).map { reading.sentence.entry(of: $0).id })
    if own == [.military] { return words.isDisjoint(with: ["taiwan-domain", "south-china-sea"]) ? [] : [.territory] }
    if own == [.economy] { return words.isDisjoint(with: ["technology", "chips"]) ? [] : [.technology] }
    return []
  }
}

/// What a draft's sentence says of its fields, for weights.
struct DomainClues {
  private let reading: Reading
  private let draft: ThreatDraft
  private let told: [ThreatDomain]
  private let entries: Set<ThreatDomain>
  private let clause: Set<ThreatDomain>
  private let sentence: Set<ThreatDomain>
  private let nearest: Set<ThreatDomain>
  private let phenomena: Set<ThreatDomain>
  private let others: Set<ThreatDomain>

  init(_ draft: ThreatDraft, in reading: Reading, told: [ThreatDomain]) {
    (self.reading, self.draft, self.told) = (reading, draft, told)
    let sentence = reading.sentence
    func domains(_ tags: some Sequence<Tag>) -> Set<ThreatDomain> {
      Set(tags.flatMap { sentence.entry(of: $0).attributes.threatDomains })
    }
    func clause(_ tag: Tag) -> Int { sentence.tokens[tag.tokens.lowerBound].clause }
    let own = draft.words.map(\.tag)
    let words = sentence.tags(.domains, .domain)
    let clauses = Set(own.map(clause))
    entries = domains(own)
    self.clause = domains(words.filter { clauses.contains(clause($0)) })
    self.sentence = domains(words)
    let place = own.first?.tokens.lowerBound ?? 0
    let near = words.min { abs($0.tokens.lowerBound - place) < abs($1.tokens.lowerBound - place) }
    nearest = domains(near.map { [$0] } ?? [])
    phenomena = domains(sentence.tags(.threat, .phenomenon))
    others = domains(sentence.tags(.threat, .act).filter { !own.contains($0) } + sentence.tags(.blame, .act))
  }

  /// The features of a field.
  func features(of domain: ThreatDomain, named: Bool = false) -> FeatureSet {
    var features = FeatureSet(named: named)
    func insert(_ clue: String, if holds: Bool) {
      guard holds else { return }
      features.insert(clue)
      features.insert(domain.rawValue, "<", clue)
    }
    features.insert(domain.rawValue)
    insert("rules", if: told.contains(domain))
    insert(told.count > 1 ? "rules-among-more" : "rules-alone", if: told.contains(domain))
    insert("entry", if: entries.contains(domain))
    insert("entry-says-other", if: !entries.contains(domain) && !entries.isEmpty && entries != [.order])
    insert("clause", if: clause.contains(domain))
    insert("sentence", if: sentence.contains(domain))
    insert("nearest", if: nearest.contains(domain))
    insert("phenomenon", if: phenomena.contains(domain))
    insert("other-act", if: others.contains(domain))
    insert("before", if: reading.context.domains.contains(domain))
    insert("only-before", if: sentence.isEmpty && reading.context.domains.contains(domain))
    features.insert(domain.rawValue, "<from=", SentenceFeatures.name(of: draft.from, in: reading))
    features.insert(domain.rawValue, "<to=", SentenceFeatures.name(of: draft.to, in: reading))
    features.insert(domain.rawValue, "<side=", reading.side.rawValue)
    if draft.isDenied { features.insert(domain.rawValue, "<denied") }
    for word in draft.words {
      features.insert(domain.rawValue, "<", reading.sentence.lexicon.citations[word.tag.entry])
    }
    return features
  }
}
