#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A series cut into stretches of one rate each.
public struct SegmentedSeries: Sendable, Hashable {
  /// Where a new rate begins, in order; the start of the series is none.
  public var changePoints: [Int]
  /// The cost of its stretches, without penalties.
  public var cost: Double
  /// From which penalty on it is the best; 0 where it was not asked.
  public var penalty: Double
}

/// Finds where the rate of a series changes: the segmentation whose cost with a penalty for each change is smallest.
///
/// Optimal partitioning (Jackson et al. 2005), pruned (PELT: Killick, Fearnhead & Eckley 2012): exact.
public struct ChangePointSearch: Sendable {
  private let series: PoissonSeries
  private let shortest: Int

  /// A search.
  ///
  /// - Parameters:
  ///   - series: the counts with their exposures.
  ///   - shortest: how many periods a stretch has at least.
  public init(_ series: PoissonSeries, shortest: Int = 1) {
    precondition(shortest >= 1, "a stretch has a period")
    (self.series, self.shortest) = (series, shortest)
  }

  /// The usual penalty, 2 ln n, for a rate and a place; more where counts vary more than Poisson counts.
  public static func penalty(periods: Int, dispersion: Double = 1) -> Double {
    2 * log(Double(max(1, periods))) * max(1, dispersion)
  }

  /// The best segmentation under a penalty.
  ///
  /// - Complexity: O(n²), mostly O(n) where changes are many.
  public func segmentation(penalty: Double) -> SegmentedSeries {
    let count = series.count
    guard count >= 2 * shortest else { return segmented([], penalty: penalty) }
    var best = [Double](repeating: .infinity, count: count + 1)
    var previous = [Int](repeating: 0, count: count + 1)
    best[0] = -penalty
    var candidates = [0]
    // A start that loses at t may still win until t + shortest (ruptures, issue 342): it is dropped only then.
    var endOfCandidate = [Int](repeating: .max, count: count + 1)
    for end in shortest...count {
      for start in candidates where start + shortest <= end {
        let value = best[start] + series.cost(start..<end) + penalty
        if value < best[end] { (best[end], previous[end]) = (value, start) }
      }
      for start in candidates where start + shortest <= end && endOfCandidate[start] == .max {
        if best[start] + series.cost(start..<end) > best[end] { endOfCandidate[start] = end + shortest }
      }
      candidates.removeAll { endOfCandidate[$0] <= end + 1 }
      candidates.append(end)
    }
    var changes: [Int] = []
    var place = previous[count]
    while place > 0 {
      changes.append(place)
      place = previous[place]
    }
    return segmented(changes.reversed(), penalty: penalty)
  }

  private func segmented(_ changes: [Int], penalty: Double) -> SegmentedSeries {
    let ends = [0] + changes + [series.count]
    let cost = zip(ends, ends.dropFirst()).reduce(0) { $0 + series.cost($1.0..<$1.1) }
    return SegmentedSeries(changePoints: changes, cost: cost, penalty: penalty)
  }

  /// Every segmentation that is the best under some penalty of a range, few changes first, each with the smallest penalty
  /// from which on it is (CROPS: Haynes, Eckley & Fearnhead 2017).
  ///
  /// A change that stays while the penalty grows much is a strong one.
  public func path(penalties: ClosedRange<Double>) -> [SegmentedSeries] {
    var found: [Int: SegmentedSeries] = [:]
    func search(_ low: SegmentedSeries, _ high: SegmentedSeries) {
      for item in [low, high] { found[item.changePoints.count] = item }
      let difference = low.changePoints.count - high.changePoints.count
      guard difference > 1 else { return }
      let between = segmentation(penalty: (high.cost - low.cost) / Double(difference))
      guard between.changePoints.count != low.changePoints.count,
        between.changePoints.count != high.changePoints.count
      else { return }
      search(low, between)
      search(between, high)
    }
    search(segmentation(penalty: penalties.lowerBound), segmentation(penalty: penalties.upperBound))
    var path = found.values.sorted { $0.changePoints.count < $1.changePoints.count }
    for index in path.indices {
      guard index + 1 < path.count else {
        path[index].penalty = penalties.lowerBound
        continue
      }
      let next = path[index + 1]
      path[index].penalty =
        (path[index].cost - next.cost) / Double(next.changePoints.count - path[index].changePoints.count)
    }
    return path
  }
}
