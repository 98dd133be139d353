#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How two series go together, also when one runs ahead of the other.
public struct SeriesCorrelation: Sendable, Hashable {
  /// The correlation at a lag.
  public struct Lag: Sendable, Hashable {
    /// By how many periods the second series comes later: positive where the first one leads.
    public var lag: Int
    /// Pearson's r of the first with the second so many periods later.
    public var correlation: Double
    /// How many pairs there are.
    public var pairs: Int
  }

  /// The correlations, from the most negative lag on.
  public let lags: [Lag]
  /// How many independent pairs the two series are worth (Bretherton et al. 1999).
  public let effectiveSize: Double
  /// The chance of so strong a correlation at some of the lags, if one series were shifted around at random.
  public let p: Double

  /// Correlates two series over the same periods.
  ///
  /// - Parameters:
  ///   - first: a series without trend: differenced, or with its line taken out.
  ///   - second: another of the same length.
  ///   - maximumLag: the largest lag either way; at least five pairs are kept.
  /// - Returns: nil for fewer than six periods, or where a series does not vary.
  /// - Complexity: O(n² · lags).
  public init?(_ first: [Double], _ second: [Double], maximumLag: Int) {
    precondition(first.count == second.count, "series over the same periods")
    let reach = max(0, min(maximumLag, first.count - 5))
    guard first.count >= 6, let lags = Self.correlations(first, second, reach) else { return nil }
    self.lags = lags
    effectiveSize = Self.effectiveSize(first, second)
    p = Self.shiftP(first, second, reach, strongest: lags.map { abs($0.correlation) }.max() ?? 0)
  }

  /// The strongest correlation.
  public var strongest: Lag { lags.max { abs($0.correlation) < abs($1.correlation) } ?? lags[0] }

  /// What |r| has to pass to be more than chance at a single lag, 5 % two-sided, by the effective size.
  public var band: Double { min(1, 1.959_963_984_540_054 / max(1, effectiveSize).squareRoot()) }

  private static func correlations(_ first: [Double], _ second: [Double], _ reach: Int) -> [Lag]? {
    var lags: [Lag] = []
    for lag in -reach...reach {
      let length = first.count - abs(lag)
      let left = first[max(0, -lag)..<max(0, -lag) + length]
      let right = second[max(0, lag)..<max(0, lag) + length]
      guard let correlation = pearson(left, right) else { return nil }
      lags.append(Lag(lag: lag, correlation: correlation, pairs: length))
    }
    return lags
  }

  /// Pearson's r; nil where a series does not vary.
  public static func pearson(_ first: ArraySlice<Double>, _ second: ArraySlice<Double>) -> Double? {
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(first, second) {
      xx += (x - means.0) * (x - means.0)
      xy += (x - means.0) * (y - means.1)
      yy += (y - means.1) * (y - means.1)
    }
    guard xx > 0, yy > 0 else { return nil }
    return xy / (xx * yy).squareRoot()
  }

  /// The autocorrelation at a lag, with the whole series' mean and variance (Box & Jenkins 1970).
  public static func autocorrelation(_ values: [Double], lag: Int) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard variance > 0, lag < values.count else { return 0 }
    var sum = 0.0
    for index in lag..<values.count { sum += (values[index] - mean) * (values[index - lag] - mean) }
    return sum / variance
  }

  /// N (1 − r₁ₓ r₁ᵧ) / (1 + r₁ₓ r₁ᵧ), no more than N (Bretherton et al. 1999).
  public static func effectiveSize(_ first: [Double], _ second: [Double]) -> Double {
    let product = autocorrelation(first, lag: 1) * autocorrelation(second, lag: 1)
    return min(1, (1 - product) / (1 + product)) * Double(first.count)
  }

  /// All circular shifts of the second series, which keep each series' own course and break their tie.
  private static func shiftP(_ first: [Double], _ second: [Double], _ reach: Int, strongest: Double) -> Double {
    let count = second.count
    var (reached, tried) = (0, 0)
    for shift in 1..<count {
      let shifted = Array(second[shift...] + second[..<shift])
      guard let lags = correlations(first, shifted, reach) else { continue }
      tried += 1
      if lags.contains(where: { abs($0.correlation) >= strongest - 1e-12 }) { reached += 1 }
    }
    return Double(reached + 1) / Double(tried + 1)
  }

  /// The changes from each value to the next.
  public static func differences(_ values: [Double]) -> [Double] { zip(values.dropFirst(), values).map { $0 - $1 } }

  /// What is left of a series when its straight line is taken out.
  public static func detrended(_ values: [Double]) -> [Double] {
    LeastSquares(values, predictors: values.indices.map { [Double($0)] })?.residuals ?? values
  }
}
