#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A word's count in a document that has it.
public struct DocumentCount: Sendable, Hashable {
  /// The document's position.
  public var document: Int
  /// The word's count there.
  public var count: Int

  /// A count.
  public init(document: Int, count: Int) { (self.document, self.count) = (document, count) }
}

/// Two groups of values compared by what most readers know.
public enum GroupTest {
  /// Welch's t for two groups of different spread: t, its degrees of freedom, and the two-sided p.
  ///
  /// - Returns: nil for fewer than two values in a group, or where nothing varies.
  public static func welch(_ left: [Double], _ right: [Double]) -> (t: Double, degrees: Double, p: Double)? {
    guard left.count >= 2, right.count >= 2 else { return nil }
    let (leftMean, leftError) = meanAndError(left)
    let (rightMean, rightError) = meanAndError(right)
    let error = leftError + rightError
    guard error > 0 else { return nil }
    let t = (leftMean - rightMean) / error.squareRoot()
    let spread =
      leftError * leftError / Double(left.count - 1) + rightError * rightError / Double(right.count - 1)
    let degrees = error * error / spread
    return (t, degrees, StudentT.twoSided(t, degrees: degrees))
  }

  private static func meanAndError(_ values: [Double]) -> (mean: Double, squaredError: Double) {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1) / count)
  }

  /// The Mann–Whitney test: U of the left group and the two-sided p, by the normal distribution with corrections for ties and
  /// for continuity, as R's `wilcox.test` has it.
  ///
  /// - Returns: nil for an empty group, or where all values are equal.
  /// - Complexity: O(n log n).
  public static func mannWhitney(_ left: [Double], _ right: [Double]) -> (u: Double, p: Double)? {
    guard !left.isEmpty, !right.isEmpty else { return nil }
    let values = (left.map { ($0, true) } + right.map { ($0, false) }).sorted { $0.0 < $1.0 }
    let (n, m) = (Double(left.count), Double(right.count))
    var rankSum = 0.0
    var ties = 0.0
    var start = 0
    while start < values.count {
      var end = start
      while end < values.count, values[end].0 == values[start].0 { end += 1 }
      let size = Double(end - start)
      let rank = Double(start + end + 1) / 2
      rankSum += rank * Double(values[start..<end].count { $0.1 })
      ties += size * size * size - size
      start = end
    }
    let u = rankSum - n * (n + 1) / 2
    let variance = n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1)))
    guard variance > 0 else { return nil }
    let difference = u - n * m / 2
    let corrected = max(0, abs(difference) - 0.5)
    return (u, min(1, Normal.twoSided(corrected / variance.squareRoot())))
  }
}
