/// Two groups of documents against each other: differences and quotients of their figures with intervals, and the chance of
/// such differences if documents belonged to the groups at random.
///
/// Where there are several strata, figures are standardized: each stratum weighs in both groups as it does in both together,
/// and documents stay in their stratum when they are resampled and permuted.
public struct GroupContrast: Sendable {
  /// A figure in both groups.
  public struct Outcome: Sendable, Hashable {
    /// The figure of the first group, standardized.
    public var left: Double
    /// The figure of the second group, standardized.
    public var right: Double
    /// The first less the second.
    public var difference: Double
    /// The difference's interval.
    public var interval: Interval?
    /// The first over the second; nil where the second is zero.
    public var ratio: Double?
    /// The quotient's interval.
    public var ratioInterval: Interval?
    /// The p of no difference, over documents.
    public var p: Double?
  }

  private let groups: (left: ResampledGroup, right: ResampledGroup)
  private let ratios: [CountRatio]
  private let weights: [[Double]]
  private let permuted: PermutedGroups
  /// For each stratum of both groups the columns of the figures, for what a figure is without a document.
  private let columns: (left: [[Int: [Double]]], right: [[Int: [Double]]])

  /// Compares two groups that were resampled in the same strata.
  ///
  /// - Parameters:
  ///   - left: the first group.
  ///   - right: the second group.
  ///   - ratios: the figures to compare.
  /// - Complexity: O((replicates + permutations) · values that are not zero).
  public init(_ left: ResampledGroup, _ right: ResampledGroup, ratios: [CountRatio]) {
    precondition(left.strata.count == right.strata.count, "the same strata")
    (groups, self.ratios) = ((left, right), ratios)
    let used = Set(ratios.flatMap { [$0.numerator, $0.denominator] })
    columns = (left.strata.map { $0.columns(used) }, right.strata.map { $0.columns(used) })
    weights = ratios.map { Self.weights($0, left, right) }
    permuted = PermutedGroups(left, right, ratios: ratios, resampling: left.resampling)
  }

  /// The strata's weights: their share of the denominator among those that both groups have.
  private static func weights(_ ratio: CountRatio, _ left: ResampledGroup, _ right: ResampledGroup) -> [Double] {
    let sizes = zip(left.sums, right.sums).map { left, right in
      let (first, second) = (left[ratio.denominator], right[ratio.denominator])
      return first > 0 && second > 0 ? first + second : 0
    }
    let sum = sizes.reduce(0, +)
    return sum > 0 ? sizes.map { $0 / sum } : sizes
  }

  /// The outcome for a figure; nil where no stratum has its denominator in both groups.
  public func outcome(_ index: Int) -> Outcome? {
    let (ratio, weights) = (ratios[index], weights[index])
    guard let left = Self.standardized(ratio, weights, { groups.left.sums[$0][$1] }),
      let right = Self.standardized(ratio, weights, { groups.right.sums[$0][$1] })
    else { return nil }
    let draws = (0..<groups.left.resampling.bootstrap.replicates).compactMap { replicate -> (Double, Double)? in
      guard let left = Self.standardized(ratio, weights, { groups.left.draws[$0][replicate, $1] }),
        let right = Self.standardized(ratio, weights, { groups.right.draws[$0][replicate, $1] })
      else { return nil }
      return (left, right)
    }
    let quotients = draws.filter { $0.1 > 0 }.map { $0.0 / $0.1 }
    let isQuotient = right > 0 && 10 * quotients.count > 9 * draws.count
    return Outcome(
      left: left, right: right, difference: left - right,
      interval: interval(ratio, weights, draws, draws.map { $0.0 - $0.1 }, estimate: left - right) { $0 - $1 },
      ratio: right > 0 ? left / right : nil,
      ratioInterval: isQuotient
        ? interval(ratio, weights, draws, quotients, estimate: left / right) { $1 > 0 ? $0 / $1 : 0 } : nil,
      p: hasEnough(ratio.denominator) ? permuted.p(index, weights: weights) : nil)
  }

  /// A figure that fewer than five documents of a group have is not tested: its error is not to be told.
  private func hasEnough(_ column: Int) -> Bool {
    min(groups.left.documents(with: column), groups.right.documents(with: column)) >= 5
  }

  private static func standardized(
    _ ratio: CountRatio, _ weights: [Double], _ sum: (Int, Int) -> Double
  ) -> Double? {
    var value = 0.0
    var isDefined = false
    for (stratum, weight) in weights.enumerated() where weight > 0 {
      let under = sum(stratum, ratio.denominator)
      guard under > 0 else { return nil }
      value += weight * ratio.scale * sum(stratum, ratio.numerator) / under
      isDefined = true
    }
    return isDefined ? value : nil
  }

