internal import DiscourseModel
internal import Statistics

extension Figure {
  /// A figure over statements: sums for the value, resampled statements for the interval.
  init(
    _ key: String, _ unit: FigureUnit, of statements: [StatementCounts], _ bootstrap: Bootstrap,
    _ numerator: (StatementCounts) -> Int, over denominator: (StatementCounts) -> Int
  ) {
    let numerators = statements.map { Double(numerator($0)) }
    let denominators = statements.map { Double(denominator($0)) }
    let rate = Rate(numerator: numerators.reduce(0, +), denominator: denominators.reduce(0, +), scale: 100)
    let interval = bootstrap.ratio(numerators: numerators, denominators: denominators, scale: 100)
    self.init(key: key, rate: rate, unit: unit, interval: rate.value == nil ? nil : interval)
  }

  /// The interval as the report shows it: resampling says nothing of what was never counted.
  var shownInterval: Interval? { rate.numerator > 0 ? interval : nil }
}
