public import DiscourseModel
internal import Statistics

extension TrendReport {
  /// The report for a terminal.
  ///
  /// - Parameters:
  ///   - language: the language of headings.
  ///   - width: the terminal's width in columns.
  public func text(language: Language, width: Int = 100) -> String {
    TrendRenderer(report: self, wording: Wording(language), style: .terminal(width: width)).rendered
  }

  /// The report as Markdown.
  public func markdown(language: Language) -> String {
    TrendRenderer(report: self, wording: Wording(language), style: .markdown).rendered
  }
}

/// Sets a trend for readers.
struct TrendRenderer {
  let report: TrendReport
  let wording: Wording
  let style: ReportStyle

  var rendered: String {
    var out = ""
    for group in groups { out += rates(of: group) }
    out += changes + trends + compositions + events + pairs + indicators
    if report.undated > 0 {
      let length = wording.period(report.options.period)
      out += style.line(
        wording(
          "\(report.undated) statements have no date that is precise enough for a \(length) and were left out.",
          "\(report.undated) 篇的日期不足以确定\(length)，未计入。"))
    }
    return out + footer
  }

  /// The groups' names, in order.
  private var groups: [String] {
    report.series.reduce(into: []) { if !$0.contains($1.group) { $0.append($1.group) } }
  }

  func name(_ group: String) -> String { wording.group(group, by: report.options.by) }

  // MARK: - Rates

  private func rates(of group: String) -> String {
    let series = report.series.filter { $0.group == group }
    var rows: [[Cell]] = []
    var place = 0
    while place < report.periods.count {
      let end = endOfGap(from: place, series)
      // A long gap takes one row.
      if end > place + 1 {
        let range = "\(report.periods[place]) – \(report.periods[end - 1])"
        rows.append([.text(range), .integer(0)] + series.map { _ in .text(wording("missing", "缺")) })
        place = end
        continue
      }
      rows.append(
        [.text("\(report.periods[place])"), .integer(series[0].points[place].statements)]
          + series.map { item in
            let point = item.points[place]
            return point.isMissing
              ? .text(wording("missing", "缺")) : .value(point.rate.value, point.interval)
          })
      place += 1
    }
    let table = Table(
      columns: [wording.period(report.options.period), wording("statements", "篇数")]
        + series.map {
          $0.unit == .index ? wording.shortFigure($0.key) : "\(wording.shortFigure($0.key)), \(wording.unit($0.unit))"
        }, rows: rows)
    return style.heading(wording("\(name(group)) over time", "\(name(group))：历时变化")) + style.table(table) + "\n"
  }

  private func endOfGap(from place: Int, _ series: [TrendSeries]) -> Int {
    var end = place
    while end < report.periods.count, series.allSatisfy({ $0.points[end].statements == 0 }) { end += 1 }
    return end
  }

  // MARK: - Changes and trends

  private var changes: String {
    var out = style.heading(wording("Changes of the rate", "变点"))
    var isAny = false
    for series in report.series {
      for change in series.changes {
        isAny = true
        out += style.line(text(of: change, in: series))
      }
      for burst in series.bursts {
        isAny = true
        let range =
          burst.periods.lowerBound == burst.periods.upperBound
          ? "\(burst.periods.lowerBound)" : "\(burst.periods.lowerBound) – \(burst.periods.upperBound)"
        out += style.line(
          title(series)
            + wording(
              ": burst \(range), weight \(Decimal.text(burst.weight, digits: 1))",
              "：突发 \(range)，权重 \(Decimal.text(burst.weight, digits: 1))"))
      }
    }
    if !isAny { out += style.line(wording("No change and no burst was found.", "未发现变点或突发。")) }
    return out + "\n"
  }

