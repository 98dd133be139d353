#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A regression of counts over exposures whose variance is a multiple of the mean: log link, offset ln(exposure)
/// (McCullagh & Nelder 1989, ch. 6).
public struct QuasiPoisson: Sendable, Hashable {
  /// The intercept, then one for each predictor; on the log scale.
  public let coefficients: [Double]
  /// Standard errors as if the counts were Poisson.
  public let poissonErrors: [Double]
  /// φ: Pearson's chi-square over the degrees of freedom; 1 for Poisson counts.
  public let dispersion: Double
  /// Observations less coefficients.
  public let degrees: Int

  /// Fits by iteratively reweighted least squares.
  ///
  /// - Parameters:
  ///   - counts: from 0 on.
  ///   - exposures: above 0, one for each count.
  ///   - predictors: for each count, the values of the predictors.
  /// - Returns: nil where there are no degrees of freedom left, all counts are zero, or the predictors determine each
  ///   other.
  /// - Complexity: O(n p²) for each of a few iterations.
  public init?(counts: [Double], exposures: [Double], predictors: [[Double]]) {
    precondition(counts.count == exposures.count && counts.count == predictors.count, "one of each for each count")
    let rows = predictors.map { [1] + $0 }
    guard let width = rows.first?.count, counts.count > width, counts.contains(where: { $0 > 0 }) else { return nil }
    var means = zip(counts, exposures).map { ($0 + 0.1 * $1 / (exposures.max() ?? 1)) }
    var beta = [Double](repeating: 0, count: width)
    var system: SymmetricSystem?
    for _ in 0..<100 {
      var matrix = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
      var right = [Double](repeating: 0, count: width)
      for (index, row) in rows.enumerated() {
        let working = log(means[index] / exposures[index]) + (counts[index] - means[index]) / means[index]
        for first in 0..<width {
          right[first] += means[index] * row[first] * working
          for second in 0..<width { matrix[first][second] += means[index] * row[first] * row[second] }
        }
      }
      guard let solved = SymmetricSystem(matrix) else { return nil }
      let next = solved.solve(right)
      let change = zip(next, beta).reduce(0) { max($0, abs($1.0 - $1.1)) }
      (system, beta) = (solved, next)
      means = zip(rows, exposures).map { row, exposure in exposure * exp(Self.dot(row, next)) }
      guard means.allSatisfy({ $0.isFinite && $0 > 0 }) else { return nil }
      if change < 1e-12 { break }
    }
    guard let system else { return nil }
    coefficients = beta
    poissonErrors = system.inverse.enumerated().map { $1[$0].squareRoot() }
    degrees = counts.count - width
    dispersion = Overdispersion.pearson(counts: counts, means: means, coefficients: width)
  }

  /// Standard errors widened by √φ.
  public var errors: [Double] { poissonErrors.map { $0 * dispersion.squareRoot() } }

  /// The p of a coefficient against zero, by t.
  public func p(_ coefficient: Int) -> Double {
    let error = errors[coefficient]
    guard error > 0 else { return coefficients[coefficient] == 0 ? 1 : 0 }
    return StudentT.twoSided(coefficients[coefficient] / error, degrees: Double(degrees))
  }

  /// The interval of a coefficient, by t.
  public func interval(_ coefficient: Int, level: Double = 0.95) -> Interval {
    let half = StudentT.quantile(0.5 + level / 2, degrees: Double(degrees)) * errors[coefficient]
    return Interval(lower: coefficients[coefficient] - half, upper: coefficients[coefficient] + half, level: level)
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    left.indices.reduce(0) { $0 + left[$1] * right[$1] }
  }
}

/// How much more counts vary than Poisson counts would.
public enum Overdispersion {
  /// φ = Σ (y − μ)² / μ / (n − p); 1 for Poisson counts.
  ///
  /// - Parameters:
  ///   - counts: y.
  ///   - means: μ; a mean of zero carries no information and is left out.
  ///   - coefficients: p.
  /// - Returns: 1 where no degrees of freedom are left.
  public static func pearson(counts: [Double], means: [Double], coefficients: Int) -> Double {
    var sum = 0.0
    var known = 0
    for (count, mean) in zip(counts, means) where mean > 0 {
      sum += (count - mean) * (count - mean) / mean
      known += 1
    }
    return known > coefficients ? sum / Double(known - coefficients) : 1
  }
}

extension Overdispersion {
  /// How much more a sum of counts varies than a Poisson count would: Σ (y − μ)² / Σ μ · n / (n − p). Long documents weigh
  /// in it as they do in the sum (the design effect of a ratio: Kish 1965).
  ///
  /// - Parameters:
  ///   - counts: y.
  ///   - means: μ.
  ///   - coefficients: p.
  /// - Returns: 1 where no degrees of freedom are left, or all means are zero.
  public static func ofSum(counts: [Double], means: [Double], coefficients: Int) -> Double {
    let squares = zip(counts, means).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let sum = means.reduce(0, +)
    guard counts.count > coefficients, sum > 0 else { return 1 }
    return squares / sum * Double(counts.count) / Double(counts.count - coefficients)
  }
}

extension Poisson {
  /// The interval of a rate: Garwood's exact one, widened where counts vary more than Poisson counts (`dispersion` above
  /// 1: the count over φ is taken for a Poisson count).
  ///
  /// - Parameters:
  ///   - count: from 0 on.
  ///   - exposure: above 0.
  ///   - dispersion: φ.
  public static func rateInterval(
    count: Double, exposure: Double, dispersion: Double = 1, scale: Double = 1, level: Double = 0.95
  ) -> Interval {
    let tail = (1 - level) / 2
    let shape = count / dispersion
    let factor = scale * dispersion / exposure
    return Interval(
      lower: shape > 0 ? factor * GammaFunction.quantile(tail, shape: shape) : 0,
      upper: factor * GammaFunction.upperQuantile(tail, shape: shape + 1), level: level)
  }
}
