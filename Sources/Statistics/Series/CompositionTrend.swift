#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether the shares of categories shift over time: the score test of a linear trend of multinomial shares (Cochran 1954,
/// Armitage 1955, for many categories), whose p comes from putting documents' dates in random order.
public struct CompositionTrend: Sendable, Hashable {
  /// The course of a category.
  public struct Course: Sendable, Hashable {
    /// Its share over all.
    public var share: Double
    /// By how much its share rises for each unit of time.
    public var slope: Double
    /// The slope's interval at 95 %, over documents.
    public var interval: Interval
    /// The p of its slope against zero, over documents.
    public var p: Double
  }

  /// The categories' courses, in their order.
  public let courses: [Course]
  /// The p of no shift at all.
  public let p: Double

  /// Tests documents.
  ///
  /// - Parameters:
  ///   - times: of each document.
  ///   - counts: for each document, how often each category is found.
  ///   - replicates: how many random orders of dates are tried.
  ///   - seed: the generator's seed.
  /// - Returns: nil where fewer than four documents have a category, or all are of one time.
  /// - Complexity: O(replicates · documents · categories).
  public init?(times: [Double], counts: [[Double]], replicates: Int = 999, seed: UInt64 = 1) {
    precondition(times.count == counts.count, "a time for each document")
    let known = counts.indices.filter { counts[$0].contains { $0 > 0 } }
    guard known.count >= 4, let width = counts.first?.count else { return nil }
    let documents = known.map { (time: times[$0], counts: counts[$0], size: counts[$0].reduce(0, +)) }
    let size = documents.reduce(0) { $0 + $1.size }
    let middle = documents.reduce(0) { $0 + $1.size * $1.time } / size
    let spread = documents.reduce(0) { $0 + $1.size * ($1.time - middle) * ($1.time - middle) }
    guard spread > 0 else { return nil }
    let shares = (0..<width).map { category in documents.reduce(0) { $0 + $1.counts[category] } / size }
    // What a document has of a category beyond what it would have if shares never changed.
    let excess = documents.map { document in
      (0..<width).map { document.counts[$0] - shares[$0] * document.size }
    }
    courses = (0..<width).map { category in
      Self.course(documents.map { ($0.time - middle, $0.counts[category], $0.size) }, shares[category], spread)
    }
    p =
      documents.count > Self.limit
      ? Self.limitP(times: documents.map(\.time), excess: excess, shares: shares, replicates: replicates, seed: seed)
      : Self.permutationP(
        times: documents.map(\.time), excess: excess, shares: shares, replicates: replicates, seed: seed)
  }

  /// Above so many documents, the normal limit of the permuted scores is drawn from.
  private static let limit = 2000

  /// The statistic's limit: scores are normal, with the covariance that permutations give them.
  private static func limitP(
    times: [Double], excess: [[Double]], shares: [Double], replicates: Int, seed: UInt64
  ) -> Double {
    let mean = times.reduce(0, +) / Double(times.count)
    let spread = times.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(times.count - 1)
    var scores = [Double](repeating: 0, count: shares.count)
    var covariance = [[Double]](repeating: scores, count: shares.count)
    for (time, row) in zip(times, excess) {
      for first in shares.indices where row[first] != 0 {
        scores[first] += (time - mean) * row[first]
        for second in 0...first { covariance[first][second] += spread * row[first] * row[second] }
      }
    }
    func statistic(_ scores: [Double]) -> Double {
      shares.indices.reduce(0) { $0 + (shares[$1] > 0 ? scores[$1] * scores[$1] / shares[$1] : 0) }
    }
    let observed = statistic(scores)
    let factor = lowerFactor(covariance)
    var generator = SeededGenerator(seed: seed)
    let reached = (0..<replicates).count { _ in
      let normals = shares.map { _ in generator.normals().0 }
      return statistic(factor.map { row in zip(row, normals).reduce(0) { $0 + $1.0 * $1.1 } }) >= observed
    }
    return Double(reached + 1) / Double(replicates + 1)
  }

  /// The lower Cholesky factor of a covariance that may be singular, as shares that add up to one are.
  private static func lowerFactor(_ covariance: [[Double]]) -> [[Double]] {
    var factor = [[Double]](
      repeating: [Double](repeating: 0, count: covariance.count), count: covariance.count)
    for column in covariance.indices {
      for row in column..<covariance.count {
        let sum = (0..<column).reduce(covariance[row][column]) { $0 - factor[row][$1] * factor[column][$1] }
        if row == column {
          factor[row][row] = sum > 1e-10 * covariance[row][row] ? sum.squareRoot() : 0
        } else if factor[column][column] > 0 {
          factor[row][column] = sum / factor[column][column]
        }
      }
    }
    return factor
  }

  /// A share's line by weighted least squares, with the error of documents as clusters (Liang & Zeger 1986).
  private static func course(
    _ documents: [(time: Double, count: Double, size: Double)], _ share: Double, _ spread: Double
  ) -> Course {
    let slope = documents.reduce(0) { $0 + $1.time * $1.count } / spread
    let meat = documents.reduce(0) { sum, document in
      let residual = document.time * (document.count - document.size * (share + slope * document.time))
      return sum + residual * residual
    }
    let count = Double(documents.count)
    let error = (meat * count / (count - 2)).squareRoot() / spread
    let half = StudentT.quantile(0.975, degrees: count - 2) * error
    let p = error > 0 ? StudentT.twoSided(slope / error, degrees: count - 2) : 1
    return Course(
      share: share, slope: slope, interval: Interval(lower: slope - half, upper: slope + half, level: 0.95), p: p)
  }

  /// T = Σ S² / share with S the sum of time × excess of a category.
  private static func permutationP(
    times: [Double], excess: [[Double]], shares: [Double], replicates: Int, seed: UInt64
  ) -> Double {
    func statistic(_ order: [Double]) -> Double {
      shares.indices.reduce(0) { sum, category in
        guard shares[category] > 0 else { return sum }
        var score = 0.0
        for (time, row) in zip(order, excess) { score += time * row[category] }
        return sum + score * score / shares[category]
      }
    }
    let mean = times.reduce(0, +) / Double(times.count)
    var order = times.map { $0 - mean }
    let observed = statistic(order)
    var generator = SeededGenerator(seed: seed)
    var reached = 0
    for _ in 0..<replicates {
      order.shuffle(using: &generator)
      if statistic(order) >= observed * (1 - 1e-9) { reached += 1 }
    }
    return Double(reached + 1) / Double(replicates + 1)
  }
}
