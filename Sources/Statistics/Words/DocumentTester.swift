/// Tests whether words differ between two groups of documents, with the document as the unit: a word that one document
/// repeats is one document's word.
///
/// Both tests draw at random until the p of a word is plain: a word that chance reaches twenty times is drawn no further
/// (Besag & Clifford 1991), so that words far from chance get small p-values in little time.
public struct DocumentTester: Sendable {
  private let units: [Unit]
  private let unitOfDocument: [Int]
  private let targets: [Int]
  private let references: [Int]
  private let seed: UInt64
  /// How many draws there are at most.
  public let replicates: Int

  /// What is drawn: a document, or documents of one group that were gathered at random.
  fileprivate struct Unit: Sendable {
    var isTarget: Bool
    var size: Int
  }

  /// Groups of documents.
  ///
  /// - Parameters:
  ///   - sizes: the words of each document.
  ///   - isTarget: whether a document is of the target; the others are the reference.
  ///   - replicates: how many draws there are at most.
  ///   - limit: above so many documents of a group they are gathered at random into half as many units.
  ///   - seed: the generator's seed.
  public init(sizes: [Int], isTarget: [Bool], replicates: Int = 9999, limit: Int = 2000, seed: UInt64 = 1) {
    precondition(sizes.count == isTarget.count, "a group for each document")
    var units: [Unit] = []
    var unitOfDocument = [Int](repeating: 0, count: sizes.count)
    var generator = SeededGenerator(seed: seed)
    for group in [true, false] {
      let documents = sizes.indices.filter { isTarget[$0] == group && sizes[$0] > 0 }
      let count = documents.count > limit ? limit / 2 : documents.count
      let first = units.count
      units += (0..<count).map { _ in Unit(isTarget: group, size: 0) }
      for (place, document) in documents.shuffled(using: &generator).enumerated() {
        unitOfDocument[document] = first + place % count
        units[first + place % count].size += sizes[document]
      }
    }
    self.units = units
    self.unitOfDocument = unitOfDocument
    self.replicates = replicates
    self.seed = seed
    targets = units.indices.filter { units[$0].isTarget }
    references = units.indices.filter { !units[$0].isTarget }
  }

  /// Whether there are at least two documents on each side, without which nothing can be told.
  public var isPossible: Bool { targets.count >= 2 && references.count >= 2 }

  /// Lijffijt's bootstrap test: documents of each group are drawn with replacement, q is the share of draws in which the
  /// target's rate is not above the reference's, p = (1 + 2 B min(q, 1 − q)) / (1 + B) (Lijffijt et al. 2016).
  ///
  /// That p is too small where documents are few: of words that do not differ some nine per cent reach .05 with fifteen
  /// documents a side. It is therefore read at t's levels, with the draws' spread widened by √(n / (n − 1)), as intervals are
  /// (Hesterberg 2015); with many documents nothing changes.
  ///
  /// - Parameters:
  ///   - words: how many words there are.
  ///   - counts: the counts of a word in the documents that have it.
  /// - Returns: a p for each word.
  /// - Complexity: O(draws × units + words × draws until plain × documents with the word).
  public func bootstrap(words: Int, counts: (Int) -> [DocumentCount]) -> [Double] {
    run(.bootstrap, words: words, counts: counts, seed: seed &* 0x9E37_79B9 &+ 1)
  }

  /// The permutation test: documents change groups at random, p = (b + 1) / (B + 1), b the draws whose difference of rates
  /// is as large as the one seen, whichever way (Phipson & Smyth 2010).
  ///
  /// - Parameters:
  ///   - words: how many words there are.
  ///   - counts: the counts of a word in the documents that have it.
  /// - Returns: a p for each word.
  /// - Complexity: as ``bootstrap(words:counts:)``.
  public func permutation(words: Int, counts: (Int) -> [DocumentCount]) -> [Double] {
    run(.permutation, words: words, counts: counts, seed: seed &* 0x85EB_CA6B &+ 7)
  }

  private func run(_ scheme: Scheme, words: Int, counts: (Int) -> [DocumentCount], seed: UInt64) -> [Double] {
    precondition(isPossible, "a test needs two documents on each side")
    var candidates = (0..<words).map { candidate(counts($0)) }
    var open = Array(candidates.indices)
    var draws = Draws(units: units, scheme: scheme, seed: seed)
    var drawn = 0
    while !open.isEmpty, drawn < replicates {
      // Most words are plain after a few draws, so the first blocks are small.
      draws.draw(min(512, max(64, drawn), replicates - drawn))
      for index in open { candidates[index].take(draws, limit: Self.enough) }
      drawn += draws.count
      open.removeAll { candidates[$0].isPlain }
    }
    let documents = (target: worth(of: targets), reference: worth(of: references))
    return candidates.map { scheme == .bootstrap ? $0.bootstrapP(documents: documents) : $0.permutationP }
  }

  /// How many documents of equal size a group is worth: (Σ size)² / Σ size² (Kish 1965).
  private func worth(of group: [Int]) -> Double {
    let sizes = group.map { Double(units[$0].size) }
    let sum = sizes.reduce(0, +)
    return max(2, sum * sum / sizes.reduce(0) { $0 + $1 * $1 })
  }

  /// How many draws have to reach a word before its p is plain.
  private static let enough = 20.0

  private func candidate(_ counts: [DocumentCount]) -> Candidate {
    var sums: [Int: Int32] = [:]
    for count in counts where units.indices.contains(unitOfDocument[count.document]) {
      sums[unitOfDocument[count.document], default: 0] += Int32(count.count)
    }
    let byUnit = sums.sorted { $0.key < $1.key }.map { (unit: $0.key, count: $0.value) }
    func rate(_ group: Bool) -> Double {
      let size = units.reduce(0) { $0 + ($1.isTarget == group ? $1.size : 0) }
      return Double(byUnit.reduce(0) { $0 + (units[$1.unit].isTarget == group ? $1.count : 0) }) / Double(size)
    }
    return Candidate(counts: byUnit, target: rate(true), reference: rate(false))
  }
}

