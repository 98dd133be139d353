internal import Charts
internal import DiscourseModel
internal import Statistics

/// What the sections of a report share: the report, its words, and the charts that each kind of figure becomes.
struct SectionMaker {
  let report: FramingReport
  let wording: Wording
  let language: Language

  var sides: [Side] { report.groups.map(\.side) }

  func tone(_ side: Side) -> Tone { side == .us ? .us : .prc }

  func text(_ english: String, _ chinese: String) -> String { wording(english, chinese) }

  // MARK: Sentences

  /// A figure of each side in a sentence: what share of its sentences does what.
  func shares(_ key: String, _ verb: (String, String)) -> Prose {
    let parts = sides.compactMap { side -> Prose? in
      guard let figure = report.figure(key, side), figure.rate.value != nil else { return nil }
      let link = report.evidence.link(side, EvidenceCode(figure: key))
      let value = wording.value(figure)
      return language == .en
        ? "\(wording.atStart(side)) \(verb.0) in \(link: value, to: link) of its sentences\(wording.sureness(figure))."
        : "\(wording.atStart(side))\(link: value, to: link)的句子\(verb.1)\(wording.sureness(figure))。"
    }
    return Prose.joined(parts + [gap(key)])
  }

  /// How sure the difference of the sides on a figure is, in a sentence; empty where one side alone speaks.
  private func gap(_ key: String) -> Prose {
    guard let difference = report.difference(key) else { return Prose(parts: []) }
    let points = Decimal.text(abs(difference.outcome.difference), digits: 1)
    let isClear = FramingReport.isClear(difference.adjustedP)
    return Prose(parts: [
      .text(
        text(
          "The difference of \(points) points is \(isClear ? "more than" : "within what") chance \(isClear ? "explains" : "gives")\(sureness(difference)).",
          "相差\(points)个百分点，\(isClear ? "超出" : "未超出")偶然\(sureness(difference))。"))
    ])
  }

  /// The interval and the corrected p of a difference, in brackets.
  func sureness(_ difference: FigureDifference) -> String {
    let p = self.p(difference.adjustedP)
    guard let interval = difference.outcome.interval else { return text(" (\(p))", "（\(p)）") }
    let ends = Decimal.text(interval.lower, digits: 1) + text(" to ", "至") + Decimal.text(interval.upper, digits: 1)
    return text(" (US less China \(ends), 95% interval; \(p))", "（美方减中方95%区间\(ends)；\(p)）")
  }

  /// A unit behind a value that has its per cent sign already.
  func unitInText(_ unit: FigureUnit) -> String {
    let name = wording.unit(unit)
    return text(
      name.hasPrefix("% ") ? " " + name.dropFirst(2) : " (\(name))",
      "（\(name.hasSuffix(" %") ? String(name.dropLast(2)) : name)）")
  }

  /// A corrected p as it is read.
  func p(_ value: Double?) -> String {
    guard let value else { return text("p not known", "p未知") }
    let number = value < 0.001 ? " < 0.001" : " = " + Decimal.text(value, digits: 3)
    return text("corrected p\(number)", "校正p\(number)")
  }

  /// A title that says which side does more of something, or that nothing can be told.
  func title(_ key: String, _ verb: (String, String)) -> String {
    let figures = sides.compactMap { side in report.figure(key, side).map { (side, $0) } }.filter {
      $0.1.rate.value != nil
    }
    guard let first = figures.first else { return text("No figure", "无数据") }
    guard figures.count == 2 else {
      return text(
        "\(wording.atStart(first.0)) \(verb.0) in \(wording.value(first.1)) of its sentences",
        "\(wording.atStart(first.0))\(wording.value(first.1))的句子\(verb.1)")
    }
    let sorted = figures.sorted { ($0.1.rate.value ?? 0) > ($1.1.rate.value ?? 0) }
    let values = sorted.map { wording.value($0.1) }
    guard FramingReport.isClear(report.difference(key)?.adjustedP) else {
      return text(
        "No clear difference: \(wording.inText(sorted[0].0)) \(verb.0) in \(values[0]) of its sentences, \(wording.inText(sorted[1].0)) in \(values[1])",
        "差异不明确：\(verb.1)的句子，\(wording.inText(sorted[0].0))占\(values[0])，\(wording.inText(sorted[1].0))占\(values[1])")
    }
    return text(
      "\(wording.atStart(sorted[0].0)) \(verb.0) more often: in \(values[0]) of its sentences, \(wording.inText(sorted[1].0)) in \(values[1])",
      "\(wording.atStart(sorted[0].0))更常\(verb.1)：占其句子\(values[0])，\(wording.inText(sorted[1].0))为\(values[1])")
  }

  // MARK: Charts

  func heading(_ id: String, _ title: String, _ summary: String) -> ChartHeading {
    ChartHeading(id: id, title: title, summary: summary)
  }

