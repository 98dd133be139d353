#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Documents with their dates, as a change point's test takes them.
public struct DatedCount: Sendable, Hashable {
  /// The period's number, from 0.
  public var period: Int
  /// What is counted in it.
  public var count: Double
  /// What it is counted over.
  public var exposure: Double

  /// A document of a period.
  public init(period: Int, count: Double, exposure: Double) {
    (self.period, self.count, self.exposure) = (period, count, exposure)
  }
}

/// Whether a series changes its rate at all, and how well its place is known: documents are the unit, since the sentences
/// of one document are not independent.
public struct ChangePointTest: Sendable {
  /// The answer.
  public struct Result: Sendable, Hashable {
    /// The first period of the new rate.
    public var position: Int
    /// By how much the split lowers the cost.
    public var gain: Double
    /// The chance of such a gain if the dates of documents meant nothing.
    public var p: Double
    /// Whether all orders were tried, rather than random ones.
    public var isExact: Bool
    /// Between which periods the change lies.
    public var interval: ClosedRange<Int>?
  }

  private let documents: [DatedCount]
  private let periods: Int
  private let replicates: Int
  private let seed: UInt64
  /// Above so many documents, sums over a period are drawn from their normal limit instead of document by document.
  private static let limit = 4000

  /// A test of documents.
  ///
  /// - Parameters:
  ///   - documents: in any order, their periods from 0 up to but not including `periods`.
  ///   - periods: how many periods there are.
  ///   - replicates: how many random orders and resamples are tried.
  ///   - seed: the generator's seed.
  public init(_ documents: [DatedCount], periods: Int, replicates: Int = 999, seed: UInt64 = 1) {
    (self.documents, self.periods, self.replicates, self.seed) = (documents, periods, replicates, seed)
  }

  /// Tests the best single split.
  ///
  /// - Returns: nil where there is nothing to split.
  /// - Complexity: O(replicates · (documents + periods)).
  public func result(level: Double = 0.95) -> Result? {
    guard let split = Self.split(Self.sums(documents, periods)) else { return nil }
    let test = documents.count <= 8 ? exactP(split.gain) : randomP(split.gain)
    return Result(
      position: split.position, gain: split.gain, p: test, isExact: documents.count <= 8,
      interval: interval(around: split.position, level: level))
  }

  /// The chance of so good a split if the dates of documents meant nothing; 1 where there is nothing to split.
  public func p() -> Double {
    guard let split = Self.split(Self.sums(documents, periods)) else { return 1 }
    return documents.count <= 8 ? exactP(split.gain) : randomP(split.gain)
  }

  private typealias Sums = (counts: [Double], exposures: [Double])

  private static func sums(_ documents: [DatedCount], _ periods: Int) -> Sums {
    var sums = Sums([Double](repeating: 0, count: periods), [Double](repeating: 0, count: periods))
    for document in documents {
      sums.counts[document.period] += document.count
      sums.exposures[document.period] += document.exposure
    }
    return sums
  }

  /// The best split at a period with documents.
  private static func split(_ sums: Sums) -> (position: Int, gain: Double)? {
    let known = sums.exposures.indices.filter { sums.exposures[$0] > 0 }
    let series = PoissonSeries(counts: known.map { sums.counts[$0] }, exposures: known.map { sums.exposures[$0] })
    guard let split = series.bestSplit(of: 0..<series.count) else { return nil }
    return (known[split.position], max(0, split.gain))
  }

  /// The share of all orders with such a gain (Phipson & Smyth 2010 need no correction here: the order seen is one of
  /// them).
  private func exactP(_ gain: Double) -> Double {
    var (reached, all) = (0, 0)
    var order = documents
    func permute(_ size: Int) {
      guard size > 1 else {
        all += 1
        if (Self.split(Self.sums(order, periods))?.gain ?? 0) >= gain * (1 - 1e-9) { reached += 1 }
        return
      }
      // Heap's algorithm (1963), on what is counted; the dates stay in place.
      for index in 0..<size {
        permute(size - 1)
        swapCounts(&order, size.isMultiple(of: 2) ? index : 0, size - 1)
      }
    }
    permute(order.count)
    return Double(reached) / Double(all)
  }

  private func swapCounts(_ order: inout [DatedCount], _ first: Int, _ second: Int) {
    let kept = order[first]
    (order[first].count, order[first].exposure) = (order[second].count, order[second].exposure)
    (order[second].count, order[second].exposure) = (kept.count, kept.exposure)
  }

