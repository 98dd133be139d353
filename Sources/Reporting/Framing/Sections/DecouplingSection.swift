internal import Charts
internal import DiscourseModel
internal import Statistics

/// Decoupling over time by side, with stance and domain.
struct DecouplingSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private let verb = ("speaks of decoupling", "谈及脱钩")

  var section: ReportSection {
    let parts = Tier.allCases.map { "decoupling.tier.\($0.rawValue)" } + stances + domains
    return ReportSection(
      id: "decoupling", title: make.text("Decoupling", "脱钩论述"),
      lead: [make.shares("decoupling.prevalence", verb), stanceSentence],
      blocks: [make.timeSeries("c-decoupling", "decoupling.prevalence")].compactMap { $0 } + [
        stanceBars, .chart(make.dots(domainHeading, domains, name: partName)),
        make.table(["decoupling.mentions", "decoupling.prevalence"] + parts),
      ] + make.strongest(.construct(.decoupling)))
  }

  private var stances: [String] { Stance.allCases.map { "decoupling.stance.\($0.rawValue)" } }
  private var domains: [String] { DecouplingDomain.allCases.map { "decoupling.domain.\($0.rawValue)" } }

  private func partName(_ key: String) -> String {
    make.wording.part(key.split(separator: ".").last.map(String.init) ?? key)
  }

  /// The most frequent stance of each side.
  private var stanceSentence: Prose {
    let parts = make.sides.compactMap { side -> Prose? in
      let figures = stances.compactMap { report.figure($0, side) }
      guard let most = figures.max(by: { $0.rate.numerator < $1.rate.numerator }), most.rate.numerator > 0 else {
        return nil
      }
      let link = report.evidence.link(side, EvidenceCode(figure: most.key))
      let value = make.wording.value(most)
      return make.language == .en
        ? "Where \(make.wording.inText(side)) names it, its most frequent stance is “\(partName(most.key))”, in \(link: value, to: link) of these sentences\(make.wording.sureness(most))."
        : "\(make.wording.atStart(side))谈及脱钩时最常见的立场为“\(partName(most.key))”，占\(link: value, to: link)\(make.wording.sureness(most))。"
    }
    return Prose.joined(parts)
  }

  /// Stances as bars around a middle: against decoupling to the left, for it to the right.
  private var stanceBars: ReportBlock {
    func segment(_ stance: Stance, _ tone: Tone, _ side: Side) -> DivergingBarChart.Segment? {
      guard let figure = report.figure("decoupling.stance.\(stance.rawValue)", side), let value = figure.rate.value
      else { return nil }
      let name = make.wording.part(stance.rawValue)
      let link = figure.rate.numerator > 0 ? report.evidence.link(side, .stance(stance)) : nil
      return .init(
        name: name, tone: tone, value: value,
        mark: Mark(
          "\(make.wording.side(side)), \(name): \(make.wording.value(figure))\(make.wording.sureness(figure))",
          link: link))
    }
    let rows = make.sides.map { side in
      DivergingBarChart.Row(
        name: make.wording.side(side),
        left: [segment(.oppose, .first, side), segment(.deny, .fifth, side), segment(.accuse, .sixth, side)].compactMap
        { $0 },
        right: [segment(.advocate, .second, side), segment(.report, .eighth, side)].compactMap { $0 })
    }
    return .chart(
      DivergingBarChart(
        heading: make.heading(
          "c-stance", stanceTitle,
          make.text(
            "Shares of the sentences on decoupling by stance; a sentence may carry several, so that bars may exceed 100% in all.",
            "谈及脱钩的句子中各立场所占比例；一句可有多种立场，合计可超过100%。")), rows: rows,
        ends: (
          make.text("against it", "反对或否认"), make.text("for it, or neutral", "主张或仅陈述")
        ),
        suffix: "%",
        columns: [make.text("side", "一方"), make.text("stance", "立场"), make.text("% of its sentences", "占脱钩句 %")]))
  }

  private var stanceTitle: String {
    let parts = make.sides.compactMap { side -> String? in
      let figures = [Stance.oppose, .advocate].compactMap { report.figure("decoupling.stance.\($0.rawValue)", side) }
      guard figures.count == 2, figures[0].rate.value != nil else { return nil }
      let (against, for_) = (make.wording.value(figures[0]), make.wording.value(figures[1]))
      return make.text(
        "\(make.wording.inText(side)) opposes it in \(against) and advocates it in \(for_)",
        "\(make.wording.inText(side))反对\(against)、主张\(for_)")
    }
    return make.text("Of sentences on decoupling, ", "谈及脱钩的句子中，") + parts.joined(separator: make.text("; ", "；"))
  }

  private var domainHeading: ChartHeading {
    let parts = make.sides.compactMap { side -> String? in
      let figures = domains.compactMap { report.figure($0, side) }.filter { $0.rate.numerator > 0 }
      guard let most = figures.max(by: { $0.rate.numerator < $1.rate.numerator }) else { return nil }
      return make.text(
        "\(make.wording.inText(side)) most of \(partName(most.key)) (\(make.wording.value(most)))",
        "\(make.wording.inText(side))以\(partName(most.key))为多（\(make.wording.value(most))）")
    }
    return make.heading(
      "c-domain", make.text("What would be cut apart: ", "脱钩的领域：") + parts.joined(separator: make.text(", ", "，")),
      make.text(
        "Shares of the sentences on decoupling by domain, with 95% intervals; a sentence may name several.",
        "谈及脱钩的句子中各领域所占比例及95%区间；一句可涉及多个领域。"))
  }
}