  private func text(of change: RateChange, in series: TrendSeries) -> String {
    func rate(_ rate: Rate) -> String { Cell.optional(rate.value, digits: 2).display }
    let p = Cell.p(change.adjustedP).display
    let range = change.interval.map { "\($0.lowerBound) – \($0.upperBound)" }
    let shift = change.genreShift.flatMap { $0 > 0.25 ? Decimal.text(100 * $0, digits: 0) : nil }
    let caution = shift.map {
      wording("; genres differ by \($0) % of statements, too", "；文体构成亦相差 \($0)%")
    }
    return title(series)
      + wording(
        ": \(rate(change.before)) → \(rate(change.after)) from \(change.period)"
          + (range.map { " (95 %: \($0))" } ?? "") + ", p \(p) corrected"
          + (change.isExact ? ", all orders tried" : ""),
        "：\(change.period) 起 \(rate(change.before)) → \(rate(change.after))"
          + (range.map { "（95%：\($0)）" } ?? "") + "，校正 p \(p)" + (change.isExact ? "，穷举" : "")) + (caution ?? "")
  }

  func title(_ series: TrendSeries) -> String {
    "\(name(series.group)), \(wording.fullFigure(series.key))"
  }

  private var trends: String {
    let rows = report.series.compactMap { series -> [Cell]? in
      guard let trend = series.trend else { return nil }
      return [
        .text(name(series.group)), .text(wording.fullFigure(series.key)), .value(trend.slope, trend.interval),
        .number(trend.tau, digits: 2), .p(trend.adjustedP), .value(series.growth?.factor, series.growth?.interval),
        .p(series.growth?.adjustedP),
      ]
    }
    guard !rows.isEmpty else { return "" }
    let table = Table(
      columns: [
        "", wording("measure", "指标"), wording("slope a year", "年斜率"), "τ", wording("p, corrected", "校正 p"),
        wording("growth a year, factor", "年增长倍数"), wording("p, corrected", "校正 p"),
      ], rows: rows)
    return style.heading(
      wording(
        "Trends: Theil–Sen and Mann–Kendall over periods, quasi-Poisson over statements",
        "趋势：按期 Theil–Sen 与 Mann–Kendall，按篇准泊松回归")) + style.table(table) + "\n"
  }

  // MARK: - Compositions

  private var compositions: String {
    report.compositions.map { composition in
      let rows = composition.categories.filter { $0.counts.contains { $0 > 0 } }.map { category -> [Cell] in
        let course = category.course
        return [
          .text(wording.category(category.name)), .integer(category.counts.reduce(0, +)),
          .optional(course.map { 100 * $0.share }, digits: 1),
          .value(
            course.map { 100 * $0.slope },
            course.map {
              Interval(lower: 100 * $0.interval.lower, upper: 100 * $0.interval.upper, level: $0.interval.level)
            }),
          category.first.map { .text("\($0.date) [\($0.statement)]") } ?? .missing,
        ]
      }
      let table = Table(
        columns: [
          "", wording("count", "计数"), wording("share, %", "占比 %"),
          wording("points a year", "每年百分点"), wording("first seen", "首见"),
        ], rows: rows)
      let p = Cell.p(composition.adjustedP).display
      return style.heading(
        "\(name(composition.group)): \(wording.composition(composition.kind))"
          + wording(" – p of no shift \(p), corrected", "：无变化的校正 p 为 \(p)")) + style.table(table) + "\n"
    }.joined()
  }

  private var footer: String {
    let resampling = report.options.resampling
    return wording(
      "Rates are of the side's own voice. Intervals resample a period's statements (\(resampling.bootstrap.replicates)); with fewer than ten or more than forty they are exact Poisson intervals widened by the statements' dispersion. Changes: optimal partitioning with the penalty 2 φ ln n, p by \(resampling.permutations) permutations of statements' dates; seed \(resampling.bootstrap.seed).",
      "比率仅计本方话语。区间按各期篇目重抽样（\(resampling.bootstrap.replicates) 次）；不足十篇或多于四十篇时用按离散度放宽的精确泊松区间。变点：罚项 2φ ln n 的最优分割，p 值由置换日期 \(resampling.permutations) 次得出；种子 \(resampling.bootstrap.seed)。"
    ) + "\n" + report.provenance.line + "\n"
  }
}

extension Wording {
  /// A figure's name, with its construct where the name alone does not tell it.
  func shortFigure(_ key: String) -> String {
    switch key {
    case "decoupling.prevalence": self("decoupling", "脱钩")
    case "threat.prevalence": self("threat", "威胁")
    case "threat.index": self("threat index", "威胁指数")
    case "blame.prevalence": self("blame", "归责")
    case "recognition.rate": self("recognition", "承认")
    default: fullFigure(key)
    }
  }
}