  /// Figures of both sides as dots with intervals, a line for each figure that any side has.
  func dots(_ heading: ChartHeading, _ keys: [String], suffix: String = "%", name: (String) -> String) -> DotPlot {
    let rows = keys.compactMap { key -> DotPlot.Row? in
      let dots = sides.compactMap { side -> DotPlot.Dot? in
        guard let figure = report.figure(key, side), figure.rate.value != nil else { return nil }
        return dot(figure, side: side, link: report.evidence.link(side, EvidenceCode(figure: key)), name: name(key))
      }
      let isEmpty = sides.allSatisfy { (report.figure(key, $0)?.rate.numerator ?? 0) == 0 }
      return isEmpty ? nil : DotPlot.Row(name: name(key), dots: dots)
    }
    return DotPlot(
      heading: heading, rows: rows, suffix: suffix,
      columns: [
        text("figure", "指标"), text("side", "一方"), text("value", "数值"), text("lower", "下限"), text("upper", "上限"),
      ])
  }

  /// A figure as a dot.
  func dot(_ figure: Figure, side: Side, link: String?, name: String) -> DotPlot.Dot {
    let isShown = figure.rate.numerator > 0
    return DotPlot.Dot(
      series: wording.side(side), tone: tone(side),
      estimate: Estimate(figure.rate.value, lower: figure.shownInterval?.lower, upper: figure.shownInterval?.upper),
      label: wording.value(figure),
      mark: Mark(
        "\(wording.side(side)), \(name): \(wording.value(figure))\(wording.sureness(figure))",
        link: isShown ? link : nil))
  }

  /// The course of a figure on both sides.
  func course(_ key: String) -> [Series] {
    guard let timeline = report.timeline else { return [] }
    return sides.compactMap { side in
      guard let series = report.course(key, side) else { return nil }
      let points = series.points.enumerated().map { index, point -> SeriesPoint in
        let figure = point.figure(series)
        let name = timeline.names[index]
        let note = figure.map { "\(wording.value($0))\(wording.sureness($0))" } ?? text("no statement", "无声明")
        // An exact interval tells what is likely even of what was never counted.
        let interval = point.method == .exact ? point.interval : figure?.shownInterval
        return SeriesPoint(
          day: timeline.days[index], period: name,
          estimate: Estimate(figure?.rate.value, lower: interval?.lower, upper: interval?.upper),
          mark: Mark(
            "\(wording.side(side)), \(name): \(note)",
            link: (figure?.rate.numerator ?? 0) > 0
              ? report.evidence.link(side, EvidenceCode(figure: key), period: name) : nil))
      }
      return Series(name: wording.side(side), tone: tone(side), points: points)
    }
  }

  /// The events and the clear changes of a figure, as a chart marks them.
  func notes(_ key: String, _ marked: [Side]) -> [TimeNote] {
    let events = (report.trend?.options.events ?? []).map { event in
      TimeNote(
        day: Day(year: event.date.year, month: event.date.month ?? 1, day: event.date.day ?? 1), label: event.label,
        kind: .event)
    }
    let changes = marked.flatMap { side -> [TimeNote] in
      guard let series = report.course(key, side) else { return [] }
      return series.changes.filter { FramingReport.isClear($0.adjustedP) }.map { change in
        let values = [change.before, change.after].map {
          wording.value(Figure(key: key, rate: $0, unit: series.unit))
        }
        return TimeNote(
          day: Timeline.start(change.period), label: "\(wording.side(side)) \(values[0]) → \(values[1])", kind: .change,
          tone: tone(side))
      }
    }
    return events + changes
  }

  /// A figure over time, where at least two periods have a value.
  func timeSeries(_ id: String, _ key: String, suffix: String = "%") -> ReportBlock? {
    let series = course(key)
    guard series.contains(where: { $0.points.filter { $0.estimate.value != nil }.count > 1 }) else { return nil }
    let summary = text(
      "\(wording.figure(key).capitalizedFirst) (\(wording.unitOf(key))) by period, with 95% intervals over statements; dashed rules mark changes that survive correction, shaded periods have no statement.",
      "\(wording.figure(key))（\(wording.unitOf(key))），按时期，附按篇计算的95%区间；虚线为校正后仍显著的变化，灰底时期无声明。")
    return .chart(
      TimeSeriesChart(
        heading: heading(id, changeTitle(key), summary), series: series, notes: notes(key, sides), suffix: suffix,
        columns: [
          text("side", "一方"), text("period", "时期"), text("value", "数值"), text("lower", "下限"), text("upper", "上限"),
        ]))
  }

  /// A title that says how a figure moved, as far as the tests tell: a change, a trend, or neither.
  private func changeTitle(_ key: String) -> String {
    let parts = sides.compactMap { side in report.course(key, side).map { moved($0, side) } }
    return topic(key) + text(": ", "：") + parts.joined(separator: text("; ", "；"))
  }

