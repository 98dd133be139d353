/// The p of a test whose null distribution comes from random permutations.
public enum PermutationP {
  /// (b + 1) / (B + 1): how many of the permutations reach what was seen, itself among them (Phipson & Smyth 2010).
  ///
  /// - Parameters:
  ///   - observed: the statistic; larger is further from the null.
  ///   - permuted: the statistic under each permutation.
  public static func upper(_ observed: Double, among permuted: [Double]) -> Double {
    let reached = permuted.count { $0 >= observed - 1e-9 * abs(observed) }
    return Double(reached + 1) / Double(permuted.count + 1)
  }
}
