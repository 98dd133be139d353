extension StatementCounts {
  /// Every count of the sentences that is not zero, by its name, in an order that is always the same.
  ///
  /// Names are those under which counts are kept: `sentences`, `decoupling.stance.oppose`, `threat.pair.US.PRC` …
  public var entries: [(name: String, count: Int)] {
    var entries = Self.plain.map { (name: $0.name, count: self[keyPath: $0.path]) }
    func append<Key>(_ prefix: String, _ parts: [Key: Int], _ name: (Key) -> String) {
      entries += parts.map { (name: prefix + name($0.key), count: $0.value) }.sorted { $0.name < $1.name }
    }
    append("decoupling.", decouplingParts) { $0 }
    append("threat.pair.", threatPairs) { "\($0.from.rawValue).\($0.to.rawValue)" }
    append("threat.domain.", threatDomains, \.rawValue)
    append("blame.pair.", blamePairs) { "\($0.from.rawValue).\($0.to.rawValue)" }
    append("blame.type.", blameTypes, \.rawValue)
    append("rationale.", rationales, \.rawValue)
    return entries.filter { $0.count != 0 }
  }

  /// The counts that are one number, by name.
  private static var plain: [(name: String, path: any WritableKeyPath<StatementCounts, Int> & Sendable)] {
    [
      ("words", \.words), ("sentences", \.sentences), ("decoupling.mentions", \.decouplingMentions),
      ("decoupling.sentences", \.decouplingSentences), ("threat.sentences", \.threatSentences),
      ("threat.denials", \.threatDenials), ("threat.intensity", \.intensity), ("blame.sentences", \.blameSentences),
      ("blame.outward", \.outwardBlame), ("blame.self", \.selfBlame), ("blame.rejections", \.rejections),
      ("recognitions", \.recognitions),
    ]
  }

  /// Where the count of a name goes, found once for each name.
  public enum Slot: Sendable {
    case plain(any WritableKeyPath<StatementCounts, Int> & Sendable)
    case decouplingPart(String)
    case threatPair(ActorPair)
    case threatDomain(ThreatDomain)
    case blamePair(ActorPair)
    case blameType(BlameType)
    case rationale(Rationale)

    /// The slot of a name of ``StatementCounts/entries``; nil where no count has that name.
    public init?(name: String) {
      if let path = StatementCounts.plain.first(where: { $0.name == name })?.path {
        self = .plain(path)
        return
      }
      let parts = name.split(separator: ".").map(String.init)
      let found: Slot? =
        switch (parts.first, parts.dropFirst().first, parts.count) {
        case ("decoupling", _, 3): .decouplingPart("\(parts[1]).\(parts[2])")
        case ("threat", "pair", 4): ActorPair(parts[2], parts[3]).map { .threatPair($0) }
        case ("threat", "domain", 3): ThreatDomain(rawValue: parts[2]).map { .threatDomain($0) }
        case ("blame", "pair", 4): ActorPair(parts[2], parts[3]).map { .blamePair($0) }
        case ("blame", "type", 3): BlameType(rawValue: parts[2]).map { .blameType($0) }
        case ("rationale", _, 2): Rationale(rawValue: parts[1]).map { .rationale($0) }
        default: nil
        }
      guard let found else { return nil }
      self = found
    }
  }

  /// Adds to the count of a name.
  public mutating func add(_ count: Int, to slot: Slot) {
    switch slot {
    case .plain(let path): self[keyPath: path] += count
    case .decouplingPart(let part): decouplingParts[part, default: 0] += count
    case .threatPair(let pair): threatPairs[pair, default: 0] += count
    case .threatDomain(let domain): threatDomains[domain, default: 0] += count
    case .blamePair(let pair): blamePairs[pair, default: 0] += count
    case .blameType(let type): blameTypes[type, default: 0] += count
    case .rationale(let ground): rationales[ground, default: 0] += count
    }
  }
}

extension ActorPair {
  /// The pair of two codes; nil where one is none.
  fileprivate init?(_ from: String, _ to: String) {
    guard let from = Actor(rawValue: from), let to = Actor(rawValue: to) else { return nil }
    self.init(from, to)
  }
}
