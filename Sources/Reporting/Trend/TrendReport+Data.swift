internal import DiscourseModel
internal import Statistics

extension TrendReport {
  /// Everything that was found, one observation a row, as R and pandas take it.
  public var table: Table {
    var rows = series.flatMap(rows)
    rows += compositions.flatMap(self.rows)
    rows += events.flatMap(self.rows)
    rows += pairs.flatMap(self.rows)
    rows += indicators.flatMap(self.rows)
    return Table(
      columns: [
        "section", "group", "measure", "period", "until", "unit", "value", "lower", "upper", "p", "p_adjusted",
        "numerator", "denominator", "statements", "method", "name",
      ], rows: rows.map(\.cells))
  }

  private func rows(_ series: TrendSeries) -> [TrendRow] {
    func row(_ section: String, _ unit: String? = nil) -> TrendRow {
      TrendRow(section, series.group, series.key, unit: unit ?? series.unit.rawValue)
    }
    let points = series.points.map { point -> TrendRow in
      var row = row("rate")
      row.period = point.period.description
      (row.value, row.interval, row.statements) = (point.rate.value, point.interval, point.statements)
      (row.numerator, row.denominator) = (point.rate.numerator, point.rate.denominator)
      row.method = point.isMissing ? "missing" : point.method?.rawValue
      return row
    }
    let changes = series.changes.flatMap { change -> [TrendRow] in
      var after = row("change")
      (after.period, after.value) = (change.period.description, change.after.value)
      (after.p, after.adjustedP, after.method) = (change.p, change.adjustedP, change.isExact ? "exact" : "permuted")
      after.name = change.interval.map { "\($0.lowerBound) – \($0.upperBound)" }
      var before = row("rate_before_change")
      (before.period, before.value) = (change.period.description, change.before.value)
      return [after, before]
    }
    let path = series.path.map { step -> TrendRow in
      var row = row("penalty_path", "penalty")
      (row.value, row.numerator) = (step.penalty, Double(step.changes.count))
      row.name = step.changes.map(\.description).joined(separator: " ")
      return row
    }
    let bursts = series.bursts.map { burst -> TrendRow in
      var row = row("burst", "weight")
      (row.period, row.until) = (burst.periods.lowerBound.description, burst.periods.upperBound.description)
      row.value = burst.weight
      return row
    }
    return points + changes + path + bursts + courses(series, row)
  }

  private func courses(_ series: TrendSeries, _ row: (String, String?) -> TrendRow) -> [TrendRow] {
    var rows: [TrendRow] = []
    if let trend = series.trend {
      var slope = row("theil_sen", series.unit.rawValue + " a year")
      (slope.value, slope.interval) = (trend.slope, trend.interval)
      var tau = row("mann_kendall", "tau")
      (tau.value, tau.p, tau.adjustedP) = (trend.tau, trend.p, trend.adjustedP)
      rows += [slope, tau]
    }
    if let growth = series.growth {
      var item = row("quasi_poisson", "factor a year")
      (item.value, item.interval, item.p, item.adjustedP) = (
        growth.factor, growth.interval, growth.p, growth.adjustedP
      )
      rows.append(item)
    }
    var dispersion = row("dispersion", "phi")
    dispersion.value = series.dispersion
    return rows + [dispersion]
  }

  private func rows(_ composition: CompositionSeries) -> [TrendRow] {
    func row(_ section: String, _ category: String?, _ unit: String) -> TrendRow {
      let measure = composition.kind.rawValue + (category.map { "." + $0 } ?? "")
      return TrendRow(section, composition.group, measure, unit: unit)
    }
    var test = row("composition_test", nil, "p")
    (test.p, test.adjustedP) = (composition.p, composition.adjustedP)
    return [test]
      + composition.categories.enumerated().flatMap { index, category -> [TrendRow] in
        let shares = periods.indices.map { place -> TrendRow in
          var row = row("share", category.name, "share")
          row.period = periods[place].description
          row.value = composition.share(index, place)
          row.numerator = Double(category.counts[place])
          row.denominator = Double(composition.categories.reduce(0) { $0 + $1.counts[place] })
          return row
        }
        var slope = row("share_slope", category.name, "share a year")
        (slope.value, slope.interval, slope.p) = (
          category.course?.slope, category.course?.interval, category.course?.p
        )
        var first = row("first_seen", category.name, "date")
        (first.period, first.name) = (category.first?.date.description, category.first?.statement)
        return shares + [slope, first]
      }
  }

