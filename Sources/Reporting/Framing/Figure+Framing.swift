internal import DiscourseModel
internal import Statistics

extension Figure {
  /// A figure over statements that is none of the usual ones: sums for the value, resampled statements for the interval.
  init(
    _ key: String, _ unit: FigureUnit, of statements: [StatementCounts], _ bootstrap: Bootstrap,
    _ numerator: (StatementCounts) -> Int, over denominator: (StatementCounts) -> Int
  ) {
    let columns = [statements.map { Double(numerator($0)) }, statements.map { Double(denominator($0)) }]
    let group = ResampledGroup(
      strata: [CountTable(documents: statements.count, columns: columns)], resampling: Resampling(bootstrap: bootstrap))
    let rate = Rate(numerator: group.sum(0), denominator: group.sum(1), scale: 100)
    let interval = group.interval(CountRatio(numerator: 0, denominator: 1, scale: 100))
    self.init(key: key, rate: rate, unit: unit, interval: rate.value == nil ? nil : interval)
  }

  /// The interval as the report shows it: resampling says nothing of what was never counted.
  var shownInterval: Interval? { rate.numerator > 0 ? interval : nil }
}
