internal import Charts
internal import DiscourseModel
internal import Statistics

/// Blame: who blames whom, how, how far outward, and what is turned away.
struct BlameSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private let verb = ("puts blame on someone", "归责")

  var section: ReportSection {
    ReportSection(
      id: "blame", title: make.text("Blame", "归责"),
      lead: [make.shares("blame.prevalence", verb), directionSentence],
      blocks: [make.timeSeries("c-blame", "blame.prevalence")].compactMap { $0 } + make.sides.compactMap(matrix)
        + [.chart(types), make.table(["blame.prevalence", "blame.outward", "blame.self", "blame.rejections"])]
        + make.strongest(.construct(.blame)))
  }

  private var directionSentence: Prose {
    let parts = make.sides.compactMap { side -> Prose? in
      guard let outward = report.figure("blame.outward", side), let inward = report.figure("blame.self", side),
        let rejections = report.figure("blame.rejections", side), outward.rate.value != nil
      else { return nil }
      let (others, own) = (make.wording.value(outward), "\(Int(inward.rate.numerator))")
      let rejected = "\(Int(rejections.rate.numerator))"
      let link = (
        report.evidence.link(side, .outward), report.evidence.link(side, .inward),
        report.evidence.link(side, .blameType(.reject))
      )
      return make.language == .en
        ? "Of the blame in the sentences of \(make.wording.inText(side)), \(link: others, to: link.0) is put on others\(make.wording.sureness(outward)); \(link: own, to: link.1) entries concern its own side, and \(link: rejected, to: link.2) turn blame away."
        : "\(make.wording.atStart(side))的归责中\(link: others, to: link.0)指向他方\(make.wording.sureness(outward))；\(link: own, to: link.1)条涉及自身，\(link: rejected, to: link.2)条驳斥指责。"
    }
    return Prose.joined(parts)
  }

  private func matrix(_ side: Side) -> ReportBlock? {
    guard let group = report.groups.first(where: { $0.side == side }), let most = group.blames.first else { return nil }
    let total = group.blames.reduce(0) { $0 + $1.count }
    let title = make.text(
      "In the words of \(make.wording.inText(side)), blame runs most from \(make.wording.inText(most.pair.from)) to \(make.wording.inText(most.pair.to)): \(most.count) of \(total) entries",
      "\(make.wording.atStart(side))话语中的归责最多由\(make.wording.inText(most.pair.from))指向\(make.wording.inText(most.pair.to))：\(total)条中\(most.count)条"
    )
    let heading = make.heading(
      "c-blame-\(side.rawValue.lowercased())", title,
      make.text(
        "Entries of blame (accusation, responsibility, demand) in sentences of \(make.wording.inText(side)), by who blames and who is blamed.",
        "\(make.wording.inText(side))句子中的归责条目（指控、归咎、要求改正），按归责者与对象。"))
    return .chart(
      ActorMatrix(make: make, side: side, pairs: group.blames, code: EvidenceCode.blame).chart(
        heading, axes: (make.text("by", "归责者"), make.text("target", "对象"))))
  }

  /// Entries by type, as shares of all entries of a side.
  private var types: DotPlot {
    func figure(_ type: BlameType, _ side: Side) -> Figure? {
      guard let group = report.groups.first(where: { $0.side == side }) else { return nil }
      let figure = Figure(
        "blame.type", .percentOfBlame, of: group.statements, report.scores.bootstrap, { $0.blameTypes[type] ?? 0 },
        over: { $0.blameTypes.values.reduce(0, +) })
      return figure.rate.value == nil ? nil : figure
    }
    let rows = BlameType.allCases.compactMap { type -> DotPlot.Row? in
      let name = make.wording.blameType(type)
      let dots = make.sides.compactMap { side in
        figure(type, side).map {
          make.dot($0, side: side, link: report.evidence.link(side, .blameType(type)), name: name)
        }
      }
      let isEmpty = make.sides.allSatisfy { report.evidence.total($0, .blameType(type)) == 0 }
      return isEmpty ? nil : DotPlot.Row(name: name, dots: dots)
    }
    let parts = make.sides.compactMap { side -> String? in
      let most = BlameType.allCases.compactMap { type in figure(type, side).map { (type, $0) } }
        .max { $0.1.rate.numerator < $1.1.rate.numerator }
      return most.map {
        make.wording.inText(side) + make.text(" ", "")
          + make.wording.bracketed(make.wording.blameType($0.0), make.wording.value($0.1))
      }
    }
    return DotPlot(
      heading: make.heading(
        "c-blame-type", make.text("Blame comes most as: ", "归责的主要方式：") + parts.joined(separator: make.text("; ", "；")),
        make.text("Shares of all entries of blame by type, with 95% intervals.", "各类归责条目所占比例及95%区间。")),
      rows: rows, suffix: "%",
      columns: [
        make.text("type", "类型"), make.text("side", "一方"), make.text("value", "数值"), make.text("lower", "下限"),
        make.text("upper", "上限"),
      ])
  }
}
