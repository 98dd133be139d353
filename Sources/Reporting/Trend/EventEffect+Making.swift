internal import DiscourseModel
internal import Statistics

extension EventEffect {
  /// The measures of a group before and after an event.
  static func all(_ event: DatedEvent, _ group: TrendTimeline.Group, _ timeline: TrendTimeline) -> [EventEffect] {
    let window = EventWindow(event, timeline)
    var parts: (before: [StatementCounts], after: [StatementCounts]) = ([], [])
    for (statement, place) in zip(group.statements, group.places) where window.holds(place) {
      switch statement.metadata.date.flatMap(window.isAfter) {
      case true: parts.after.append(statement.counts)
      case false: parts.before.append(statement.counts)
      default: break
      }
    }
    guard parts.before.count >= 2, parts.after.count >= 2 else { return [] }
    let columns = FigureColumns(timeline.definitions)
    let groups = [parts.after, parts.before].map {
      ResampledGroup(strata: [columns.table($0)], resampling: timeline.options.resampling)
    }
    let contrast = GroupContrast(groups[0], groups[1], ratios: timeline.definitions.map(columns.ratio))
    return timeline.definitions.enumerated().compactMap { index, definition in
      contrast.outcome(index).map { outcome in
        EventEffect(
          event: event, group: group.name, key: definition.key, unit: definition.unit,
          statementsBefore: parts.before.count, statementsAfter: parts.after.count, outcome: outcome, adjustedP: nil,
          segmented: window.regression(definition, group))
      }
    }
  }
}

/// The periods around an event.
private struct EventWindow {
  private let event: DatedEvent
  private let timeline: TrendTimeline
  /// The place of the event's period, which may lie outside the timeline.
  private let place: Int?

  init(_ event: DatedEvent, _ timeline: TrendTimeline) {
    (self.event, self.timeline) = (event, timeline)
    place = Period(event.date, length: timeline.options.period).map { $0.number - timeline.periods[0].number }
  }

  /// Whether a period is near enough.
  func holds(_ period: Int) -> Bool {
    guard let window = timeline.options.window, let place else { return true }
    return (place - window...place + window).contains(period)
  }

  /// Whether a date lies after the event or on its day; nil where the date is not precise enough to tell.
  func isAfter(_ date: StatementDate) -> Bool? {
    if date.year != event.date.year { return date.year > event.date.year }
    guard let month = event.date.month else { return true }
    guard let own = date.month else { return nil }
    if own != month { return own > month }
    guard let day = event.date.day else { return true }
    return date.day.map { $0 >= day }
  }

  /// The step and the bend of a measure at the event; a period in whose midst the event lies is left out.
  func regression(_ definition: FigureDefinition, _ group: TrendTimeline.Group) -> SegmentedRegression? {
    guard let place else { return nil }
    var sums: [Int: (count: Double, exposure: Double)] = [:]
    for document in timeline.documents(definition, group) where holds(document.period) {
      let old = sums[document.period] ?? (0, 0)
      sums[document.period] = (old.count + document.count, old.exposure + document.exposure)
    }
    let known = sums.keys.sorted().filter { $0 != place || beginsWithPeriod }
    guard known.count >= 8, known.count(where: { $0 < place }) >= 3, known.count(where: { $0 >= place }) >= 3,
      place < timeline.periods.count
    else { return nil }
    let origin = timeline.periods[0].advanced(by: place).years
    let rates = known.map { definition.scale * (sums[$0]?.count ?? 0) / (sums[$0]?.exposure ?? 1) }
    let rows = known.map { period -> [Double] in
      let time = timeline.periods[period].years - origin
      let after = period >= place ? 1.0 : 0
      return [time, after, after * time]
    }
    guard let fit = LeastSquares(rates, predictors: rows) else { return nil }
    let errors = fit.neweyWestErrors()
    func term(_ index: Int) -> RegressionTerm {
      RegressionTerm(value: fit.coefficients[index], error: errors[index], p: fit.p(index))
    }
    return SegmentedRegression(periods: known.count, step: term(2), bend: term(3))
  }

  /// Whether the event's period begins with the event, so that all of it lies after.
  private var beginsWithPeriod: Bool {
    guard let start = Period(event.date, length: timeline.options.period)?.start else { return false }
    return event.date.day == nil && event.date.month == nil
      || start.month == event.date.month && (event.date.day ?? 1) == (start.day ?? 1)
        && start.year == event.date.year
  }
}
