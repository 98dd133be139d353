internal import Charts
internal import DiscourseModel
internal import Statistics

/// Threat: prevalence and index over time, who threatens whom, domains.
struct ThreatSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private let verb = ("asserts a threat", "断言威胁")

  var section: ReportSection {
    ReportSection(
      id: "threat", title: make.text("Threat perception", "威胁感知"),
      lead: [make.shares("threat.prevalence", verb), indexSentence],
      blocks: [make.timeSeries("c-threat", "threat.prevalence"), indexPanels].compactMap { $0 }
        + make.sides.compactMap(matrix) + [
          .chart(domains),
          make.table(["threat.prevalence", "threat.denials", "threat.intensity", "threat.index"]),
        ] + make.strongest(.construct(.threat)))
  }

  private var indexSentence: Prose {
    let parts = make.sides.compactMap { side -> Prose? in
      guard let index = report.figure("threat.index", side), let intensity = report.figure("threat.intensity", side),
        let denials = report.figure("threat.denials", side), index.rate.value != nil
      else { return nil }
      let link = report.evidence.link(side, .denial)
      let (value, mean, denied) = (
        make.wording.value(index), make.wording.value(intensity), "\(Int(denials.rate.numerator))"
      )
      return make.language == .en
        ? "On the threat index \(make.wording.inText(side)) scores \(value) of 100, with a mean intensity of \(mean) of 3 where a threat is asserted; \(link: denied, to: link) of its sentences deny a threat."
        : "\(make.wording.atStart(side))威胁指数为\(value)（满分100），断言威胁时的平均强度为\(mean)（满分3）；\(link: denied, to: link)句否认威胁。"
    }
    return Prose.joined(parts)
  }

  /// The index of each side in a panel of its own.
  private var indexPanels: ReportBlock? {
    let series = make.course("threat.index")
    guard series.contains(where: { $0.points.filter { $0.estimate.value != nil }.count > 1 }) else { return nil }
    let values = make.sides.compactMap { side in
      report.figure("threat.index", side).map { make.wording.inText(side) + " " + make.wording.value($0) }
    }
    return .chart(
      SmallMultiples(
        heading: make.heading(
          "c-index",
          make.text("Threat index: ", "威胁指数：") + values.joined(separator: make.text(", ", "，")),
          make.text(
            "100 × the mean of the strongest intensity / 3 over all sentences, by period, on one scale, with 95% bands.",
            "100 ×（每句最强强度/3）的均值，按时期，同一刻度，附95%区间。")),
        panels: zip(make.sides, series).map {
          .init(title: $1.name, series: [$1], notes: make.notes("threat.index", [$0]))
        },
        columns: [
          make.text("panel", "分图"), make.text("side", "一方"), make.text("period", "时期"), make.text("value", "数值"),
          make.text("lower", "下限"), make.text("upper", "上限"),
        ]))
  }

  private func matrix(_ side: Side) -> ReportBlock? {
    guard let group = report.groups.first(where: { $0.side == side }), let most = group.threats.first else {
      return nil
    }
    let total = group.statements.reduce(0) { $0 + $1.threatSentences }
    let title = make.text(
      "\(make.wording.atStart(side)) speaks most of threats from \(make.wording.inText(most.pair.from)) to \(make.wording.inText(most.pair.to)): \(most.count) of \(total) sentences",
      "\(make.wording.atStart(side))最常说的威胁来自\(make.wording.inText(most.pair.from))，对象为\(make.wording.inText(most.pair.to))：\(total)句中\(most.count)句"
    )
    let heading = make.heading(
      "c-threat-\(side.rawValue.lowercased())", title,
      make.text(
        "Sentences of \(make.wording.inText(side)) that assert a threat, by who poses it and who is endangered.",
        "\(make.wording.inText(side))断言威胁的句子，按威胁来源与对象。"))
    return .chart(
      ActorMatrix(make: make, side: side, pairs: group.threats, code: EvidenceCode.threat).chart(
        heading, axes: (make.text("from", "来源"), make.text("to", "对象"))))
  }

  /// Shares of the sentences that assert a threat by domain; counts, since a sentence may lie in several.
  private var domains: DotPlot {
    let rows = ThreatDomain.allCases.compactMap { domain -> DotPlot.Row? in
      let name = make.wording.threatDomain(domain)
      let dots = make.sides.compactMap { side -> DotPlot.Dot? in
        guard let group = report.groups.first(where: { $0.side == side }) else { return nil }
        let figure = Figure(
          "threat.domain", .percentOfSentences, of: group.statements, report.scores.bootstrap,
          { $0.threatDomains[domain] ?? 0 },
          over: { $0.threatSentences })
        guard figure.rate.value != nil else { return nil }
        return make.dot(figure, side: side, link: report.evidence.link(side, .threatDomain(domain)), name: name)
      }
      let isEmpty = make.sides.allSatisfy { report.evidence.total($0, .threatDomain(domain)) == 0 }
      return isEmpty ? nil : DotPlot.Row(name: name, dots: dots)
    }
    let parts = make.sides.compactMap { side -> String? in
      let most = ThreatDomain.allCases.max {
        report.evidence.total(side, .threatDomain($0)) < report.evidence.total(side, .threatDomain($1))
      }
      guard let most, report.evidence.total(side, .threatDomain(most)) > 0 else { return nil }
      return "\(make.wording.inText(side)) " + make.wording.threatDomain(most)
    }
    return DotPlot(
      heading: make.heading(
        "c-threat-domain",
        make.text("Where the threat is seen to lie most: ", "威胁最多被认为在于：")
          + parts.joined(separator: make.text("; ", "；")),
        make.text(
          "Shares of the sentences that assert a threat by domain, with 95% intervals; a sentence may lie in several.",
          "断言威胁的句子中各领域所占比例及95%区间；一句可涉及多个领域。")), rows: rows, suffix: "%",
      columns: [
        make.text("domain", "领域"), make.text("side", "一方"), make.text("value", "数值"), make.text("lower", "下限"),
        make.text("upper", "上限"),
      ])
  }
}

/// Pairs of actors as a matrix whose cells lead to their sentences.
struct ActorMatrix {
  let make: SectionMaker
  let side: Side
  let pairs: [(pair: ActorPair, count: Int)]
  let code: (ActorPair) -> EvidenceCode

  func chart(_ heading: ChartHeading, axes: (row: String, column: String)) -> MatrixChart {
    let rows = Set(pairs.map(\.pair.from)).sorted()
    let columns = Set(pairs.map(\.pair.to)).sorted()
    var counts: [ActorPair: Int] = [:]
    for item in pairs { counts[item.pair] = item.count }
    let cells = rows.map { row in
      columns.map { column -> MatrixChart.Cell in
        let pair = ActorPair(row, column)
        let count = counts[pair] ?? 0
        return .init(
          value: Double(count), label: String(count),
          mark: Mark(
            "\(make.wording.pair(pair)): \(count)", link: make.report.evidence.link(side, code(pair))))
      }
    }
    return MatrixChart(
      heading: heading, rows: rows.map(make.wording.actor), columns: columns.map(make.wording.actor), cells: cells,
      axes: axes, tone: make.tone(side), names: [axes.row, axes.column, make.text("count", "计数")])
  }
}
