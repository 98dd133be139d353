import DiscourseModel
import Statistics
import Testing

@testable import Reporting

@Suite struct TrendTests {
  private let provenance = Provenance(program: "p", icu: "i", lexicons: "l", options: [])

  /// A statement with counts that are set.
  private func statement(
    _ date: String?, side: Side = .us, number: Int = 0, sentences: Int = 50, _ change: (inout StatementCounts) -> Void
  ) -> StatementSummary {
    let id = "\(side.rawValue)-\(date ?? "undated")-\(number)"
    var counts = StatementCounts(id: id, side: side, sentences: [])
    counts.sentences = sentences
    counts.words = 10 * sentences
    change(&counts)
    return StatementSummary(
      metadata: Metadata(id: id, side: side, date: date.flatMap(StatementDate.init(parsing:)), language: .en),
      counts: counts)
  }

  /// Months from 2018-01 on, three statements each, with a threat rate for each month.
  private func months(
    _ rates: [Double], side: Side = .us, seed: UInt64 = 1, perMonth: Int = 3
  ) -> [StatementSummary] {
    var generator = SeededGenerator(seed: seed)
    return rates.enumerated().flatMap { month, rate in
      (0..<perMonth).map { number in
        let label = "\(2018 + month / 12)-" + (month % 12 < 9 ? "0" : "") + "\(month % 12 + 1)-1\(number)"
        return statement(label, side: side, number: number) { counts in
          counts.threatSentences = (0..<50).count { _ in generator.unit() < rate }
          counts.intensity = 2 * counts.threatSentences
        }
      }
    }
  }

