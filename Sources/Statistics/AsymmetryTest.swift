/// Whether one rate is higher than another, from two counts alone, given their sum (Przyborowski & Wilenski 1940).
///
/// Under the null the first count is binomial with the first exposure's share. Counts that come in clumps, as the
/// sentences of a document do, make its p too small: give a test over documents beside it.
public enum AsymmetryTest {
  /// The two-sided p: the chance of all splits that are no likelier than the one seen.
  ///
  /// - Parameters:
  ///   - counts: the two counts.
  ///   - exposures: what each is counted over, above 0.
  /// - Complexity: O(sum of counts).
  public static func conditionalBinomial(counts: (Int, Int), exposures: (Double, Double)) -> Double {
    let total = counts.0 + counts.1
    guard total > 0 else { return 1 }
    let share = exposures.0 / (exposures.0 + exposures.1)
    // R's binom.test has the same tolerance for splits that are equally likely.
    let limit = Binomial.probability(counts.0, of: total, share: share) * (1 + 1e-7)
    var sum = 0.0
    for count in 0...total {
      let probability = Binomial.probability(count, of: total, share: share)
      if probability <= limit { sum += probability }
    }
    return min(1, sum)
  }

  /// (a − b) / (a + b) of two rates, from −1 to 1; nil where both are zero.
  public static func asymmetry(_ left: Double, _ right: Double) -> Double? {
    left + right > 0 ? (left - right) / (left + right) : nil
  }
}
