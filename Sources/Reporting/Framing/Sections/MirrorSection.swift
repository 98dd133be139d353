internal import Charts
internal import DiscourseModel
internal import Statistics

/// Where the two sides mirror each other, and where they talk past each other.
struct MirrorSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private var wording: Wording { make.wording }

  /// Nil where only one side speaks.
  var section: ReportSection? {
    guard let comparison = report.comparison, make.sides.count == 2 else { return nil }
    return ReportSection(
      id: "mirror", title: make.text("Mirror images", "镜像与错位"),
      lead: comparison.dyads.map(sentence),
      blocks: [.chart(chart), .table(distances(comparison.contrasts.first?.distances ?? []))] + leads)
  }

  // MARK: What each says of the other

  private func code(_ construct: Dyad.Construct, _ side: Side) -> EvidenceCode {
    switch construct {
    case .threat: .threat(ActorPair(side.opposite.actor, side.actor))
    case .blame: .blame(ActorPair(side.actor, side.opposite.actor))
    }
  }

  private func count(_ construct: Dyad.Construct, _ counts: StatementCounts, _ side: Side) -> Int {
    switch code(construct, side) {
    case .threat(let pair): counts.threatPairs[pair] ?? 0
    case .blame(let pair): counts.blamePairs[pair] ?? 0
    default: 0
    }
  }

  private func figure(_ construct: Dyad.Construct, _ side: Side) -> Figure? {
    guard let group = report.groups.first(where: { $0.side == side }) else { return nil }
    return Figure(
      "mirror.\(construct.rawValue)", .perHundredSentences, of: group.statements, report.scores.bootstrap,
      { count(construct, $0, side) }, over: { $0.sentences })
  }

  private func sentence(_ dyad: Dyad) -> Prose {
    let rates = [(Side.us, dyad.us), (.prc, dyad.prc)].map { side, rate -> Prose in
      let value = Decimal.text(rate.value ?? 0, digits: 2)
      let link = rate.numerator > 0 ? report.evidence.link(side, code(dyad.construct, side)) : nil
      return "\(wording.inText(side))\(make.text(" ", ""))\(link: value, to: link)"
    }
    let interval =
      dyad.reciprocityInterval.map { Decimal.text($0.lower, digits: 2) + "–" + Decimal.text($0.upper, digits: 2) }
      ?? "–"
    let reciprocity = Decimal.text(dyad.reciprocity, digits: 2)
    let isClear = FramingReport.isClear(dyad.adjustedP)
    let verdict = make.text(
      isClear ? "one side says it more" : "no asymmetry beyond chance",
      isClear ? "不对称" : "不对称未超出偶然")
    let p = make.p(dyad.adjustedP)
    let name = wording.dyad(dyad.construct).capitalizedFirst
    return make.language == .en
      ? "\(name), per 100 sentences: \(rates[0]), \(rates[1]). Reciprocity is \(reciprocity) of 1 (95% interval \(interval)): \(verdict) (\(p))."
      : "\(name)（每百句）：\(rates[0])，\(rates[1])。相互性为\(reciprocity)（满值1，95%区间\(interval)）：\(verdict)（\(p)）。"
  }

  private var chart: DotPlot {
    let rows = Dyad.Construct.allCases.map { construct in
      let name = wording.dyad(construct).capitalizedFirst
      return DotPlot.Row(
        name: name,
        dots: make.sides.compactMap { side in
          guard let figure = figure(construct, side) else { return nil }
          var dot = make.dot(figure, side: side, link: report.evidence.link(side, code(construct, side)), name: name)
          dot.label = Decimal.text(figure.rate.value ?? 0, digits: 2)
          return dot
        })
    }
    let isClear = report.comparison?.dyads.contains { FramingReport.isClear($0.adjustedP) } ?? false
    return DotPlot(
      heading: make.heading(
        "c-mirror",
        isClear
          ? make.text("What each side says of the other is not symmetric", "双方互指并不对称")
          : make.text("Each side on the other: no asymmetry beyond chance", "双方互指：不对称未超出偶然"),
        make.text(
          "How often each side names the other as a threat to itself, and blames the other, per 100 sentences, with 95% intervals.",
          "双方每百句称对方威胁己方及归责于对方的次数，附95%区间。")), rows: rows,
      columns: [
        make.text("what", "内容"), make.text("side", "一方"), make.text("per 100 sentences", "每百句"),
        make.text("lower", "下限"), make.text("upper", "上限"),
      ])
  }

  // MARK: How far apart

  private func distances(_ all: [ProfileDistance]) -> LinkedTable {
    LinkedTable(
      caption: make.text(
        "How far apart the sides' profiles are (Jensen–Shannon distance, 0 to 1), and how far they would be by chance",
        "双方构成之间的距离（Jensen–Shannon距离，0至1）及偶然所致的距离"),
      columns: [
        make.text("profile", "构成"), make.text("distance", "距离"), make.text("95% interval", "95%区间"),
        make.text("by chance", "偶然值"), make.text("p, corrected", "校正p"),
      ],
      rows: all.map { item in
        [
          .init(.text(wording.profile(item.kind).capitalizedFirst)), .init(.number(item.distance, digits: 2)),
          .init(.interval(item.interval)), .init(.optional(item.byChance, digits: 2)), .init(.p(item.adjustedP)),
        ]
      })
  }

  /// Who runs ahead of whom, where there are periods enough to tell.
  private var leads: [ReportBlock] {
    let pairs = (report.trend?.pairs ?? []).compactMap { pair in pair.correlation.map { (pair, $0) } }
    guard !pairs.isEmpty, let length = report.trend?.options.period else { return [] }
    let rows = pairs.map { pair, correlation -> [LinkedTable.Cell] in
      let names = [pair.left, pair.right].map { wording.group($0, by: .side) }
      return [
        .init(.text(wording.fullFigure(pair.key))), .init(.number(correlation.strongest.correlation, digits: 2)),
        .init(.text(wording.lead(correlation.strongest.lag, names[0], names[1], length))),
        .init(.p(correlation.p)), .init(.integer(pair.periods)),
      ]
    }
    return [
      .table(
        LinkedTable(
          caption: make.text(
            "Changes of one side beside changes of the other, at the strongest lag. Association, not cause.",
            "双方变化的相关（最强滞后）。仅为相关，并非因果。"),
          columns: [
            make.text("figure", "指标"), make.text("correlation", "相关"), make.text("who leads", "先后"), "p",
            make.text("periods", "时期数"),
          ], rows: rows))
    ]
  }
}