  private func randomP(_ gain: Double) -> Double {
    var generator = SeededGenerator(seed: seed)
    let limit = NormalLimit(documents, periods: periods)
    var order = documents
    var reached = 0
    for _ in 0..<replicates {
      let sums: Sums
      if documents.count > Self.limit {
        sums = limit.draw(isPermutation: true, &generator)
      } else {
        for index in stride(from: order.count - 1, to: 0, by: -1) {
          swapCounts(&order, generator.below(index + 1), index)
        }
        sums = Self.sums(order, periods)
      }
      if (Self.split(sums)?.gain ?? 0) >= gain * (1 - 1e-9) { reached += 1 }
    }
    return Double(reached + 1) / Double(replicates + 1)
  }

  /// Where the split lands when each stretch's documents are drawn again from the same stretch (Hušková & Kirch 2008).
  private func interval(around position: Int, level: Double) -> ClosedRange<Int>? {
    var generator = SeededGenerator(seed: seed &+ 0x51ed)
    let parts = [documents.filter { $0.period < position }, documents.filter { $0.period >= position }]
    guard parts.allSatisfy({ $0.count >= 2 }) else { return nil }
    let limits = parts.map { NormalLimit($0, periods: periods) }
    var positions: [Double] = []
    for _ in 0..<replicates {
      var sums = Sums([Double](repeating: 0, count: periods), [Double](repeating: 0, count: periods))
      for (part, limit) in zip(parts, limits) {
        let drawn =
          documents.count > Self.limit
          ? limit.draw(isPermutation: false, &generator) : Self.resampled(part, periods, &generator)
        for period in 0..<periods {
          sums.counts[period] += drawn.counts[period]
          sums.exposures[period] += drawn.exposures[period]
        }
      }
      if let split = Self.split(sums) { positions.append(Double(split.position)) }
    }
    guard !positions.isEmpty else { return nil }
    positions.sort()
    let tail = (1 - level) / 2
    let lower = Int(Bootstrap.quantile(positions, tail).rounded(.down))
    let upper = Int(Bootstrap.quantile(positions, 1 - tail).rounded(.up))
    return min(lower, position)...max(upper, position)
  }

  private static func resampled(
    _ part: [DatedCount], _ periods: Int, _ generator: inout SeededGenerator
  ) -> Sums {
    sums(
      part.map { document in
        let drawn = part[generator.below(part.count)]
        return DatedCount(period: document.period, count: drawn.count, exposure: drawn.exposure)
      }, periods)
  }
}

/// The normal limit of the sums over periods where many documents are put into them at random.
private struct NormalLimit {
  private let sizes: [Double]
  private let total: Double
  private let mean: (count: Double, exposure: Double)
  /// The lower factor of the covariance of count and exposure.
  private let factor: (Double, Double, Double)

  init(_ documents: [DatedCount], periods: Int) {
    var sizes = [Double](repeating: 0, count: periods)
    for document in documents { sizes[document.period] += 1 }
    let total = Double(max(1, documents.count))
    let mean = (
      documents.reduce(0) { $0 + $1.count } / total, documents.reduce(0) { $0 + $1.exposure } / total
    )
    var (counts, products, exposures) = (0.0, 0.0, 0.0)
    for document in documents {
      let (count, exposure) = (document.count - mean.0, document.exposure - mean.1)
      counts += count * count
      products += count * exposure
      exposures += exposure * exposure
    }
    let first = (exposures / total).squareRoot()
    let second = first > 0 ? products / total / first : 0
    factor = (first, second, max(0, counts / total - second * second).squareRoot())
    (self.sizes, self.total, self.mean) = (sizes, total, mean)
  }

  /// Sums over periods; those of a permutation add up to the sum of all.
  func draw(
    isPermutation: Bool, _ generator: inout SeededGenerator
  ) -> (counts: [Double], exposures: [Double]) {
    var counts = [Double](repeating: 0, count: sizes.count)
    var exposures = counts
    var (countSum, exposureSum) = (0.0, 0.0)
    for (period, size) in sizes.enumerated() where size > 0 {
      let (first, second) = generator.normals()
      let root = size.squareRoot()
      exposures[period] = root * factor.0 * first
      counts[period] = root * (factor.1 * first + factor.2 * second)
      countSum += counts[period]
      exposureSum += exposures[period]
    }
    for (period, size) in sizes.enumerated() where size > 0 {
      let share = isPermutation ? size / total : 0
      counts[period] = max(0, counts[period] - share * countSum + size * mean.count)
      exposures[period] = max(1e-9, exposures[period] - share * exposureSum + size * mean.exposure)
    }
    return (counts, exposures)
  }
}

extension SeededGenerator {
  /// A number from 0 up to but not including 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Two independent standard normal numbers (Box & Muller 1958).
  public mutating func normals() -> (Double, Double) {
    let radius = (-2 * log(1 - unit())).squareRoot()
    let angle = 2 * Double.pi * unit()
    return (radius * cos(angle), radius * sin(angle))
  }
}
