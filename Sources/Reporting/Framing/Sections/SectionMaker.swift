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
    return Prose.joined(parts)
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
    guard Self.areApart(sorted[0].1, sorted[1].1) else {
      return text(
        "No clear difference: \(wording.inText(sorted[0].0)) \(verb.0) in \(values[0]) of its sentences, \(wording.inText(sorted[1].0)) in \(values[1])",
        "差异不明确：\(verb.1)的句子，\(wording.inText(sorted[0].0))占\(values[0])，\(wording.inText(sorted[1].0))占\(values[1])")
    }
    return text(
      "\(wording.atStart(sorted[0].0)) \(verb.0) more often: in \(values[0]) of its sentences, \(wording.inText(sorted[1].0)) in \(values[1])",
      "\(wording.atStart(sorted[0].0))更常\(verb.1)：占其句子\(values[0])，\(wording.inText(sorted[1].0))为\(values[1])")
  }

  /// Whether the intervals of two figures leave each other clear.
  static func areApart(_ one: Figure, _ two: Figure) -> Bool {
    guard let left = one.shownInterval, let right = two.shownInterval else { return false }
    return left.lower > right.upper || right.lower > left.upper
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
    return report.trajectories.filter { $0.key == key }.map { trajectory in
      let points = timeline.names.indices.map { index -> SeriesPoint in
        let figure = trajectory.figures[index]
        let name = timeline.names[index]
        let note =
          figure.map { "\(wording.value($0))\(wording.sureness($0))" } ?? text("no statement", "无声明")
        let hasEvidence = (figure?.rate.numerator ?? 0) > 0
        return SeriesPoint(
          day: timeline.days[index], period: name,
          estimate: Estimate(
            figure?.rate.value, lower: figure?.shownInterval?.lower, upper: figure?.shownInterval?.upper),
          mark: Mark(
            "\(wording.side(trajectory.side)), \(name): \(note)",
            link: hasEvidence
              ? report.evidence.link(trajectory.side, EvidenceCode(figure: key), period: name) : nil))
      }
      return Series(name: wording.side(trajectory.side), tone: tone(trajectory.side), points: points)
    }
  }

  /// A figure over time, where at least two periods have a value.
  func timeSeries(_ id: String, _ key: String, _ verb: (String, String), suffix: String = "%") -> ReportBlock? {
    let series = course(key)
    guard series.contains(where: { $0.points.filter { $0.estimate.value != nil }.count > 1 }) else { return nil }
    let summary = text(
      "\(wording.figure(key).capitalizedFirst) (\(wording.unitOf(key))) by period. Bands are 95% intervals over statements; shaded periods have no statement.",
      "\(wording.figure(key))（\(wording.unitOf(key))），按时期。色带为按篇重抽样的95%区间；灰底时期无声明。")
    return .chart(
      TimeSeriesChart(
        heading: heading(id, changeTitle(key, verb), summary), series: series, suffix: suffix,
        columns: [
          text("side", "一方"), text("period", "时期"), text("value", "数值"), text("lower", "下限"), text("upper", "上限"),
        ]))
  }

  /// A title that says how a figure moved from the first period to the last.
  private func changeTitle(_ key: String, _ verb: (String, String)) -> String {
    guard let timeline = report.timeline else { return wording.figure(key) }
    let parts = report.trajectories.filter { $0.key == key }.compactMap { trajectory -> String? in
      let known = trajectory.figures.indices.filter { trajectory.figures[$0] != nil }
      guard let first = known.first, let last = known.last, first != last, let start = trajectory.figures[first],
        let end = trajectory.figures[last]
      else { return nil }
      let name = wording.inText(trajectory.side)
      let (from, to) = (wording.value(start), wording.value(end))
      let (begin, finish) = (timeline.names[first], timeline.names[last])
      guard Self.areApart(start, end) else {
        return text("\(name) \(from) in \(begin), \(to) in \(finish)", "\(name)\(begin)为\(from)，\(finish)为\(to)")
      }
      let rose = (end.rate.value ?? 0) > (start.rate.value ?? 0)
      return text(
        "\(name) \(rose ? "up" : "down") from \(from) in \(begin) to \(to) in \(finish)",
        "\(name)由\(begin)的\(from)\(rose ? "升" : "降")至\(finish)的\(to)")
    }
    return topic(key) + text(": ", "：") + parts.joined(separator: text("; ", "；"))
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