  private func report(
    _ statements: [StatementSummary], _ period: PeriodLength = .month, measures: [String] = ["threat.prevalence"],
    indicators: [Indicator] = [], _ change: (inout TrendOptions) -> Void = { _ in }
  ) throws -> TrendReport {
    var options = TrendOptions(
      period: period, measures: measures,
      resampling: Resampling(bootstrap: Bootstrap(replicates: 100), permutations: 99))
    change(&options)
    return try #require(
      TrendReport(statements, options: options, indicators: indicators, provenance: provenance))
  }

  @Test func missingPeriodsAreMissingAndNotZero() throws {
    let statements = [
      statement("2018-01-05") { $0.threatSentences = 5 }, statement("2018-04-05") { _ in }, statement("2018") { _ in },
      statement(nil) { _ in },
    ]
    let report = try report(statements)
    let points = try #require(report.series.first).points
    #expect(points.map(\.period.description) == ["2018-01", "2018-02", "2018-03", "2018-04"])
    #expect(points.map(\.rate.value) == [10, nil, nil, 0] && points[1].isMissing && points[1].interval == nil)
    #expect(try #require(points[3].interval).upper > 0, "nothing found is not nothing there")
    #expect(report.undated == 2 && report.text(language: .en).contains("2 statements have no date"))
    #expect(report.text(language: .en).contains("2018-02 – 2018-03"))
    #expect(report.table.rows.contains { $0[3] == .text("2018-02") && $0[6] == .missing })
  }

  @Test func aKnownShiftIsFoundAndNoOther() throws {
    let rates = [Double](repeating: 0.08, count: 14) + [Double](repeating: 0.24, count: 10)
    let series = try #require(report(months(rates)).series.first)
    #expect(series.changes.count == 1)
    let change = try #require(series.changes.first)
    #expect(change.period.description == "2019-03" && change.p == 0.01)
    #expect(try #require(change.interval).contains(change.period))
    #expect(abs((change.before.value ?? 0) - 8) < 2 && abs((change.after.value ?? 0) - 24) < 3)
    #expect(series.path.first?.changes.isEmpty == true && series.path.dropFirst().first?.changes.count == 1)
    #expect((series.growth?.factor ?? 0) > 1.2 && (series.growth?.adjustedP ?? 1) < 0.01)
    #expect((series.trend?.slope ?? 0) > 0 && !series.bursts.isEmpty)
  }

  /// Statements vary more than Poisson counts; there is no trend.
  @Test func noTrendIsFoundAsOftenAsTheLevelSays() throws {
    var generator = SeededGenerator(seed: 40)
    var (growths, monotone) = (0, 0)
    for _ in 0..<200 {
      let statements = (0..<60).map { number in
        let rate = 0.05 + 0.2 * generator.unit()
        return statement("\(2001 + number / 3)", number: number) { counts in
          counts.threatSentences = (0..<50).count { _ in generator.unit() < rate }
        }
      }
      let timeline = try #require(
        TrendTimeline(statements, TrendOptions(period: .year, measures: ["threat.prevalence"])))
      let maker = TrendSeriesMaker(timeline.groups[0], timeline.definitions[0], timeline)
      if (maker.growth?.p ?? 1) <= 0.05 { growths += 1 }
      if (maker.trend?.p ?? 1) <= 0.05 { monotone += 1 }
    }
    #expect((6...14).contains(growths) && (4...14).contains(monotone), "\(growths), \(monotone) of 200")
  }

  @Test func groundsShiftFromTradeToSecurity() throws {
    var generator = SeededGenerator(seed: 3)
    let statements = (0..<60).map { number in
      statement("\(2010 + number / 6)", number: number) { counts in
        let share = 0.2 + 0.06 * Double(number / 6)
        let security = (0..<10).count { _ in generator.unit() < share }
        counts.rationales = [.security: security, .fairTrade: 10 - security]
      }
    }
    let report = try report(statements, .year)
    let shift = try #require(report.compositions.first { $0.kind == .tradeToSecurity })
    #expect(shift.p == 0.01 && shift.categories.map(\.name) == ["fair_trade", "security"])
    let security = try #require(shift.categories[1].course)
    #expect(abs(security.slope - 0.06) < 0.02 && security.interval.lower > 0)
    #expect(shift.categories[1].first?.date.year == 2010 && (shift.share(1, 9) ?? 0) > 0.6)
    #expect(!report.compositions.contains { $0.kind == .stance }, "nothing is said of decoupling")
  }

  @Test func aDatedEventIsComparedBeforeAndAfter() throws {
    let rates = [Double](repeating: 0.08, count: 12) + [Double](repeating: 0.2, count: 12)
    let event = DatedEvent(date: try #require(StatementDate(parsing: "2019-01-01")), label: "first tariffs")
    let report = try report(months(rates) + [statement("2019") { _ in }]) { $0.events = [event] }
    let effect = try #require(report.events.first)
    #expect(
      effect.statementsBefore == 36 && effect.statementsAfter == 36 && abs(effect.outcome.difference - 12) < 3
        && effect.outcome.p == 0.01)
    let segmented = try #require(effect.segmented)
    #expect(segmented.periods == 24 && segmented.step.value > 6 && segmented.step.p < 0.05)
    let near = try self.report(months(rates)) { ($0.events, $0.window) = ([event], 4) }
    #expect(near.events.first?.statementsBefore == 12 && near.events.first?.statementsAfter == 15)
  }

  @Test func anEventInTheMidstOfAPeriodSplitsItsStatementsAndSkipsThePeriod() throws {
    let rates = [Double](repeating: 0.1, count: 24)
    let event = DatedEvent(date: try #require(StatementDate(parsing: "2019-01-11")), label: "e")
    let effect = try #require(report(months(rates)) { $0.events = [event] }.events.first)
    #expect(effect.statementsBefore == 37 && effect.statementsAfter == 35 && effect.segmented?.periods == 23)
  }

  @Test func twoSidesAreCorrelatedWithTheirLag() throws {
    var generator = SeededGenerator(seed: 77)
    let course = (0..<40).map { _ in 0.05 + 0.4 * generator.unit() }
    let us = months(Array(course[2...]), perMonth: 8)
    let prc = months(Array(course[..<38]), side: .prc, seed: 2, perMonth: 8)
    let report = try report(us + prc)
    let pair = try #require(report.pairs.first)
    #expect(pair.left == "US" && pair.correlation?.strongest.lag == 2 && (pair.correlation?.p ?? 1) < 0.1)
    #expect(report.text(language: .en, width: 400).contains("United States leads by 2 months"))
    #expect(report.text(language: .en).contains("Association, not cause."))
  }

  @Test func anIndicatorLiesBesideTheTrendWithItsLag() throws {
    var generator = SeededGenerator(seed: 9)
    let course = (0..<40).map { _ in 0.05 + 0.4 * generator.unit() }
    // The indicator follows the rhetoric by three months.
    let points = (0..<37).compactMap { month -> Indicator.Point? in
      let later = month + 3
      return StatementDate(year: 2018 + later / 12, month: later % 12 + 1).map {
        Indicator.Point(date: $0, value: 100 * course[month])
      }
    }
    let indicator = Indicator(name: "exports", unit: "bn", sources: ["customs"], points: points)
    let report = try report(months(course, perMonth: 8), indicators: [indicator])
    let item = try #require(report.indicators.first)
    #expect(item.length == .month && item.periods == 37)
    #expect(item.correlation?.strongest.lag == 3 && (item.correlation?.strongest.correlation ?? 0) > 0.7)
    #expect((item.slope?.value ?? 0) > 0.5 && (item.slope?.p ?? 1) < 0.01)
    let text = report.text(language: .en, width: 400)
    #expect(text.contains("the rhetoric leads by 3 months") && text.contains("Source: customs"))
    #expect(report.text(language: .zh).contains("仅为相关，并非因果"))
  }

  @Test func anIndicatorByTheYearIsComparedByTheYear() throws {
    let points = [2018, 2021].compactMap { year in
      StatementDate(year: year).map { Indicator.Point(date: $0, value: Double(year)) }
    }
    let indicator = Indicator(name: "exports", unit: "bn", sources: [], points: points)
    let report = try report(months([Double](repeating: 0.1, count: 24)), indicators: [indicator])
    let item = try #require(report.indicators.first)
    #expect(item.length == .year && item.rows.map(\.period.description) == ["2018", "2019", "2020", "2021"])
    #expect(item.rows[1].value == nil && item.rows[1].rate != nil && item.rows[3].rate == nil)
    #expect(item.correlation == nil && report.text(language: .en).contains("too few for a correlation"))
  }

  @Test func everyFormTellsTheSame() throws {
    let report = try report(months([Double](repeating: 0.1, count: 8)))
    #expect(report.table.rows.allSatisfy { $0.count == report.table.columns.count })
    #expect(report.json.pretty.contains("\"undated_statements\": 0"))
    #expect(report.markdown(language: .zh).contains("## 美方：历时变化"))
    #expect(
      TrendReport([statement("2018") { _ in }], options: TrendOptions(period: .month), provenance: provenance) == nil)
  }
}
