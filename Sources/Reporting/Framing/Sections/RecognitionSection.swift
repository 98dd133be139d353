internal import Charts
internal import DiscourseModel
internal import Statistics

/// What each side grants the other.
struct RecognitionSection {
  let make: SectionMaker

  var section: ReportSection {
    let verb = ("grants the other side something", "对对方有所承认")
    return ReportSection(
      id: "recognition", title: make.text("Recognition", "承认对方"), lead: [make.shares("recognition.rate", verb)],
      blocks: [make.timeSeries("c-recognition", "recognition.rate", verb)].compactMap { $0 } + [
        make.table(["recognition.rate"])
      ] + make.strongest(.construct(.recognition)))
  }
}

/// Where the two sides mirror each other, and where they talk past each other.
struct MirrorSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }

  /// Nil where only one side speaks.
  var section: ReportSection? {
    guard make.sides.count == 2 else { return nil }
    return ReportSection(
      id: "mirror", title: make.text("Mirror images", "镜像与错位"),
      lead: [sentence(threats, threatWords), sentence(blames, blameWords)],
      blocks: [.chart(chart)])
  }

  private var threatWords: (String, String) { ("names the other side as a threat to itself", "称对方威胁己方") }
  private var blameWords: (String, String) { ("blames the other side", "归责于对方") }

  private var threats: [(Side, Figure, EvidenceCode)] {
    make.sides.compactMap { side in
      let pair = ActorPair(side.opposite.actor, side.actor)
      return directed(side, "mirror.threat") { $0.threatPairs[pair] ?? 0 }.map { (side, $0, .threat(pair)) }
    }
  }

  private var blames: [(Side, Figure, EvidenceCode)] {
    make.sides.compactMap { side in
      let pair = ActorPair(side.actor, side.opposite.actor)
      return directed(side, "mirror.blame") { $0.blamePairs[pair] ?? 0 }.map { (side, $0, .blame(pair)) }
    }
  }

  private func directed(_ side: Side, _ key: String, _ count: (StatementCounts) -> Int) -> Figure? {
    guard let group = report.groups.first(where: { $0.side == side }) else { return nil }
    return Figure(
      key, .perHundredSentences, of: group.statements, report.scores.bootstrap, count, over: { $0.sentences })
  }

  private func sentence(_ both: [(Side, Figure, EvidenceCode)], _ verb: (String, String)) -> Prose {
    let parts = both.map { side, figure, code -> Prose in
      let value = Decimal.text(figure.rate.value ?? 0, digits: 2)
      let link = figure.rate.numerator > 0 ? report.evidence.link(side, code) : nil
      return make.language == .en
        ? "\(make.wording.atStart(side)) \(verb.0) \(link: value, to: link) times in 100 sentences\(make.wording.sureness(figure))."
        : "\(make.wording.atStart(side))每百句\(verb.1)\(link: value, to: link)次\(make.wording.sureness(figure))。"
    }
    let apart = both.count == 2 && SectionMaker.areApart(both[0].1, both[1].1)
    let verdict = make.text(
      apart
        ? "The intervals leave each other clear: this is no mirror image."
        : "The intervals overlap: on this the sides may mirror each other.",
      apart ? "两区间不重叠：并非镜像。" : "两区间重叠：在此双方可能互为镜像。")
    return Prose.joined(parts + [Prose(parts: [.text(verdict)])])
  }

  private var chart: DotPlot {
    func row(_ name: String, _ both: [(Side, Figure, EvidenceCode)]) -> DotPlot.Row {
      .init(
        name: name,
        dots: both.map { side, figure, code in
          var dot = make.dot(figure, side: side, link: report.evidence.link(side, code), name: name)
          dot.label = Decimal.text(figure.rate.value ?? 0, digits: 2)
          return dot
        })
    }
    let title = [threats, blames].map { both in
      both.map { make.wording.inText($0.0) + " " + Decimal.text($0.1.rate.value ?? 0, digits: 1) }.joined(
        separator: make.text(", ", "，"))
    }
    return DotPlot(
      heading: make.heading(
        "c-mirror",
        make.text(
          "Each side on the other, per 100 sentences: threat \(title[0]); blame \(title[1])",
          "双方互指（每百句）：威胁 \(title[0])；归责 \(title[1])"),
        make.text(
          "How often each side names the other as a threat to itself, and blames the other, per 100 sentences, with 95% intervals.",
          "双方每百句称对方威胁己方及归责于对方的次数，附95%区间。")),
      rows: [row(make.text("threat to itself", "威胁己方"), threats), row(make.text("blame", "归责"), blames)],
      columns: [
        make.text("what", "内容"), make.text("side", "一方"), make.text("per 100 sentences", "每百句"),
        make.text("lower", "下限"), make.text("upper", "上限"),
      ])
  }
}
