public import DiscourseModel
internal import Statistics

extension TrendReport {
  /// Follows measures over time.
  ///
  /// - Parameters:
  ///   - statements: metadata and counts, in input order.
  ///   - options: what is followed, and how.
  ///   - indicators: series from outside.
  ///   - provenance: how the codes were made.
  /// - Returns: nil where no statement has a date that is precise enough.
  /// - Complexity: O(permutations · (statements + periods)) for each series; above 4,000 statements of a series, no longer in
  ///   the number of statements.
  public init?(
    _ statements: [StatementSummary], options: TrendOptions, indicators: [Indicator] = [], provenance: Provenance
  ) {
    guard let timeline = TrendTimeline(statements, options) else { return nil }
    self.provenance = provenance
    self.options = options
    (periods, undated) = (timeline.periods, timeline.undated)
    var series = timeline.groups.flatMap { group in
      timeline.definitions.map { TrendSeriesMaker(group, $0, timeline).series }
    }
    var compositions = timeline.groups.flatMap { group in
      CompositionSeries.Kind.allCases.compactMap { CompositionSeries($0, group, timeline) }
    }
    var events = options.events.flatMap { event in
      timeline.groups.flatMap { EventEffect.all(event, $0, timeline) }
    }
    Self.adjust(&series)
    let shifts = MultipleTesting.benjaminiHochberg(compositions.map(\.p))
    for index in compositions.indices { compositions[index].adjustedP = shifts[index] }
    let effects = MultipleTesting.benjaminiHochberg(events.map(\.outcome.p))
    for index in events.indices { events[index].adjustedP = effects[index] }
    pairs = PairedSeries.all(series, lags: options.lags, taking: options.change)
    self.indicators = indicators.flatMap { indicator in
      timeline.groups.flatMap { IndicatorComparison.all(indicator, $0, timeline) }
    }
    (self.series, self.compositions, self.events) = (series, compositions, events)
  }

  /// Corrects the p-values of each kind over all series.
  private static func adjust(_ series: inout [TrendSeries]) {
    let trends = MultipleTesting.benjaminiHochberg(series.map { $0.trend?.p })
    let growths = MultipleTesting.benjaminiHochberg(series.map { $0.growth?.p })
    var changes = MultipleTesting.benjaminiHochberg(series.flatMap { $0.changes.map(\.p) })[...]
    for index in series.indices {
      series[index].trend?.adjustedP = trends[index]
      series[index].growth?.adjustedP = growths[index]
      for place in series[index].changes.indices {
        series[index].changes[place].adjustedP = changes.removeFirst()
      }
    }
  }
}

/// Statements laid out over periods, by group.
struct TrendTimeline {
  /// The statements of a group with the places of their periods.
  struct Group {
    var name: String
    var statements: [StatementSummary]
    var places: [Int]
  }

  let options: TrendOptions
  let periods: [Period]
  let groups: [Group]
  let definitions: [FigureDefinition]
  /// How many statements have no date that is precise enough.
  let undated: Int

  init?(_ statements: [StatementSummary], _ options: TrendOptions) {
    self.options = options
    definitions = Figures.definitions.filter { options.measures.contains($0.key) }
    var dated: [(name: String, statement: StatementSummary, period: Period)] = []
    var undated = 0
    for statement in statements {
      guard let name = GroupedStatements.name(of: statement, by: options.by) else { continue }
      guard let period = statement.metadata.date.flatMap({ Period($0, length: options.period) }) else {
        undated += 1
        continue
      }
      dated.append((name, statement, period))
    }
    guard let first = dated.map(\.period).min(), let last = dated.map(\.period).max() else { return nil }
    self.undated = undated
    periods = (0...last.number - first.number).map(first.advanced)
    groups = Dictionary(grouping: dated, by: \.name).map { name, own in
      Group(name: name, statements: own.map(\.statement), places: own.map { $0.period.number - first.number })
    }.sorted { GroupedStatements.comesBefore($0.name, $1.name) }
  }

  /// The statements of a measure that have its denominator.
  func documents(_ definition: FigureDefinition, _ group: Group) -> [DatedCount] {
    zip(group.statements, group.places).compactMap { statement, place in
      let exposure = definition.denominator.value(in: statement.counts)
      guard exposure > 0 else { return nil }
      return DatedCount(
        period: place, count: Double(definition.numerator.value(in: statement.counts)), exposure: Double(exposure))
    }
  }
}
