#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Counts in order of time, each over its exposure.
public struct PoissonSeries: Sendable, Hashable {
  private let counts: [Double]
  private let exposures: [Double]

  /// A series.
  ///
  /// - Parameters:
  ///   - counts: from 0 on.
  ///   - exposures: from 0 on, one for each count.
  public init(counts: [Double], exposures: [Double]) {
    precondition(counts.count == exposures.count, "an exposure for each count")
    self.counts = Self.running(counts)
    self.exposures = Self.running(exposures)
  }

  private static func running(_ values: [Double]) -> [Double] {
    values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// How many periods there are.
  public var count: Int { counts.count - 1 }

  /// The sum of counts over a stretch.
  public func count(in stretch: Range<Int>) -> Double { counts[stretch.upperBound] - counts[stretch.lowerBound] }

  /// The sum of exposures over a stretch.
  public func exposure(in stretch: Range<Int>) -> Double {
    exposures[stretch.upperBound] - exposures[stretch.lowerBound]
  }

  /// Twice the negative log-likelihood of one rate over a stretch, without what no segmentation changes:
  /// 2 (k ln E − k ln k + k).
  public func cost(_ stretch: Range<Int>) -> Double {
    let count = count(in: stretch)
    guard count > 0 else { return 0 }
    return 2 * count * (1 - log(count / exposure(in: stretch)))
  }

  /// The split of a stretch into two that lowers the cost most, and by how much; nil where it cannot be split.
  ///
  /// - Complexity: O(n).
  public func bestSplit(of stretch: Range<Int>, shortest: Int = 1) -> (position: Int, gain: Double)? {
    guard stretch.count >= 2 * shortest else { return nil }
    let whole = cost(stretch)
    var best: (position: Int, gain: Double)?
    for position in stretch.lowerBound + shortest...stretch.upperBound - shortest {
      let gain = whole - cost(stretch.lowerBound..<position) - cost(position..<stretch.upperBound)
      if gain > best?.gain ?? -.infinity { best = (position, gain) }
    }
    return best
  }
}
