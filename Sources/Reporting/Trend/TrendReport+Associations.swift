internal import DiscourseModel
internal import Statistics

extension TrendRenderer {
  // MARK: - Events

  var events: String {
    var out = ""
    for event in report.options.events {
      let effects = report.events.filter { $0.event == event }
      let title = wording("\(event.label) (\(event.date)): before and after", "\(event.label)（\(event.date)）：前与后")
      guard !effects.isEmpty else {
        let reason = wording(
          "too few statements on one of its sides, or dates that are not precise enough.", "前后篇数不足，或日期不够精确。")
        out += style.heading(title) + style.line(reason) + "\n"
        continue
      }
      out += style.heading(title) + style.table(Table(columns: eventColumns, rows: effects.map(row))) + "\n"
    }
    return out
  }

  private var eventColumns: [String] {
    [
      "", wording("measure", "指标"), wording("statements", "篇数"), wording("before", "前"), wording("after", "后"),
      wording("difference", "差异"), wording("p, corrected", "校正 p"), wording("step", "跳跃"),
      wording("bend a year", "年斜率变化"),
    ]
  }

  private func row(_ effect: EventEffect) -> [Cell] {
    func term(_ term: RegressionTerm?) -> Cell {
      term.map { .text("\(Decimal.text($0.value, digits: 2)) (p \(Cell.p($0.p).display))") } ?? .missing
    }
    return [
      .text(name(effect.group)), .text(wording.fullFigure(effect.key)),
      .text("\(effect.statementsBefore) / \(effect.statementsAfter)"), .number(effect.outcome.right, digits: 2),
      .number(effect.outcome.left, digits: 2), .value(effect.outcome.difference, effect.outcome.interval),
      .p(effect.adjustedP), term(effect.segmented?.step), term(effect.segmented?.bend),
    ]
  }

  // MARK: - Two sides, and indicators

  var pairs: String {
    let known = report.pairs.filter { $0.correlation != nil }
    guard !known.isEmpty else { return "" }
    var out = style.heading(wording("The two groups with each other", "两组之间"))
    for pair in known {
      guard let correlation = pair.correlation else { continue }
      let lead = wording.lead(correlation.strongest.lag, name(pair.left), name(pair.right), report.options.period)
      out += style.line("\(wording.fullFigure(pair.key)): " + text(of: correlation, lead, periods: pair.periods))
    }
    return out + style.line(wording.association) + "\n"
  }

  private func text(of correlation: SeriesCorrelation, _ lead: String, periods: Int) -> String {
    let r = Decimal.text(correlation.strongest.correlation, digits: 2)
    let band = Decimal.text(correlation.band, digits: 2)
    let size = Decimal.text(correlation.effectiveSize, digits: 1)
    let p = Cell.p(correlation.p).display
    return wording(
      "r \(r), \(lead); p \(p) over all lags and shifts; by chance |r| < \(band) at one lag; \(periods) periods in a row, worth \(size)",
      "r \(r)，\(lead)；对全部滞后与循环移位的 p 为 \(p)；单一滞后的随机界 |r| < \(band)；连续 \(periods) 期，有效 \(size) 期")
  }

  var indicators: String {
    var out = ""
    var seen: [String] = []
    for item in report.indicators where !seen.contains(item.name + item.unit) {
      seen.append(item.name + item.unit)
      out += section(report.indicators.filter { $0.name == item.name && $0.unit == item.unit })
    }
    return out
  }

  private func section(_ items: [IndicatorComparison]) -> String {
    guard let first = items.first else { return "" }
    let table = Table(
      columns: [wording.period(first.length), "\(first.name), \(first.unit)"]
        + items.map { "\(name($0.group)), \(wording.shortFigure($0.key))" },
      rows: first.rows.indices.filter { place in
        first.rows[place].value != nil || items.contains { $0.rows[place].rate != nil }
      }.map { place in
        [.text("\(first.rows[place].period)"), .optional(first.rows[place].value, digits: 2)]
          + items.map { .optional($0.rows[place].rate, digits: 2) }
      })
    var out = style.heading(wording("Beside \(first.name)", "对照指标：\(first.name)")) + style.table(table)
    for item in items {
      guard let correlation = item.correlation else { continue }
      let lead = wording.lead(
        correlation.strongest.lag, wording("the rhetoric", "话语"), wording("the indicator", "指标"), item.length)
      out += style.line(
        "\(name(item.group)), \(wording.fullFigure(item.key)): "
          + text(of: correlation, lead, periods: item.periods) + slope(item))
    }
    if items.allSatisfy({ $0.correlation == nil }) {
      out += style.line(
        wording(
          "At most \(items.map(\.periods).max() ?? 0) periods in a row have both: too few for a correlation (seven are needed).",
          "两者俱全的连续期至多 \(items.map(\.periods).max() ?? 0) 期，不足以计算相关（需七期）。"))
    }
    if !first.sources.isEmpty {
      out += style.line(wording("Source: ", "来源：") + first.sources.joined(separator: wording("; ", "；")))
    }
    return out + style.line(wording.association) + "\n"
  }

  private func slope(_ item: IndicatorComparison) -> String {
    guard let slope = item.slope else { return "" }
    let (value, error) = (Decimal.text(slope.value, digits: 3), Decimal.text(slope.error, digits: 3))
    return wording(
      "; slope \(value) (Newey–West error \(error))", "；斜率 \(value)（Newey–West 标准误 \(error)）")
  }
}
