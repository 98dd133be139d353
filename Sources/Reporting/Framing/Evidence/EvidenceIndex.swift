internal import DiscourseModel

/// The evidence of a report: lists of sentences, each the sentences behind one number.
///
/// A sentence stands in it once, and names the lists to which it belongs.
struct EvidenceIndex: Sendable {
  /// The sentences behind a number.
  struct List: Sendable {
    /// Its number, which makes its address.
    var number: Int
    var side: Side
    var code: EvidenceCode
    /// The period's name; nil for all times.
    var period: String?
    /// How many sentences there are in the corpus.
    var total: Int
    /// How many of them are kept.
    var shown: Int

    var anchor: String { "e\(number)" }
  }

  /// A sentence with the lists that it belongs to.
  struct Item: Sendable {
    var kept: KeptSentence
    var lists: [Int]
  }

  private(set) var lists: [List] = []
  private(set) var items: [Item] = []
  private var numbers: [Address: Int] = [:]
  private var strongest: [Address: [KeptSentence]] = [:]
  private var places: [Place: Int] = [:]

  private struct Address: Hashable {
    var side: Side
    var code: EvidenceCode
    var period: String?

    /// What lists are sorted by.
    var order: [String] { [side == .us ? "0" : "1", code.slug, period ?? ""] }
  }

  private struct Place: Hashable {
    var statement: Int
    var sentence: Int

    init(_ kept: KeptSentence) { (statement, sentence) = (kept.statement, kept.sentence.sentence) }
  }

  /// Files what was gathered.
  ///
  /// - Parameters:
  ///   - gatherer: what was gathered.
  ///   - period: the name of the period in which a month lies; nil where it lies in none.
  init(_ gatherer: FramingGatherer, period: (StatementDate) -> String?) {
    let pools = Self.merged(gatherer, period)
    var found: [Place: Item] = [:]
    for address in pools.keys.sorted(by: Self.precedes) {
      if let pool = pools[address] { file(pool, under: address, into: &found) }
    }
    items = found.values.sorted {
      $0.kept.strength != $1.kept.strength
        ? $0.kept.strength > $1.kept.strength : KeptSentence.precedes($0.kept, $1.kept)
    }
    for (index, item) in items.enumerated() { places[Place(item.kept)] = index }
  }

  /// The pools of all times and of each period: those of its months together.
  private static func merged(
    _ gatherer: FramingGatherer, _ period: (StatementDate) -> String?
  ) -> [Address: EvidencePool] {
    var pools: [Address: EvidencePool] = [:]
    for (key, pool) in gatherer.pools {
      let name = key.month.flatMap(period)
      guard key.month == nil || name != nil else { continue }
      let limit = key.month == nil ? gatherer.limit : gatherer.monthLimit
      pools[Address(side: key.side, code: key.code, period: name), default: EvidencePool()].merge(pool, limit: limit)
    }
    return pools
  }

  /// Makes a list of the sentences of a pool; a sentence that stands in other lists too is kept once.
  private mutating func file(_ pool: EvidencePool, under address: Address, into found: inout [Place: Item]) {
    let number = lists.count
    var shown: Set<Place> = []
    for kept in pool.strongest + pool.sampled where shown.insert(Place(kept)).inserted {
      var item = found[Place(kept)] ?? Item(kept: kept, lists: [])
      item.lists.append(number)
      item.kept.strength = max(item.kept.strength, kept.strength)
      found[Place(kept)] = item
    }
    numbers[address] = number
    strongest[address] = pool.strongest
    lists.append(
      List(
        number: number, side: address.side, code: address.code, period: address.period, total: pool.total,
        shown: shown.count))
  }

  /// The address on the page of the sentences behind a number; nil where there are none.
  func link(_ side: Side, _ code: EvidenceCode, period: String? = nil) -> String? {
    numbers[Address(side: side, code: code, period: period)].map { "#" + lists[$0].anchor }
  }

  /// How many sentences of the corpus stand behind a number.
  func total(_ side: Side, _ code: EvidenceCode, period: String? = nil) -> Int {
    numbers[Address(side: side, code: code, period: period)].map { lists[$0].total } ?? 0
  }

  /// The strongest sentences behind a number.
  func strongest(_ side: Side, _ code: EvidenceCode, limit: Int) -> [KeptSentence] {
    Array((strongest[Address(side: side, code: code, period: nil)] ?? []).prefix(limit))
  }

  /// The place of a sentence among ``items``; nil where it is not kept.
  func place(of sentence: KeptSentence) -> Int? {
    places[Place(sentence)]
  }

  private static func precedes(_ left: Address, _ right: Address) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }
}

extension EvidenceCode {
  /// A name that sorts codes by construct, and is the same on every run.
  var slug: String {
    let place = Construct.allCases.firstIndex(of: construct) ?? 0
    return "\(place)." + name
  }

  /// The name of a code in data files, for example `threat.US.PRC`.
  var name: String {
    switch self {
    case .construct(let construct): construct.rawValue
    case .tier(let tier): "decoupling.tier.\(tier.rawValue)"
    case .stance(let stance): "decoupling.stance.\(stance.rawValue)"
    case .decouplingDomain(let domain): "decoupling.domain.\(domain.rawValue)"
    case .denial: "threat.denials"
    case .threat(let pair): "threat.\(pair.from.rawValue).\(pair.to.rawValue)"
    case .threatDomain(let domain): "threat.domain.\(domain.rawValue)"
    case .blame(let pair): "blame.\(pair.from.rawValue).\(pair.to.rawValue)"
    case .blameType(let type): "blame.type.\(type.rawValue)"
    case .outward: "blame.outward"
    case .inward: "blame.self"
    case .rationale(let rationale): "rationale.\(rationale.rawValue)"
    }
  }
}
