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
      id: "rationale", title: make.text("Rationale", "理据"), lead: [mostGiven],
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
    guard let timeline = report.timeline else { return nil }
    let courses = keys.compactMap { key in report.trajectories.first { $0.key == key && $0.side == side } }
      .filter { course in course.figures.contains { ($0?.rate.numerator ?? 0) > 0 } }
    let held = timeline.names.indices.filter { index in courses.contains { $0.figures[index] != nil } }
    guard held.count > 1, let first = held.first, let last = held.last else { return nil }
    let periods = timeline.names.indices.map { index -> CompositionChart.Period in
      let figures = courses.map { $0.figures[index] }
      guard figures.contains(where: { $0 != nil }) else {
        return .init(name: timeline.names[index], amounts: [], marks: [])
      }
      return .init(
        name: timeline.names[index], amounts: figures.map { $0?.rate.numerator ?? 0 },
        marks: zip(courses, figures).map { course, figure in
          Mark(
            "\(timeline.names[index]), \(name(course.key)): \(make.wording.value(figure))",
            link: report.evidence.link(side, EvidenceCode(figure: course.key), period: timeline.names[index]))
        })
    }
    return .chart(
      CompositionChart(
        heading: make.heading(
          "c-shift-\(side.rawValue.lowercased())", shiftTitle(side, courses, timeline, first, last),
          make.text(
            "Shares of the grounds that \(make.wording.inText(side)) gives, by period; periods without a ground are left empty.",
            "\(make.wording.inText(side))各时期理据的构成；无理据的时期留空。")),
        parts: courses.map { .init(name: name($0.key), tone: tone($0.key)) }, periods: periods,
        columns: [
          make.text("period", "时期"), make.text("ground", "理据"), make.text("count", "计数"),
          make.text("share in %", "占比 %"),
        ]))
  }

  /// A ground has the same tone in every chart; those that are often beside each other are far apart in hue.
  private func tone(_ key: String) -> Tone {
    let tones: [Tone] = [.first, .second, .third, .fourth, .eighth, .sixth, .seventh, .ninth, .fifth]
    return tones[(keys.firstIndex(of: key) ?? 0) % tones.count]
  }

  /// The ground that gained most between the first half of the periods and the second, and the one that lost most.
  private func shiftTitle(
    _ side: Side, _ courses: [Trajectory], _ timeline: Timeline, _ first: Int, _ last: Int
  ) -> String {
    let middle = (first + last + 1) / 2
    func share(_ course: Trajectory, _ range: Range<Int>) -> Double {
      let figures = range.compactMap { course.figures[$0] }
      let whole = figures.reduce(0) { $0 + $1.rate.denominator }
      return whole > 0 ? 100 * figures.reduce(0) { $0 + $1.rate.numerator } / whole : 0
    }
    let moves = courses.map { course in
      (name(course.key), share(course, first..<middle), share(course, middle..<last + 1))
    }
    guard let up = moves.max(by: { $0.2 - $0.1 < $1.2 - $1.1 }), let down = moves.min(by: { $0.2 - $0.1 < $1.2 - $1.1 })
    else { return "" }
    let (before, after) = (
      make.wording.periods(Array(timeline.names[first..<middle])),
      make.wording.periods(Array(timeline.names[middle...last]))
    )
    func range(_ move: (String, Double, Double)) -> String {
      "\(move.0) " + make.wording.percent(move.1) + " → " + make.wording.percent(move.2)
    }
    return make.text(
      "Grounds of \(make.wording.inText(side)), \(before) to \(after): \(range(up)), \(range(down))",
      "\(make.wording.inText(side))理据，\(before)至\(after)：\(range(up))，\(range(down))")
  }
}
