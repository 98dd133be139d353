/// How figures are resampled.
public struct Resampling: Sendable, Hashable {
  /// How many resamples stand behind an interval, its level, and the seed of all that is random.
  public var bootstrap: Bootstrap
  /// How many random permutations stand behind a p.
  public var permutations: Int
  /// How intervals are read from resamples.
  public var method: IntervalMethod
  /// Above so many documents of a group, they are gathered at random into a quarter as many units before they are
  /// resampled.
  public var limit: Int

  /// The usual resampling.
  public init(
    bootstrap: Bootstrap = Bootstrap(), permutations: Int = 1999, method: IntervalMethod = .percentile,
    limit: Int = 2000
  ) {
    (self.bootstrap, self.permutations, self.method, self.limit) = (bootstrap, permutations, method, limit)
  }
}

/// A figure as a quotient of two counts.
public struct CountRatio: Sendable, Hashable {
  /// The column that is counted.
  public var numerator: Int
  /// The column that it is counted over.
  public var denominator: Int
  /// The factor by which the quotient is shown.
  public var scale: Double

  /// A quotient of columns.
  public init(numerator: Int, denominator: Int, scale: Double = 1) {
    (self.numerator, self.denominator, self.scale) = (numerator, denominator, scale)
  }

  func value(_ sum: (Int) -> Double) -> Double? {
    let under = sum(denominator)
    return under > 0 ? scale * sum(numerator) / under : nil
  }
}

/// A group of documents with the resamples that all of its figures share.
public struct ResampledGroup: Sendable {
  /// The documents, a table for each stratum; all have the same columns.
  public let strata: [CountTable]
  let sums: [[Double]]
  let draws: [ResampledSums]
  let resampling: Resampling
  private let total: [Double]
  /// For each column, how many documents of equal size the group is worth, and how many have it at all.
  private let effective: [(size: Double, documents: Int)]

  /// Resamples documents within each stratum.
  ///
  /// - Complexity: O(replicates · values that are not zero).
  public init(strata: [CountTable], resampling: Resampling) {
    precondition(!strata.isEmpty, "a group has a stratum")
    self.strata = strata
    self.resampling = resampling
    let sums = strata.map(\.sums)
    self.sums = sums
    total = sums[0].indices.map { column in sums.reduce(0) { $0 + $1[column] } }
    effective = Self.effectiveSizes(strata)
    let seed = resampling.bootstrap.seed
    draws = strata.enumerated().map { index, table in
      let units =
        table.documents > resampling.limit
        ? table.gathered(into: resampling.limit / 4, seed: seed &+ UInt64(index)) : table
      return units.resampled(
        replicates: resampling.bootstrap.replicates, seed: seed &* 0x9E37_79B9 &+ UInt64(index) &+ 1)
    }
  }

  /// How many documents it has.
  public var documents: Int { strata.reduce(0) { $0 + $1.documents } }

  /// Whether documents were gathered into random groups before they were resampled.
  public var isGathered: Bool { strata.contains { $0.documents > resampling.limit } }

  /// The sum of a column.
  public func sum(_ column: Int) -> Double { total[column] }

  /// The sum of a column in a resample.
  public func sum(_ column: Int, in replicate: Int) -> Double {
    draws.reduce(0) { $0 + $1[replicate, column] }
  }

  /// A figure; nil where its denominator is zero.
  public func value(_ ratio: CountRatio) -> Double? { ratio.value(sum) }

  /// The interval of a figure; nil for fewer than two documents that have its denominator.
  public func interval(_ ratio: CountRatio) -> Interval? {
    guard let value = value(ratio), effective[ratio.denominator].documents >= 2 else { return nil }
    let values = (0..<resampling.bootstrap.replicates).compactMap { replicate in
      ratio.value { sum($0, in: replicate) }
    }
    switch resampling.method {
    case .percentile:
      return ResampledInterval.percentile(
        values, parts: [(effectiveSize(ratio.denominator), 1)], level: resampling.bootstrap.level)
    case .bca:
      return ResampledInterval.bca(
        values, estimate: value, jackknife: [jackknife(ratio)], level: resampling.bootstrap.level)
    }
  }

  /// The figure without each document in turn.
  ///
  /// - Complexity: O(documents).
  public func jackknife(_ ratio: CountRatio) -> [Double] {
    strata.flatMap { table in
      zip(table.column(ratio.numerator), table.column(ratio.denominator)).map { numerator, denominator in
        let under = total[ratio.denominator] - denominator
        return under > 0 ? ratio.scale * (total[ratio.numerator] - numerator) / under : 0
      }
    }
  }

  /// The interval of any statistic of the columns' sums, by percentiles.
  ///
  /// - Parameters:
  ///   - sizes: the column that tells how large a document is.
  ///   - statistic: from the sum of a column; nil where it is undefined.
  public func interval(sizes: Int, _ statistic: ((Int) -> Double) -> Double?) -> Interval? {
    guard documents >= 2, statistic(sum) != nil else { return nil }
    let values = (0..<resampling.bootstrap.replicates).compactMap { replicate in
      statistic { sum($0, in: replicate) }
    }
    return ResampledInterval.percentile(
      values, parts: [(effectiveSize(sizes), 1)], level: resampling.bootstrap.level)
  }

  /// How many documents of equal size the group is worth: (Σ size)² / Σ size² (Kish 1965).
  func effectiveSize(_ column: Int) -> Double { effective[column].size }

  /// How many documents have a column at all.
  func documents(with column: Int) -> Int { effective[column].documents }

  private static func effectiveSizes(_ strata: [CountTable]) -> [(size: Double, documents: Int)] {
    (0..<strata[0].width).map { column in
      let moments = strata.map { $0.moments[column] }
      let sum = moments.reduce(0) { $0 + $1.sum }
      let squares = moments.reduce(0) { $0 + $1.squares }
      return (squares > 0 ? sum * sum / squares : 0, moments.reduce(0) { $0 + $1.documents })
    }
  }
}