/// How documents are drawn.
private enum Scheme {
  /// With replacement, each group from itself.
  case bootstrap
  /// Into groups at random.
  case permutation
}

/// A block of draws: how often each unit was drawn, and the groups' sizes.
private struct Draws {
  private let units: [DocumentTester.Unit]
  let scheme: Scheme
  private let groups: [[Int]]
  private var order: [Int]
  private var generator: SeededGenerator
  /// How many draws there are.
  private(set) var count = 0
  /// How often a unit was drawn, the draws of a unit side by side.
  private var weights: [UInt8] = []
  /// The target's words in each draw.
  private(set) var targetSizes: [Double] = []
  /// The reference's words in each draw.
  private(set) var referenceSizes: [Double] = []

  init(units: [DocumentTester.Unit], scheme: Scheme, seed: UInt64) {
    self.units = units
    self.scheme = scheme
    groups = [true, false].map { group in units.indices.filter { units[$0].isTarget == group } }
    order = Array(units.indices)
    generator = SeededGenerator(seed: seed)
  }

  /// Makes a new block.
  mutating func draw(_ count: Int) {
    self.count = count
    weights = [UInt8](repeating: 0, count: count * units.count)
    for draw in 0..<count {
      switch scheme {
      case .bootstrap: resample(draw)
      case .permutation: permute(draw)
      }
    }
    let sizes = sums(units.indices.map { (unit: $0, count: Int32(units[$0].size)) })
    targetSizes = sizes.target.map(Double.init)
    referenceSizes = sizes.reference.map(Double.init)
  }

  private mutating func resample(_ draw: Int) {
    for group in groups {
      for _ in group { weights[group[generator.below(group.count)] * count + draw] &+= 1 }
    }
  }

  private mutating func permute(_ draw: Int) {
    for place in 0..<groups[0].count {
      order.swapAt(place, place + generator.below(order.count - place))
      weights[order[place] * count + draw] = 1
    }
  }

  /// The sums of counts over target and reference, for each draw.
  func sums(_ counts: [(unit: Int, count: Int32)]) -> (target: [Int32], reference: [Int32]) {
    var target = [Int32](repeating: 0, count: count)
    var reference = target
    for item in counts {
      if scheme == .permutation || units[item.unit].isTarget {
        add(item, to: &target)
      } else {
        add(item, to: &reference)
      }
    }
    if scheme == .permutation {
      let total = counts.reduce(0) { $0 + $1.count }
      for draw in 0..<count { reference[draw] = total - target[draw] }
    }
    return (target, reference)
  }

  @inline(__always)
  private func add(_ item: (unit: Int, count: Int32), to sums: inout [Int32]) {
    let first = item.unit * count
    for draw in 0..<count { sums[draw] &+= item.count &* Int32(weights[first + draw]) }
  }
}

/// A word that is being tested.
private struct Candidate {
  let counts: [(unit: Int, count: Int32)]
  /// The rates that were seen.
  let target: Double
  let reference: Double
  /// Draws in which the target is not above the reference, or in which chance reaches the word.
  var low = 0.0
  /// The other draws.
  var high = 0.0
  var isPlain = false
  /// Sums of squared deviations of the drawn rates from those that were seen.
  var targetSpread = 0.0
  var referenceSpread = 0.0

  init(counts: [(unit: Int, count: Int32)], target: Double, reference: Double) {
    (self.counts, self.target, self.reference) = (counts, target, reference)
  }

  /// Counts a block of draws, as far as they are needed.
  mutating func take(_ draws: Draws, limit: Double) {
    let sums = draws.sums(counts)
    for draw in 0..<draws.count {
      observe(
        Double(sums.target[draw]) / draws.targetSizes[draw], Double(sums.reference[draw]) / draws.referenceSizes[draw],
        draws.scheme)
      isPlain = draws.scheme == .bootstrap ? min(low, high) >= limit : low >= limit
      if isPlain { return }
    }
  }

  private mutating func observe(_ drawnTarget: Double, _ drawnReference: Double, _ scheme: Scheme) {
    let drawn = drawnTarget - drawnReference
    let share: Double
    switch scheme {
    case .bootstrap:
      share = drawn == 0 ? 0.5 : drawn < 0 ? 1 : 0
      targetSpread += (drawnTarget - target) * (drawnTarget - target)
      referenceSpread += (drawnReference - reference) * (drawnReference - reference)
    case .permutation: share = abs(drawn) >= abs(target - reference) * (1 - 1e-12) ? 1 : 0
    }
    low += share
    high += 1 - share
  }

  var permutationP: Double { (low + 1) / (low + high + 1) }

  /// Lijffijt's p at the levels of t, the degrees of freedom after Satterthwaite (1946).
  func bootstrapP(documents: (target: Double, reference: Double)) -> Double {
    let drawn = low + high
    let plain = min(1, (1 + 2 * min(low, high)) / (1 + drawn))
    let (target, reference) = (targetSpread / drawn, referenceSpread / drawn)
    guard target + reference > 0, plain < 1 else { return plain }
    let (n, m) = documents
    let widened = target * n / (n - 1) + reference * m / (m - 1)
    let sum = target + reference
    let degrees = sum * sum / (target * target / (n - 1) + reference * reference / (m - 1))
    let z = Normal.quantile(plain / 2) * (sum / widened).squareRoot()
    return StudentT.twoSided(z, degrees: degrees)
  }
}
