/// Resamples documents to tell how sure a figure is: words of one document are not independent of each other.
public struct Bootstrap: Sendable, Hashable {
  /// How many resamples are drawn.
  public var replicates: Int
  /// The confidence level.
  public var level: Double
  /// The generator's seed.
  public var seed: UInt64

  /// A bootstrap.
  public init(replicates: Int = 2000, level: Double = 0.95, seed: UInt64 = 1) {
    self.replicates = replicates
    self.level = level
    self.seed = seed
  }

  /// The percentile interval of a ratio of sums over documents (Efron 1979; the unit is the document).
  ///
  /// - Parameters:
  ///   - numerators: what is counted, for each document.
  ///   - denominators: what it is counted over, for each document.
  ///   - scale: the factor by which the quotient is shown.
  /// - Returns: nil for fewer than two documents, or where no resample has a denominator.
  /// - Complexity: O(replicates × documents).
  public func ratio(numerators: [Double], denominators: [Double], scale: Double = 1) -> Interval? {
    precondition(numerators.count == denominators.count, "a numerator for each denominator")
    return interval(units: numerators.count) { sample in
      var numerator = 0.0
      var denominator = 0.0
      for index in sample {
        numerator += numerators[index]
        denominator += denominators[index]
      }
      return denominator > 0 ? scale * numerator / denominator : nil
    }
  }

  /// The percentile interval of any statistic of resampled units.
  ///
  /// - Parameters:
  ///   - units: how many units there are.
  ///   - statistic: the figure for a resample, given as positions of units; nil where it is undefined.
  public func interval(units: Int, statistic: ([Int]) -> Double?) -> Interval? {
    guard units >= 2 else { return nil }
    var generator = SeededGenerator(seed: seed)
    var values: [Double] = []
    values.reserveCapacity(replicates)
    var sample = [Int](repeating: 0, count: units)
    for _ in 0..<replicates {
      for index in 0..<units { sample[index] = generator.below(units) }
      if let value = statistic(sample) { values.append(value) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    let tail = (1 - level) / 2
    return Interval(
      lower: Self.quantile(values, tail), upper: Self.quantile(values, 1 - tail), level: level)
  }

  /// The quantile of sorted values, by linear interpolation (R's type 7; Hyndman & Fan 1996).
  public static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    precondition(!sorted.isEmpty, "a quantile needs values")
    let position = share * Double(sorted.count - 1)
    let low = Int(position)
    let high = min(low + 1, sorted.count - 1)
    return sorted[low] + (position - Double(low)) * (sorted[high] - sorted[low])
  }
}