  private func interval(
    _ ratio: CountRatio, _ weights: [Double], _ draws: [(Double, Double)], _ values: [Double], estimate: Double,
    combine: (Double, Double) -> Double
  ) -> Interval? {
    let resampling = groups.left.resampling
    guard groups.left.documents >= 2, groups.right.documents >= 2, values.count >= 100 else { return nil }
    switch resampling.method {
    case .percentile:
      let parts = [
        (groups.left.effectiveSize(ratio.denominator), Self.variance(draws.map(\.0))),
        (groups.right.effectiveSize(ratio.denominator), Self.variance(draws.map(\.1))),
      ]
      return ResampledInterval.percentile(values, parts: parts, level: resampling.bootstrap.level)
    case .bca:
      let left = jackknife(groups.left, columns.left, ratio, weights)
      let right = jackknife(groups.right, columns.right, ratio, weights)
      return ResampledInterval.bca(
        values, estimate: estimate,
        jackknife: [left.without.map { combine($0, right.whole) }, right.without.map { combine(left.whole, $0) }],
        level: resampling.bootstrap.level)
    }
  }

  private func jackknife(
    _ group: ResampledGroup, _ columns: [[Int: [Double]]], _ ratio: CountRatio, _ weights: [Double]
  ) -> (whole: Double, without: [Double]) {
    let whole = Self.standardized(ratio, weights) { group.sums[$0][$1] } ?? 0
    var without: [Double] = []
    for (stratum, table) in group.strata.enumerated() {
      guard weights[stratum] > 0 else {
        without += [Double](repeating: whole, count: table.documents)
        continue
      }
      let (over, under) = (group.sums[stratum][ratio.numerator], group.sums[stratum][ratio.denominator])
      let numerators = columns[stratum][ratio.numerator] ?? []
      for (numerator, denominator) in zip(numerators, columns[stratum][ratio.denominator] ?? []) {
        let rest = under - denominator
        let change = rest > 0 ? (over - numerator) / rest - over / under : 0
        without.append(whole + weights[stratum] * ratio.scale * change)
      }
    }
    return (whole, without)
  }

  /// The difference of a figure without each document in turn, those of each stratum together.
  ///
  /// - Complexity: O(documents).
  public func differencesWithoutDocuments(_ index: Int) -> (left: [Double], right: [Double]) {
    let left = jackknife(groups.left, columns.left, ratios[index], weights[index])
    let right = jackknife(groups.right, columns.right, ratios[index], weights[index])
    return (left.without.map { $0 - right.whole }, right.without.map { left.whole - $0 })
  }

  /// The difference of a figure if the columns' sums were smaller.
  ///
  /// - Parameters:
  ///   - index: the figure's number.
  ///   - leftLosses: for each stratum of the first group, by how much each column is smaller.
  ///   - rightLosses: the same for the second group.
  public func difference(
    _ index: Int, leftLosses: [[Int: Double]], rightLosses: [[Int: Double]]
  ) -> Double? {
    func value(_ group: ResampledGroup, _ losses: [[Int: Double]]) -> Double? {
      Self.standardized(ratios[index], weights[index]) { group.sums[$0][$1] - (losses[$0][$1] ?? 0) }
    }
    guard let left = value(groups.left, leftLosses), let right = value(groups.right, rightLosses) else { return nil }
    return left - right
  }

  /// A statistic of both groups' sums over all strata.
  public func value(_ statistic: ((Int) -> Double, (Int) -> Double) -> Double?) -> Double? {
    statistic(groups.left.sum, groups.right.sum)
  }

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(max(1, values.count))
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count))
  }

  /// The value, interval and p of any statistic of both groups' sums over all strata: a distance, an asymmetry.
  ///
  /// - Parameters:
  ///   - sizes: the column that tells how large a document is.
  ///   - isSigned: whether the statistic may go either way from zero; else larger is further from the null.
  ///   - statistic: from the sums of both groups' columns; nil where it is undefined.
  public func statistic(
    sizes: Int, isSigned: Bool, _ statistic: ((Int) -> Double, (Int) -> Double) -> Double?
  ) -> (value: Double, interval: Interval?, p: Double?, byChance: Double?)? {
    guard let value = statistic(groups.left.sum, groups.right.sum) else { return nil }
    let resampling = groups.left.resampling
    let values = (0..<resampling.bootstrap.replicates).compactMap { replicate in
      statistic({ groups.left.sum($0, in: replicate) }, { groups.right.sum($0, in: replicate) })
    }
    let canVary = groups.left.documents >= 2 && groups.right.documents >= 2
    let parts = [groups.left, groups.right].map { (size: $0.effectiveSize(sizes), variance: 1.0) }
    let random = permuted.values(statistic)
    let size: (Double) -> Double = { isSigned ? abs($0) : $0 }
    return (
      value, canVary ? ResampledInterval.percentile(values, parts: parts, level: resampling.bootstrap.level) : nil,
      canVary ? PermutationP.upper(size(value), among: random.map(size)) : nil,
      random.isEmpty ? nil : random.reduce(0, +) / Double(random.count)
    )
  }
}
