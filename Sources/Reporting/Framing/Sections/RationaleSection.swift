internal import Charts
internal import DiscourseModel
internal import Statistics

/// The grounds that each side gives, and how they shift.
struct RationaleSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private var keys: [String] { Rationale.allCases.map { "rationale.\($0.rawValue)" } }

  var section: ReportSection {
    ReportSection(
      id: "rationale", title: make.text("Rationale", "理据"), lead: [mostGiven, shiftSentence],
      blocks: [.chart(make.dots(heading, keys, name: name))] + make.sides.compactMap(composition) + [make.table(keys)]
        + make.strongest(.construct(.rationale), limit: 2))
  }

  private func name(_ key: String) -> String {
    make.wording.part(key.split(separator: ".").last.map(String.init) ?? key)
  }

  private func ranked(_ side: Side) -> [Figure] {
    keys.compactMap { report.figure($0, side) }.filter { $0.rate.numerator > 0 }
      .sorted { $0.rate.numerator > $1.rate.numerator }
  }

  private var mostGiven: Prose {
    let parts = make.sides.compactMap { side -> Prose? in
      guard let most = ranked(side).first else { return nil }
      let rest = ranked(side).dropFirst().prefix(2).map { make.wording.bracketed(name($0.key), make.wording.value($0)) }
      let link = report.evidence.link(side, EvidenceCode(figure: most.key))
      let value = make.wording.value(most)
      let tail =
        rest.isEmpty
        ? "" : make.text(", followed by \(make.wording.listing(rest))", "，其次为\(make.wording.listing(rest))")
      return make.language == .en
        ? "\(make.wording.atStart(side)) grounds its position most in \(name(most.key)): \(link: value, to: link) of the grounds it gives\(make.wording.sureness(most))\(tail)."
        : "\(make.wording.atStart(side))最常诉诸\(name(most.key))：占其理据的\(link: value, to: link)\(make.wording.sureness(most))\(tail)。"
    }
    return Prose.joined(parts)
  }

  private var heading: ChartHeading {
    let parts = make.sides.compactMap { side in
      ranked(side).first.map {
        make.wording.inText(side) + make.text(" ", "") + make.wording.bracketed(name($0.key), make.wording.value($0))
      }
    }
    return make.heading(
      "c-grounds", make.text("Most given ground: ", "最常见的理据：") + parts.joined(separator: make.text("; ", "；")),
      make.text("Shares of all grounds that a side gives, with 95% intervals.", "各理据在该方全部理据中的比例及95%区间。"))
  }

  /// The shares of grounds over time on one side.
  private func composition(_ side: Side) -> ReportBlock? {
    guard let timeline = report.timeline, let course = shift(side) else { return nil }
    let shown = course.categories.indices.filter { course.categories[$0].counts.contains { $0 > 0 } }
    let held = timeline.names.indices.filter { period in shown.contains { course.categories[$0].counts[period] > 0 } }
    guard held.count > 1 else { return nil }
    let periods = timeline.names.indices.map { period -> CompositionChart.Period in
      let name = timeline.names[period]
      guard held.contains(period) else { return .init(name: name, amounts: [], marks: []) }
      return .init(
        name: name, amounts: shown.map { Double(course.categories[$0].counts[period]) },
        marks: shown.map { category in
          let ground = course.categories[category]
          let share = make.wording.percent(course.share(category, period).map { 100 * $0 })
          return Mark(
            "\(name), \(make.wording.part(ground.name)): \(share) (\(ground.counts[period]))",
            link: report.evidence.link(side, EvidenceCode(figure: "rationale.\(ground.name)"), period: name))
        })
    }
    return .chart(
      CompositionChart(
        heading: make.heading(
          "c-shift-\(side.rawValue.lowercased())", shiftTitle(side, course),
          make.text(
            "Shares of the grounds that \(make.wording.inText(side)) gives, by period; n is the number of grounds, periods without one are left empty.",
            "\(make.wording.inText(side))各时期理据的构成；n为理据数，无理据的时期留空。")),
        parts: shown.map { place in
          let name = course.categories[place].name
          return .init(name: make.wording.part(name), tone: tone("rationale.\(name)"))
        }, periods: periods,
        columns: [
          make.text("period", "时期"), make.text("ground", "理据"), make.text("count", "计数"),
          make.text("share in %", "占比 %"),
        ]))
  }

  /// How the grounds of a side are composed over time.
  private func shift(_ side: Side) -> CompositionSeries? {
    report.trend?.compositions.first { $0.kind == .rationale && $0.group == side.rawValue }
  }

  /// What the test over statements says of the shift of grounds, and of the move from fair trade to security.
  private var shiftSentence: Prose {
    let parts = make.sides.compactMap { side -> Prose? in
      let all = (report.trend?.compositions ?? []).filter { $0.group == side.rawValue }
      guard let course = all.first(where: { $0.kind == .rationale }), course.p != nil else { return nil }
      let name = make.wording.atStart(side)
      let isClear = FramingReport.isClear(course.adjustedP)
      let trade = all.first { $0.kind == .tradeToSecurity }
      let security = trade.map { FramingReport.isClear($0.adjustedP) } ?? false
      let tail =
        security
        ? make.text(" Between fair trade and security alone the shift is clear too.", "仅就公平贸易与安全而言，转移亦明确。") : ""
      return Prose(parts: [
        .text(
          make.text(
            "\(name)'s grounds \(isClear ? "shift over time" : "show no clear shift over time") (\(make.p(course.adjustedP))).\(tail)",
            "\(name)的理据\(isClear ? "随时间有明确转移" : "随时间无明确转移")（\(make.p(course.adjustedP))）。\(tail)"))
      ])
    }
    return Prose.joined(parts)
  }

  /// A ground has the same tone in every chart; those that are often beside each other are far apart in hue.
  private func tone(_ key: String) -> Tone {
    let tones: [Tone] = [.first, .second, .third, .fourth, .eighth, .sixth, .seventh, .ninth, .fifth]
    return tones[(keys.firstIndex(of: key) ?? 0) % tones.count]
  }

  /// The ground that gained most and the one that lost most, where the shift is clear; else that it is not.
  private func shiftTitle(_ side: Side, _ course: CompositionSeries) -> String {
    let name = make.wording.inText(side)
    let moved = course.categories.filter { $0.course != nil }.sorted {
      ($0.course?.slope ?? 0) > ($1.course?.slope ?? 0)
    }
    guard FramingReport.isClear(course.adjustedP), let up = moved.first, let down = moved.last else {
      return make.text("Grounds of \(name) over time: no clear shift", "\(name)理据随时间的构成：无明确转移")
    }
    func rate(_ category: CompositionSeries.Category) -> String {
      let slope = 100 * (category.course?.slope ?? 0)
      return "\(make.wording.part(category.name)) \(slope > 0 ? "+" : "−")\(Decimal.text(abs(slope), digits: 1))"
    }
    return make.text(
      "Grounds of \(name) shift: \(rate(up)), \(rate(down)) points a year",
      "\(name)的理据发生转移：\(rate(up))、\(rate(down))个百分点/年")
  }
}
