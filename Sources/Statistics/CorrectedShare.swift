/// A share that an automatic coding gave, corrected for the coding's errors by a sample that was coded by hand.
///
/// The estimate of prediction-powered inference (Angelopoulos et al. 2023) in its simple form: the automatic share over
/// all units, plus the mean difference of hand and machine over the sample; the variance is the sum of both parts'.
/// Sampled units count by how many they stand for.
public struct CorrectedShare: Sendable, Hashable {
  /// A unit of the sample.
  public struct Unit: Sendable, Hashable {
    /// What the machine says.
    public var automatic: Bool
    /// What the coder says.
    public var gold: Bool
    /// How many units it stands for.
    public var weight: Double

    /// A unit with both codings.
    public init(automatic: Bool, gold: Bool, weight: Double = 1) {
      (self.automatic, self.gold, self.weight) = (automatic, gold, weight)
    }
  }

  /// The corrected share, from 0 to 1.
  public var value: Double
  /// Its 95 % interval, by the normal approximation, inside 0 and 1.
  public var interval: Interval
  /// How many units the sample has.
  public var sampleSize: Int

  /// Corrects a share.
  ///
  /// - Parameters:
  ///   - positives: how many of all units the machine says yes to.
  ///   - total: all units.
  ///   - sample: units that were coded by hand.
  /// - Returns: nil for fewer than two sampled units, or none at all.
  public init?(positives: Double, total: Double, sample: [Unit]) {
    guard total > 0, sample.count >= 2 else { return nil }
    let share = positives / total
    let weights = sample.reduce(0) { $0 + $1.weight }
    func difference(_ unit: Unit) -> Double { (unit.gold ? 1 : 0) - (unit.automatic ? 1 : 0) }
    let mean = sample.reduce(0) { $0 + $1.weight * difference($1) } / weights
    // A small sample without any error does not prove that there are none: two errors, one each way, are added for the
    // variance, as Agresti & Coull (1998) add successes and failures.
    let usual = weights / Double(sample.count)
    let count = Double(sample.count) + 2
    let all = weights + 2 * usual
    let added = usual * usual * ((1 - mean) * (1 - mean) + (1 + mean) * (1 + mean))
    let spread = sample.reduce(added) { sum, unit in
      let deviation = unit.weight * (difference(unit) - mean)
      return sum + deviation * deviation
    }
    let variance = share * (1 - share) / total + spread / (all * all) * count / (count - 1)
    let half = 1.959_963_984_540_054 * variance.squareRoot()
    value = min(1, max(0, share + mean))
    interval = Interval(
      lower: min(1, max(0, share + mean - half)), upper: min(1, max(0, share + mean + half)), level: 0.95)
    sampleSize = sample.count
  }
}
