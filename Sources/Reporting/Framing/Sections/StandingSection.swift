internal import Charts
internal import DiscourseModel
internal import Statistics

/// A statement by itself: where in it each code stands, and how it scores among other statements of its side.
struct StandingSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }

  /// Nil where the report is over more than one statement.
  var section: ReportSection? {
    guard let reading = report.single else { return nil }
    let blocks = standing + [.chart(strip(reading))]
    return ReportSection(
      id: "findings", title: make.text("The statement", "声明概览"), lead: [lead], blocks: blocks)
  }

  private var lead: Prose {
    guard let summary = report.scores.statements.first else { return Prose(parts: []) }
    let counts = summary.counts
    let base = make.text(
      "\(counts.sentences) of its \(counts.allSentences) sentences are in its own voice and counted. A single statement has no interval: what it says is known, what its author would say is not.",
      "全文\(counts.allSentences)句，其中本方话语\(counts.sentences)句计入。单篇无区间：其所言可知，其作者通常之言不可知。")
    guard let first = report.standing.first else { return Prose(parts: [.text(base)]) }
    let among = make.text(
      " Percentiles place it among \(first.statements) other statements of its side.",
      "百分位表示其在同方其他\(first.statements)篇声明中的位置。")
    return Prose(parts: [.text(base + among)])
  }

  private var standing: [ReportBlock] {
    guard !report.standing.isEmpty else { return [] }
    let side = report.scores.statements.first?.counts.side ?? .us
    let rows = report.standing.map { item -> DotPlot.Row in
      let percentile = Decimal.text(item.percentile, digits: 0)
      let name = make.wording.fullFigure(item.figure.key)
      return .init(
        name: name,
        dots: [
          .init(
            series: make.wording.side(side), tone: make.tone(side),
            estimate: Estimate(item.percentile, lower: item.interval?.lower, upper: item.interval?.upper),
            label: percentile,
            mark: Mark(
              "\(name): \(make.wording.value(item.figure)), \(make.text("percentile", "百分位")) \(percentile)",
              link: item.figure.rate.numerator > 0
                ? report.evidence.link(side, EvidenceCode(figure: item.figure.key)) : nil))
        ])
    }
    let far = report.standing.max { abs($0.percentile - 50) < abs($1.percentile - 50) }
    let title = far.map { item in
      make.text(
        "Most unusual for its side: \(make.wording.fullFigure(item.figure.key)), at percentile \(Decimal.text(item.percentile, digits: 0))",
        "与同方声明相比最不寻常者：\(make.wording.fullFigure(item.figure.key))，第\(Decimal.text(item.percentile, digits: 0))百分位")
    }
    return [
      .chart(
        DotPlot(
          heading: make.heading(
            "c-standing", title ?? "",
            make.text(
              "The share of other statements of the side that score lower, with 95% intervals over these statements.",
              "同方其他声明中得分较低者的比例，附按篇计算的95%区间。")), rows: rows, reference: 50,
          columns: [
            make.text("figure", "指标"), make.text("side", "一方"), make.text("percentile", "百分位"),
            make.text("lower", "下限"), make.text("upper", "上限"),
          ])), .table(table),
    ]
  }

  private var table: LinkedTable {
    LinkedTable(
      caption: make.text("The statement among others of its side", "该声明与同方其他声明"),
      columns: [
        make.text("figure", "指标"), make.text("unit", "单位"), make.text("this statement", "本篇"),
        make.text("the others", "其他声明"), make.text("percentile", "百分位"), make.text("95% interval", "95%区间"),
      ],
      rows: report.standing.map { item in
        [
          .init(.text(make.wording.fullFigure(item.figure.key))), .init(.text(make.wording.unit(item.figure.unit))),
          .init(.optional(item.figure.rate.value, digits: 2)), .init(.optional(item.reference.rate.value, digits: 2)),
          .init(.number(item.percentile, digits: 0)), .init(.interval(item.interval)),
        ]
      })
  }

  /// A stroke for each coded sentence, in a strip for each construct.
  private func strip(_ reading: Reading) -> DispersionStrip {
    let tones: [Construct: Tone] = [
      .decoupling: .first, .threat: .second, .blame: .sixth, .rationale: .third, .recognition: .seventh,
    ]
    let strips = Construct.allCases.map { construct -> DispersionStrip.Strip in
      let found = reading.sentences.flatMap { sentence in
        CodeLines(wording: make.wording).lines(sentence).filter { $0.construct == construct }.prefix(1).map { line in
          DispersionStrip.Occurrence(
            place: sentence.sentence + 1,
            mark: Mark("\(sentence.sentence + 1): \(line.text)", link: "#d\(reading.number)-\(sentence.sentence)"))
        }
      }
      return .init(name: make.wording.construct(construct), tone: tones[construct] ?? .other, occurrences: found)
    }
    let counts = strips.map { "\($0.name) \($0.occurrences.count)" }.joined(separator: make.text(", ", "，"))
    return DispersionStrip(
      heading: make.heading(
        "c-strip", make.text("Where in the statement: \(counts)", "在文中的位置：\(counts)"),
        make.text("A stroke for each sentence that carries a code, in any voice.", "每一笔为一个带编码的句子（不限话语归属）。")),
      axis: .places(count: reading.sentences.count + 1, name: make.text("sentence", "句")), strips: strips,
      columns: [make.text("code", "编码"), make.text("sentence", "句"), make.text("strength", "强度")])
  }
}
