internal import Charts
internal import DiscourseModel
internal import Statistics

/// Rhetoric beside figures from outside.
struct IndicatorSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private var wording: Wording { make.wording }

  /// Nil where no indicator is given.
  var section: ReportSection? {
    guard let trend = report.trend, !trend.indicators.isEmpty else { return nil }
    var names: [String] = []
    for item in trend.indicators where !names.contains(item.name) { names.append(item.name) }
    return ReportSection(
      id: "indicators", title: make.text("Rhetoric and figures", "言论与数据"),
      lead: [
        Prose(parts: [
          .text(
            make.text(
              "Series from outside beside what is said. Changes from period to period are correlated, so that two series that merely both grow are not taken for related. Association, not cause.",
              "外部数据与言论的对照。以逐期变化计算相关，以免将同样增长的两列数据误作相关。仅为相关，并非因果。"))
        ])
      ], blocks: names.flatMap { blocks($0, trend.indicators) })
  }

  private func blocks(_ name: String, _ all: [IndicatorComparison]) -> [ReportBlock] {
    let own = all.filter { $0.name == name }
    guard let first = own.first else { return [] }
    return [chart(first), .table(correlations(own))]
  }

  private func chart(_ item: IndicatorComparison) -> ReportBlock {
    let points = item.rows.map { row in
      let value = row.value.map { Decimal.text($0, digits: 1) } ?? "–"
      return SeriesPoint(
        day: Timeline([row.period]).days[0], period: row.period.description, estimate: Estimate(row.value),
        mark: Mark("\(item.name), \(row.period.description): \(value) \(item.unit)"))
    }
    let known = item.rows.filter { $0.value != nil }
    let ends = [known.first, known.last].compactMap { $0 }.compactMap { row in
      row.value.map { "\(row.period.description) \(Decimal.text($0, digits: 1))" }
    }
    let sources = item.sources.isEmpty ? "" : make.text(" Source: ", "来源：") + item.sources.joined(separator: "; ")
    let id = "c-indicator-\(report.trend?.indicators.firstIndex { $0.name == item.name } ?? 0)"
    return .chart(
      TimeSeriesChart(
        heading: make.heading(
          id, "\(item.name): " + ends.joined(separator: " → "), "\(item.unit).\(sources)"),
        series: [Series(name: item.name, tone: .other, points: points)], plotHeight: 130,
        columns: [
          make.text("indicator", "数据"), make.text("period", "时期"), make.text("value", "数值"), make.text("lower", "下限"),
          make.text("upper", "上限"),
        ]))
  }

  private func correlations(_ all: [IndicatorComparison]) -> LinkedTable {
    LinkedTable(
      caption: make.text(
        "Changes of what is said beside changes of the figure, at the strongest lag", "言论变化与数据变化的相关（最强滞后）"),
      columns: [
        make.text("figure", "指标"), make.text("side", "一方"), make.text("correlation", "相关"),
        make.text("who leads", "先后"), "p", make.text("periods", "时期数"),
      ],
      rows: all.map { item in
        let side = wording.group(item.group, by: .side)
        let name = make.text("the rhetoric", "言论")
        return [
          .init(.text(wording.fullFigure(item.key))), .init(.text(side)),
          .init(.optional(item.correlation?.strongest.correlation, digits: 2)),
          .init(
            .text(
              item.correlation.map { wording.lead($0.strongest.lag, name, make.text("the figure", "数据"), item.length) }
                ?? make.text("too few periods", "时期过少"))), .init(.p(item.correlation?.p)),
          .init(.integer(item.periods)),
        ]
      })
  }
}