  private func rows(_ effect: EventEffect) -> [TrendRow] {
    func row(_ section: String, _ value: Double?) -> TrendRow {
      var row = TrendRow(section, effect.group, effect.key, unit: effect.unit.rawValue)
      (row.period, row.name, row.value) = (effect.event.date.description, effect.event.label, value)
      return row
    }
    var difference = row("event_difference", effect.outcome.difference)
    (difference.interval, difference.p, difference.adjustedP) = (
      effect.outcome.interval, effect.outcome.p, effect.adjustedP
    )
    var rows = [difference]
    for (section, value, statements) in [
      ("event_before", effect.outcome.right, effect.statementsBefore),
      ("event_after", effect.outcome.left, effect.statementsAfter),
    ] {
      var item = row(section, value)
      item.statements = statements
      rows.append(item)
    }
    for (section, term) in [
      ("event_step", effect.segmented?.step), ("event_bend_a_year", effect.segmented?.bend),
    ] {
      guard let term else { continue }
      var item = row(section, term.value)
      item.p = term.p
      rows.append(item)
    }
    return rows
  }

  private func rows(_ pair: PairedSeries) -> [TrendRow] {
    lags(pair.correlation, pair.left, pair.key, name: pair.right)
  }

  private func rows(_ item: IndicatorComparison) -> [TrendRow] {
    let rows = item.rows.filter { $0.value != nil || $0.rate != nil }.flatMap { row -> [TrendRow] in
      var indicator = TrendRow("indicator", item.group, item.name, unit: item.unit)
      (indicator.period, indicator.value) = (row.period.description, row.value)
      indicator.name = item.sources.joined(separator: "; ")
      var rate = TrendRow("rate_beside_indicator", item.group, item.key, unit: "")
      (rate.period, rate.value, rate.name) = (row.period.description, row.rate, item.name)
      return [indicator, rate]
    }
    return rows + lags(item.correlation, item.group, item.key, name: item.name)
  }

  private func lags(_ correlation: SeriesCorrelation?, _ group: String, _ key: String, name: String) -> [TrendRow] {
    guard let correlation else { return [] }
    return correlation.lags.map { lag in
      var row = TrendRow("correlation", group, key, unit: "r")
      (row.value, row.denominator, row.method, row.name) = (
        lag.correlation, Double(lag.pairs), "lag \(lag.lag)", name
      )
      if lag == correlation.strongest { row.p = correlation.p }
      return row
    }
  }
}

/// A row of the tidy table.
private struct TrendRow {
  var section: String
  var group: String
  var measure: String
  var unit: String
  var period: String?
  var until: String?
  var value: Double?
  var interval: Interval?
  var p: Double?
  var adjustedP: Double?
  var numerator: Double?
  var denominator: Double?
  var statements: Int?
  var method: String?
  var name: String?

  init(_ section: String, _ group: String, _ measure: String, unit: String) {
    (self.section, self.group, self.measure, self.unit) = (section, group, measure, unit)
  }

  var cells: [Cell] {
    func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
    func number(_ value: Double?) -> Cell { .optional(value, digits: 4) }
    func whole(_ value: Double?) -> Cell { value.map { .integer(Int($0)) } ?? .missing }
    return [
      .text(section), .text(group), .text(measure), text(period), text(until), .text(unit), number(value),
      number(interval?.lower), number(interval?.upper), number(p), number(adjustedP), whole(numerator),
      whole(denominator), statements.map { .integer($0) } ?? .missing, text(method), text(name),
    ]
  }
}