  private func moved(_ series: TrendSeries, _ side: Side) -> String {
    let name = wording.inText(side)
    let clear = series.changes.filter { FramingReport.isClear($0.adjustedP) }
    if let change = clear.max(by: { ($0.adjustedP ?? 1) > ($1.adjustedP ?? 1) }) {
      let values = [change.before, change.after].map {
        wording.value(Figure(key: series.key, rate: $0, unit: series.unit))
      }
      let rose = (change.after.value ?? 0) > (change.before.value ?? 0)
      return text(
        "\(name) \(rose ? "up" : "down") from \(values[0]) to \(values[1]) as of \(change.period.description)",
        "\(name)自\(change.period.description)起由\(values[0])\(rose ? "升" : "降")至\(values[1])")
    }
    if let trend = series.trend, FramingReport.isClear(trend.adjustedP) {
      let slope = Decimal.text(abs(trend.slope), digits: 1)
      return text(
        "\(name) \(trend.slope > 0 ? "rising" : "falling") by \(slope) points a year",
        "\(name)每年\(trend.slope > 0 ? "上升" : "下降")\(slope)个百分点")
    }
    return text("\(name) without a clear change", "\(name)无明确变化")
  }

  /// What a figure over time is about, as the head of a title.
  private func topic(_ key: String) -> String {
    let construct = Construct(rawValue: key.split(separator: ".").first.map(String.init) ?? "") ?? .threat
    return wording.construct(construct)
  }

  // MARK: Tables and sentences

  /// The figures of a section, with intervals and counts; counts lead to their sentences.
  func table(_ keys: [String]) -> ReportBlock {
    let columns =
      [text("figure", "指标"), text("unit", "单位")]
      + sides.flatMap { [wording.side($0), text("95% interval", "95%区间"), text("counts", "计数")] }
    let rows = keys.compactMap { key -> [LinkedTable.Cell]? in
      let figures = sides.map { report.figure(key, $0) }
      guard figures.contains(where: { ($0?.rate.numerator ?? 0) > 0 }),
        let unit = figures.compactMap({ $0?.unit }).first
      else { return nil }
      let head: [LinkedTable.Cell] = [.init(.text(wording.figure(key))), .init(.text(wording.unit(unit)))]
      return head + zip(sides, figures).flatMap { cells($0, $1, key) }
    }
    let correction = corrections(keys)
    return .table(
      LinkedTable(
        caption: text("Figures, with 95% intervals over statements", "指标及按篇重抽样的95%区间"), columns: columns,
        rows: rows + correction))
  }

  private func cells(_ side: Side, _ figure: Figure?, _ key: String) -> [LinkedTable.Cell] {
    guard let figure else { return [.init(.missing), .init(.missing), .init(.missing)] }
    let counts = "\(Int(figure.rate.numerator))/\(Int(figure.rate.denominator))"
    let link = figure.rate.numerator > 0 ? report.evidence.link(side, EvidenceCode(figure: key)) : nil
    return [
      .init(.optional(figure.rate.value, digits: 2), link: link), .init(.interval(figure.shownInterval)),
      .init(.text(counts), link: link),
    ]
  }

  /// Rows with the figures after their correction by the coded sample.
  private func corrections(_ keys: [String]) -> [[LinkedTable.Cell]] {
    keys.compactMap { key -> [LinkedTable.Cell]? in
      let figures = sides.map { report.figure(key, $0) }
      guard figures.contains(where: { $0?.corrected != nil }), let unit = figures.compactMap({ $0?.unit }).first else {
        return nil
      }
      let name = wording.figure(key) + text(", corrected for coding errors", "（按编码误差校正）")
      let cells = figures.flatMap { figure -> [LinkedTable.Cell] in
        guard let figure, let corrected = figure.corrected else {
          return [.init(.missing), .init(.missing), .init(.missing)]
        }
        return [
          .init(.number(figure.rate.scale * corrected.value, digits: 2)),
          .init(.interval(corrected.interval, scale: figure.rate.scale)),
          .init(.text(text("\(corrected.sampleSize) coded by hand", "人工编码\(corrected.sampleSize)句"))),
        ]
      }
      return [.init(.text(name)), .init(.text(wording.unit(unit)))] + cells
    }
  }

  /// The strongest sentences of each side for a code.
  func strongest(_ code: EvidenceCode, limit: Int = 3) -> [ReportBlock] {
    sides.compactMap { side in
      let places = report.evidence.strongest(side, code, limit: limit).compactMap(report.evidence.place)
      guard !places.isEmpty else { return nil }
      return .sentences(title: text("Strongest sentences: ", "最强的句子：") + wording.side(side), places: places)
    }
  }
}

extension Wording {
  /// The unit of a figure that is a share or an index, from its key.
  func unitOf(_ key: String) -> String {
    switch key {
    case "threat.index": unit(.index)
    case "recognition.rate": unit(.perHundredSentences)
    default: unit(.percentOfSentences)
    }
  }
}

extension String {
  /// The string with its first letter a capital.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
