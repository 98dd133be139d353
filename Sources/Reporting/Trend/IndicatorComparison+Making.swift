internal import DiscourseModel
internal import Statistics

extension IndicatorComparison {
  /// The measures of a group beside an indicator.
  static func all(
    _ indicator: Indicator, _ group: TrendTimeline.Group, _ timeline: TrendTimeline
  ) -> [IndicatorComparison] {
    let length = indicator.length(atLeast: timeline.options.period)
    let values = indicator.values(length)
    guard let first = values.keys.min(), let last = values.keys.max() else { return [] }
    let periods = (0...last.number - first.number).map(first.advanced)
    return timeline.definitions.map { definition in
      let rates = rates(definition, group, length)
      let rows = periods.map { Row(period: $0, rate: rates[$0], value: values[$0]) }
      let run = CommonRun(rows.map(\.rate), rows.map(\.value))
      let change = timeline.options.change
      let (rate, value) = (change.applied(to: run.first), change.applied(to: run.second))
      let correlation = SeriesCorrelation(rate, value, maximumLag: timeline.options.lags)
      return IndicatorComparison(
        name: indicator.name, unit: indicator.unit, sources: indicator.sources, group: group.name,
        key: definition.key, length: length, rows: rows, periods: run.first.count, correlation: correlation,
        slope: correlation.flatMap { slope(rate, value, lag: $0.strongest.lag) })
    }
  }

  private static func rates(
    _ definition: FigureDefinition, _ group: TrendTimeline.Group, _ length: PeriodLength
  ) -> [Period: Double] {
    var sums: [Period: (count: Int, exposure: Int)] = [:]
    for statement in group.statements {
      guard let period = statement.metadata.date.flatMap({ Period($0, length: length) }) else { continue }
      let old = sums[period] ?? (0, 0)
      sums[period] = (
        old.count + definition.numerator.value(in: statement.counts),
        old.exposure + definition.denominator.value(in: statement.counts)
      )
    }
    return sums.compactMapValues { $0.exposure > 0 ? definition.scale * Double($0.count) / Double($0.exposure) : nil }
  }

  /// The measure on the indicator so many periods later.
  private static func slope(_ rate: [Double], _ value: [Double], lag: Int) -> RegressionTerm? {
    let length = rate.count - abs(lag)
    let left = Array(rate[max(0, -lag)..<max(0, -lag) + length])
    let right = value[max(0, lag)..<max(0, lag) + length]
    guard let fit = LeastSquares(left, predictors: right.map { [$0] }) else { return nil }
    return RegressionTerm(value: fit.coefficients[1], error: fit.neweyWestErrors()[1], p: fit.p(1))
  }
}
