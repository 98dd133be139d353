#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How an interval is read from resamples.
public enum IntervalMethod: String, Sendable, Hashable, CaseIterable {
  /// The percentiles of the resampled figures, taken further out where documents are few or of very different size
  /// (the expanded percentile interval of Hesterberg 2015).
  case percentile
  /// Bias-corrected and accelerated (Efron 1987).
  case bca
}

/// An interval read from the values of a figure in resamples.
public enum ResampledInterval {
  /// Percentiles at t's levels: with m documents, the percentile interval is too short by √((m − 1) / m) and by the
  /// difference of t and the normal distribution.
  ///
  /// - Parameters:
  ///   - values: the figure in each resample, in any order.
  ///   - parts: for each group that the figure is made of, how many documents of equal size it is worth
  ///     (Kish 1965) and the variance that it brings in, in any unit.
  public static func percentile(
    _ values: [Double], parts: [(size: Double, variance: Double)], level: Double = 0.95
  ) -> Interval? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let tail = Normal.lowerTail(-reach(parts, level: level))
    return Interval(
      lower: Bootstrap.quantile(sorted, tail), upper: Bootstrap.quantile(sorted, 1 - tail), level: level)
  }

  /// The normal deviate whose percentile is to be taken.
  private static func reach(_ parts: [(size: Double, variance: Double)], level: Double) -> Double {
    let parts = parts.map { (size: max(2, $0.size), variance: max($0.variance, 1e-300)) }
    let plain = parts.reduce(0) { $0 + $1.variance }
    let widened = parts.reduce(0) { $0 + $1.variance * $1.size / ($1.size - 1) }
    // The degrees of freedom of Satterthwaite (1946).
    let degrees = plain * plain / parts.reduce(0) { $0 + $1.variance * $1.variance / ($1.size - 1) }
    return StudentT.quantile(0.5 + level / 2, degrees: max(1, degrees)) * (widened / plain).squareRoot()
  }

  /// The bias-corrected and accelerated interval (Efron 1987).
  ///
  /// - Parameters:
  ///   - values: the figure in each resample, in any order.
  ///   - estimate: the figure itself.
  ///   - jackknife: for each group of documents that the figure is made of, the figure without each of them.
  public static func bca(
    _ values: [Double], estimate: Double, jackknife: [[Double]], level: Double = 0.95
  ) -> Interval? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let count = Double(values.count)
    let below = values.reduce(0) { $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0) }
    let bias = Normal.quantile(min(max(below, 0.5), count - 0.5) / count)
    let acceleration = acceleration(jackknife)
    func end(_ share: Double) -> Double {
      let reach = bias + Normal.quantile(share)
      return Bootstrap.quantile(sorted, Normal.lowerTail(bias + reach / (1 - acceleration * reach)))
    }
    let tail = (1 - level) / 2
    return Interval(lower: end(tail), upper: end(1 - tail), level: level)
  }

  /// a = Σ d³ / (6 (Σ d²)^1.5), d the mean of the jackknife less each of its values.
  static func acceleration(_ jackknife: [[Double]]) -> Double {
    var (cubes, squares) = (0.0, 0.0)
    for values in jackknife where !values.isEmpty {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      // Groups of different size weigh by the influence of a document, (n − 1) d / n.
      let factor = (count - 1) / count
      for value in values {
        let difference = factor * (mean - value)
        cubes += difference * difference * difference
        squares += difference * difference
      }
    }
    return squares > 0 ? cubes / (6 * pow(squares, 1.5)) : 0
  }
}
