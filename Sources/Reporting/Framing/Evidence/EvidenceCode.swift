public import DiscourseModel

/// What a number of the report counts: a code by which its sentences are filed.
///
/// Each follows ``StatementCounts``: the sentences filed under a code are those that it counts.
public enum EvidenceCode: Sendable, Hashable {
  /// A construct: sentences on decoupling, that assert a threat, in which the side blames, give a ground, or grant
  /// something.
  case construct(Construct)
  /// A tier of decoupling.
  case tier(Tier)
  /// A stance towards decoupling.
  case stance(Stance)
  /// A domain of decoupling.
  case decouplingDomain(DecouplingDomain)
  /// A threat that is denied.
  case denial
  /// Who threatens whom, asserted.
  case threat(ActorPair)
  /// A domain of threat, asserted.
  case threatDomain(ThreatDomain)
  /// Who blames whom.
  case blame(ActorPair)
  /// A type of blame.
  case blameType(BlameType)
  /// Blame on others.
  case outward
  /// Blame on the own side.
  case inward
  /// A ground.
  case rationale(Rationale)

  /// The code that a figure counts, from its key; nil where its sentences are those of its construct.
  init(figure key: String) {
    let parts = key.split(separator: ".").map(String.init)
    let last = parts.last ?? ""
    switch (parts.first ?? "", parts.count > 1 ? parts[1] : "") {
    case ("decoupling", "tier"): self = Tier(rawValue: last).map { .tier($0) } ?? .construct(.decoupling)
    case ("decoupling", "stance"): self = Stance(rawValue: last).map { .stance($0) } ?? .construct(.decoupling)
    case ("decoupling", "domain"):
      self = DecouplingDomain(rawValue: last).map { .decouplingDomain($0) } ?? .construct(.decoupling)
    case ("decoupling", _): self = .construct(.decoupling)
    case ("threat", "denials"): self = .denial
    case ("threat", _): self = .construct(.threat)
    case ("blame", "outward"): self = .outward
    case ("blame", "self"): self = .inward
    case ("blame", "rejections"): self = .blameType(.reject)
    case ("blame", _): self = .construct(.blame)
    case ("rationale", _): self = Rationale(rawValue: last).map { .rationale($0) } ?? .construct(.rationale)
    default: self = .construct(.recognition)
    }
  }

  /// The construct that it belongs to.
  var construct: Construct {
    switch self {
    case .construct(let construct): construct
    case .tier, .stance, .decouplingDomain: .decoupling
    case .denial, .threat, .threatDomain: .threat
    case .blame, .blameType, .outward, .inward: .blame
    case .rationale: .rationale
    }
  }

  /// Whether its sentences are filed by period too, since a chart over time leads to them.
  var isOverTime: Bool {
    switch self {
    case .construct, .rationale: true
    default: false
    }
  }

  /// The codes under which a sentence of a side is filed, each once.
  static func of(_ sentence: CodedSentence, side: Side) -> Set<EvidenceCode> {
    var codes: Set<EvidenceCode> = []
    for code in sentence.decoupling {
      codes.formUnion([.construct(.decoupling), .tier(code.tier)])
      codes.formUnion(code.stance.map { .stance($0) })
      codes.formUnion(code.domain.map { .decouplingDomain($0) })
    }
    for code in sentence.threat {
      guard code.polarity == .assert else {
        codes.insert(.denial)
        continue
      }
      codes.formUnion([.construct(.threat), .threat(ActorPair(code.from, code.to))])
      codes.formUnion(code.domain.map { .threatDomain($0) })
    }
    for code in sentence.blame { codes.formUnion(of(code, side: side)) }
    for code in sentence.rationale { codes.formUnion([.construct(.rationale), .rationale(code.rationale)]) }
    if !sentence.recognition.isEmpty { codes.insert(.construct(.recognition)) }
    return codes
  }

  private static func of(_ code: BlameCode, side: Side) -> [EvidenceCode] {
    switch code.type {
    case .accusation, .responsibility, .demand:
      [.blame(ActorPair(code.by, code.target)), .blameType(code.type)]
        + [code.target == side.actor ? .inward : .outward] + (code.by == side.actor ? [.construct(.blame)] : [])
    case .own: [.blameType(.own), .inward]
    case .reject: [.blameType(.reject)]
    }
  }
}
