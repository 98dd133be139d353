internal import DiscourseModel
internal import Statistics

extension TrendReport {
  /// The whole report as JSON.
  public var json: JSONText {
    let resampling = options.resampling
    return .object([
      (
        "provenance",
        provenance.json([
          ("period", .text(options.period.rawValue)), ("by", .text(options.by.name)),
          ("replicates", .integer(resampling.bootstrap.replicates)),
          ("permutations", .integer(resampling.permutations)), ("seed", .integer(Int(resampling.bootstrap.seed))),
          ("correction", .text("Benjamini-Hochberg")), ("change", .text(options.change.rawValue)),
        ])
      ),
      ("periods", .list(periods.map { .text($0.description) })), ("undated_statements", .integer(undated)),
      ("series", .list(series.map(\.json))), ("compositions", .list(compositions.map(\.json))),
      ("events", .list(events.map(\.json))), ("pairs", .list(pairs.map(\.json))),
      ("indicators", .list(indicators.map(\.json))),
    ])
  }
}

extension TrendSeries {
  fileprivate var json: JSONText {
    .object([
      ("group", .text(group)), ("figure", .text(key)), ("unit", .text(unit.rawValue)),
      ("points", .list(points.map(\.json))), ("dispersion", .number(dispersion)),
      ("changes", .list(changes.map(\.json))), ("penalty_path", .list(path.map(\.json))),
      ("bursts", .list(bursts.map(\.json))), ("trend", trend?.json ?? .null), ("growth", growth?.json ?? .null),
    ])
  }
}

extension TrendPoint {
  fileprivate var json: JSONText {
    .object(
      [
        ("period", .text(period.description)), ("statements", .integer(statements)), ("value", .optional(rate.value)),
        ("numerator", .integer(Int(rate.numerator))), ("denominator", .integer(Int(rate.denominator))),
      ] + Interval.json(interval) + [("interval_by", .optional(method?.rawValue)), ("missing", .bool(isMissing))])
  }
}

extension RateChange {
  fileprivate var json: JSONText {
    .object([
      ("period", .text(period.description)), ("before", .optional(before.value)), ("after", .optional(after.value)),
      ("earliest", .optional(interval?.lowerBound.description)),
      ("latest", .optional(interval?.upperBound.description)), ("p", .number(p)),
      ("p_adjusted", .optional(adjustedP)), ("exact", .bool(isExact)), ("genre_shift", .optional(genreShift)),
    ])
  }
}

extension PenaltyStep {
  fileprivate var json: JSONText {
    .object([
      ("changes", .list(changes.map { .text($0.description) })), ("penalty", .number(penalty)), ("cost", .number(cost)),
    ])
  }
}

extension PeriodBurst {
  fileprivate var json: JSONText {
    .object([
      ("from", .text(periods.lowerBound.description)), ("until", .text(periods.upperBound.description)),
      ("weight", .number(weight)),
    ])
  }
}

extension MonotoneTrend {
  fileprivate var json: JSONText {
    .object(
      [("slope_a_year", .number(slope))] + Interval.json(interval) + [
        ("tau", .number(tau)), ("p", .number(p)), ("p_adjusted", .optional(adjustedP)),
      ])
  }
}

extension RateGrowth {
  fileprivate var json: JSONText {
    .object(
      [("factor_a_year", .number(factor))] + Interval.json(interval) + [
        ("p", .number(p)), ("p_adjusted", .optional(adjustedP)),
      ])
  }
}

extension CompositionSeries {
  fileprivate var json: JSONText {
    .object([
      ("group", .text(group)), ("composition", .text(kind.rawValue)), ("p", .optional(p)),
      ("p_adjusted", .optional(adjustedP)), ("categories", .list(categories.map(\.json))),
    ])
  }
}

extension CompositionSeries.Category {
  fileprivate var json: JSONText {
    .object(
      [
        ("category", .text(name)), ("counts", .list(counts.map { .integer($0) })),
        ("first_seen", .optional(first?.date.description)), ("first_statement", .optional(first?.statement)),
        ("share", .optional(course?.share)), ("slope_a_year", .optional(course?.slope)),
      ] + Interval.json(course?.interval) + [("p", .optional(course?.p))])
  }
}

extension EventEffect {
  fileprivate var json: JSONText {
    .object([
      ("event", .text(event.label)), ("date", .text(event.date.description)), ("group", .text(group)),
      ("figure", .text(key)), ("unit", .text(unit.rawValue)), ("statements_before", .integer(statementsBefore)),
      ("statements_after", .integer(statementsAfter)), ("before", .number(outcome.right)),
      ("after", .number(outcome.left)),
      ("difference", .object([("value", .number(outcome.difference))] + Interval.json(outcome.interval))),
      ("p", .optional(outcome.p)), ("p_adjusted", .optional(adjustedP)),
      ("periods", segmented.map { .integer($0.periods) } ?? .null), ("step", segmented?.step.json ?? .null),
      ("bend_a_year", segmented?.bend.json ?? .null),
    ])
  }
}

extension RegressionTerm {
  fileprivate var json: JSONText {
    .object([("value", .number(value)), ("error", .number(error)), ("p", .number(p))])
  }
}

extension SeriesCorrelation {
  fileprivate var json: JSONText {
    .object([
      (
        "lags",
        .list(
          lags.map { lag in
            .object([
              ("lag", .integer(lag.lag)), ("r", .number(lag.correlation)), ("pairs", .integer(lag.pairs)),
            ])
          })
      ), ("strongest_lag", .integer(strongest.lag)), ("p", .number(p)), ("effective_size", .number(effectiveSize)),
      ("band", .number(band)), ("note", .text(Wording(.en).association)),
    ])
  }
}

extension PairedSeries {
  fileprivate var json: JSONText {
    .object([
      ("first", .text(left)), ("second", .text(right)), ("figure", .text(key)), ("periods", .integer(periods)),
      ("correlation", correlation?.json ?? .null),
    ])
  }
}

extension IndicatorComparison {
  fileprivate var json: JSONText {
    .object([
      ("indicator", .text(name)), ("unit", .text(unit)), ("sources", .list(sources.map { .text($0) })),
      ("group", .text(group)), ("figure", .text(key)), ("period", .text(length.rawValue)),
      (
        "rows",
        .list(
          rows.map { row in
            .object([
              ("period", .text(row.period.description)), ("figure", .optional(row.rate)),
              ("indicator", .optional(row.value)),
            ])
          })
      ), ("periods", .integer(periods)), ("correlation", correlation?.json ?? .null),
      ("slope", slope?.json ?? .null),
    ])
  }
}
