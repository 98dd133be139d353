#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How far two profiles are from each other: distributions over the same categories.
public enum Divergence {
  /// The Jensen–Shannon distance, the root of the divergence in bits, from 0 (the same) to 1 (nothing in common; Lin 1991,
  /// Endres & Schindelin 2003).
  ///
  /// - Parameters:
  ///   - left: counts or shares, one a category.
  ///   - right: the same categories.
  /// - Returns: nil where either has nothing in it.
  public static func jensenShannon(_ left: [Double], _ right: [Double]) -> Double? {
    guard let (left, right) = shares(left, right) else { return nil }
    var sum = 0.0
    for (p, q) in zip(left, right) {
      let middle = (p + q) / 2
      if p > 0 { sum += p * log2(p / middle) }
      if q > 0 { sum += q * log2(q / middle) }
    }
    return max(0, sum / 2).squareRoot()
  }

  /// The total variation: the share that would have to change its category, from 0 to 1.
  ///
  /// - Returns: nil where either has nothing in it.
  public static func totalVariation(_ left: [Double], _ right: [Double]) -> Double? {
    guard let (left, right) = shares(left, right) else { return nil }
    return zip(left, right).reduce(0) { $0 + abs($1.0 - $1.1) } / 2
  }

  private static func shares(_ left: [Double], _ right: [Double]) -> ([Double], [Double])? {
    precondition(left.count == right.count, "the same categories")
    let (first, second) = (left.reduce(0, +), right.reduce(0, +))
    guard first > 0, second > 0 else { return nil }
    return (left.map { $0 / first }, right.map { $0 / second })
  }
}
