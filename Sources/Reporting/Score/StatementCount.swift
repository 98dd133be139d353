public import DiscourseModel

/// A count of a statement, as figures are made of them.
public enum StatementCount: Sendable, Hashable {
  case words, sentences
  case decouplingMentions, decouplingSentences
  /// Sentences by tier, stance or domain of decoupling, such as `stance.oppose`.
  case decoupling(String)
  case threatSentences, threatDenials, intensity
  /// The intensity if every sentence were at the top of the scale: three for each.
  case highestIntensity
  case threatDomain(ThreatDomain)
  case threat(ActorPair)
  case blameSentences, outwardBlame, selfBlame, rejections
  /// All blame, on others and on itself.
  case allBlame
  case blame(ActorPair)
  case rationale(Rationale)
  /// All grounds given.
  case rationales
  case recognitions

  /// The count in a statement.
  public func value(in counts: StatementCounts) -> Int {
    switch self {
    case .words: counts.words
    case .sentences: counts.sentences
    case .decouplingMentions: counts.decouplingMentions
    case .decouplingSentences: counts.decouplingSentences
    case .decoupling(let part): counts.decouplingParts.isEmpty ? 0 : counts.decouplingParts[part] ?? 0
    case .threatSentences: counts.threatSentences
    case .threatDenials: counts.threatDenials
    case .intensity: counts.intensity
    case .highestIntensity: 3 * counts.sentences
    case .threatDomain(let domain): counts.threatDomains.isEmpty ? 0 : counts.threatDomains[domain] ?? 0
    case .threat(let pair): counts.threatPairs.isEmpty ? 0 : counts.threatPairs[pair] ?? 0
    case .blameSentences: counts.blameSentences
    case .outwardBlame: counts.outwardBlame
    case .selfBlame: counts.selfBlame
    case .allBlame: counts.outwardBlame + counts.selfBlame
    case .rejections: counts.rejections
    case .blame(let pair): counts.blamePairs.isEmpty ? 0 : counts.blamePairs[pair] ?? 0
    case .rationale(let ground): counts.rationales.isEmpty ? 0 : counts.rationales[ground] ?? 0
    case .rationales: counts.rationales.isEmpty ? 0 : counts.rationales.values.reduce(0, +)
    case .recognitions: counts.recognitions
    }
  }
}

extension StatementCount {
  /// Whether it is one of many parts of a count, most of which a statement does not have.
  var isPart: Bool {
    switch self {
    case .decoupling, .threatDomain, .threat, .blame, .rationale: true
    default: false
    }
  }
}

/// A figure by what it counts over what.
public struct FigureDefinition: Sendable, Hashable {
  /// Its key, for example `threat.prevalence`.
  public var key: String
  /// What it is a rate of.
  public var unit: FigureUnit
  /// The factor by which the quotient is shown.
  public var scale: Double
  /// What is counted.
  public var numerator: StatementCount
  /// What it is counted over.
  public var denominator: StatementCount
}
