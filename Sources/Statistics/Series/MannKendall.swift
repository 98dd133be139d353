#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whether a series rises or falls, whatever the shape of its path (Mann 1945, Kendall 1975), with Hamed & Rao's (1998)
/// correction of the variance for autocorrelation and the slope of Theil (1950) and Sen (1968).
public struct MannKendall: Sendable, Hashable {
  /// Pairs that rise less pairs that fall.
  public let score: Double
  /// The score's variance, corrected for ties and, where asked, for autocorrelation.
  public let variance: Double
  /// Kendall's τ-a: the score over the number of pairs.
  public let tau: Double
  /// The score in standard deviations, one nearer to zero (continuity).
  public let z: Double
  /// The two-sided p.
  public let p: Double
  /// The median of the slopes of all pairs, for each unit of time.
  public let slope: Double
  /// The slope's interval at 95 % (Sen 1968, with the corrected variance).
  public let interval: Interval

  /// Tests a series.
  ///
  /// - Parameters:
  ///   - times: in rising order; gaps are allowed.
  ///   - values: one for each time.
  ///   - correctsAutocorrelation: whether the variance is corrected by the significant autocorrelations of the ranks.
  /// - Returns: nil for fewer than four values.
  /// - Complexity: O(n² log n).
  public init?(times: [Double], values: [Double], correctsAutocorrelation: Bool = true) {
    precondition(times.count == values.count, "a time for each value")
    let count = values.count
    guard count >= 4 else { return nil }
    var score = 0.0
    var slopes: [Double] = []
    for first in 0..<count {
      for second in first + 1..<count {
        let rise = values[second] - values[first]
        score += rise > 0 ? 1 : rise < 0 ? -1 : 0
        slopes.append(rise / (times[second] - times[first]))
      }
    }
    slopes.sort()
    let median = Bootstrap.quantile(slopes, 0.5)
    let size = Double(count)
    var variance = (size * (size - 1) * (2 * size + 5) - Self.ties(values)) / 18
    if correctsAutocorrelation {
      variance *= Self.correction(zip(times, values).map { $1 - median * $0 })
    }
    (self.score, self.variance, slope) = (score, variance, median)
    tau = score / (size * (size - 1) / 2)
    z = variance > 0 && score != 0 ? (score - (score > 0 ? 1 : -1)) / variance.squareRoot() : 0
    p = Normal.twoSided(z)
    interval = Self.interval(slopes, variance: variance)
  }

  /// Σ t (t − 1) (2 t + 5) over groups of t equal values.
  private static func ties(_ values: [Double]) -> Double {
    var groups: [Double: Double] = [:]
    for value in values { groups[value, default: 0] += 1 }
    return groups.values.reduce(0) { $0 + $1 * ($1 - 1) * (2 * $1 + 5) }
  }

  /// The factor n / n* of Hamed & Rao, from the ranks of the detrended series; never below 1, so that a chance
  /// alternation makes no trend certain.
  private static func correction(_ detrended: [Double]) -> Double {
    let ranks = Ranks.of(detrended)
    let count = Double(ranks.count)
    let limit = 1.959_963_984_540_054 / count.squareRoot()
    var sum = 0.0
    for lag in 1..<max(2, ranks.count - 1) {
      let correlation = SeriesCorrelation.autocorrelation(ranks, lag: lag)
      guard abs(correlation) > limit else { continue }
      let rest = count - Double(lag)
      sum += rest * (rest - 1) * (rest - 2) * correlation
    }
    return max(1, 1 + 2 / (count * (count - 1) * (count - 2)) * sum)
  }

  private static func interval(_ slopes: [Double], variance: Double) -> Interval {
    let reach = 1.959_963_984_540_054 * variance.squareRoot()
    let pairs = Double(slopes.count)
    let lower = max(0, Int(((pairs - reach) / 2).rounded(.toNearestOrEven)) - 1)
    let upper = min(slopes.count - 1, Int(((pairs + reach) / 2).rounded(.toNearestOrEven)))
    return Interval(lower: slopes[min(lower, slopes.count - 1)], upper: slopes[max(0, upper)], level: 0.95)
  }
}

/// Ranks of values, from 1; equal ones share the mean of their ranks.
public enum Ranks {
  /// The rank of each value.
  ///
  /// - Complexity: O(n log n).
  public static func of(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      start = end
    }
    return ranks
  }
}
