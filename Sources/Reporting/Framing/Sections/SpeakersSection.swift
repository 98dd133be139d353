internal import Charts
internal import DiscourseModel

/// Who speaks: sides, institutions, dates, languages, coverage and gaps.
struct SpeakersSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }
  private var statements: [StatementSummary] { report.scores.statements }

  var section: ReportSection {
    ReportSection(
      id: "speakers", title: make.text("Who speaks", "谁在说话"), lead: [counts, coverage],
      blocks: [strip, institutions].compactMap { $0 })
  }

  private var counts: Prose {
    let parts = make.sides.map { side -> Prose in
      let own = statements.filter { $0.counts.side == side }
      let all = own.reduce(0) { $0 + $1.counts.allSentences }
      let counted = own.reduce(0) { $0 + $1.counts.sentences }
      let inferred = own.filter(\.metadata.sideIsInferred).count
      let languages = Language.allCases.compactMap { language -> String? in
        let count = own.filter { $0.metadata.language == language }.count
        guard count > 0 else { return nil }
        return language == .en
          ? make.text("\(count) in English", "英文\(count)篇") : make.text("\(count) in Chinese", "中文\(count)篇")
      }
      let known = inferred > 0 ? make.text("; the side of \(inferred) is inferred", "；其中\(inferred)篇立场系推断") : ""
      return make.language == .en
        ? "\(make.wording.atStart(side)): \(own.count) statements (\(languages.joined(separator: ", "))) with \(all) sentences, \(counted) of them in its own voice and counted here\(known)."
        : "\(make.wording.atStart(side))：\(own.count)篇（\(languages.joined(separator: "，"))），\(all)句，其中本方话语\(counted)句计入\(known)。"
    }
    return Prose.joined(parts)
  }

  /// Dates, and the periods without statements: missing is not zero.
  private var coverage: Prose {
    let undated = statements.filter { $0.metadata.date == nil }.count
    let missing =
      undated > 0
      ? make.text(" \(undated) statements have no date and stand in no chart over time.", "\(undated)篇无日期，不计入时间图。") : ""
    guard let timeline = report.timeline else { return Prose(parts: [.text(missing)]) }
    let gaps = make.sides.map { side -> String in
      let held = Set(
        statements.filter { $0.counts.side == side }.compactMap { $0.metadata.date.flatMap(timeline.name) })
      let empty = timeline.names.filter { !held.contains($0) }
      guard !empty.isEmpty else {
        return make.text("\(make.wording.inText(side)) in every period", "\(make.wording.inText(side))各时期均有声明")
      }
      let shown =
        empty.prefix(6).joined(separator: make.text(", ", "、"))
        + (empty.count > 6 ? make.text(" and \(empty.count - 6) more", "等") : "")
      return make.text(
        "\(make.wording.inText(side)) not in \(empty.count) of \(timeline.names.count) periods (\(shown))",
        "\(make.wording.inText(side))在\(timeline.names.count)个时期中缺\(empty.count)个（\(shown)）")
    }
    let span = make.wording.periods(timeline.names)
    return make.language == .en
      ? "The statements span \(span); \(gaps.joined(separator: ", ")). A period without statements is missing, not zero.\(missing)"
      : "声明时间跨度为\(span)；\(gaps.joined(separator: "，"))。无声明的时期按缺失处理，不作零。\(missing)"
  }

  /// A stroke for each statement on its day, as high as it is long.
  private var strip: ReportBlock? {
    let dated = statements.enumerated().compactMap { number, statement -> (Int, Day, StatementSummary)? in
      guard let date = statement.metadata.date else { return nil }
      return (number, Day(year: date.year, month: date.month ?? 7, day: date.day ?? 1), statement)
    }
    guard let first = dated.map(\.1).min(), let last = dated.map(\.1).max() else { return nil }
    let longest = Double(dated.map(\.2.counts.sentences).max() ?? 1)
    let read = Set(report.readings.map(\.number))
    // Strokes beyond what the eye can part only make the page heavy.
    let isCrowded = dated.count > 600
    let strips = make.sides.map { side -> DispersionStrip.Strip in
      var seen: Set<Int> = []
      let own = dated.filter { $0.2.counts.side == side && (!isCrowded || seen.insert($0.1.number).inserted) }
      return .init(
        name: make.wording.side(side), tone: make.tone(side),
        occurrences: own.map { number, day, statement in
          let name = statement.metadata.title ?? statement.metadata.id
          return .init(
            place: day.number, strength: (Double(statement.counts.sentences) / max(1, longest)).squareRoot(),
            mark: Mark(
              "\(statement.metadata.date?.description ?? "") \(name)",
              link: !isCrowded && read.contains(number) ? "#d\(number)" : nil))
        })
    }
    let counts = strips.map { "\($0.name) \($0.occurrences.count)" }.joined(separator: make.text(", ", "，"))
    return .chart(
      DispersionStrip(
        heading: make.heading(
          "c-speakers", make.text("When each side speaks (\(counts))", "各方发声时间（\(counts)）"),
          make.text(
            "A stroke for each dated statement, higher where it has more sentences.",
            "每一笔为一篇有日期的声明，句数越多笔画越高。")), axis: .days(first, last), strips: strips,
        columns: [make.text("side", "一方"), make.text("day", "日期"), make.text("relative length", "相对长度")]))
  }

  private var institutions: ReportBlock {
    struct Speaker: Hashable {
      var side: Side
      var name: String
    }
    var held: [Speaker: [StatementSummary]] = [:]
    for statement in statements {
      let name = statement.metadata.institution ?? make.text("not named", "未注明")
      held[Speaker(side: statement.counts.side, name: name), default: []].append(statement)
    }
    let order = held.keys.sorted {
      ($0.side == .us ? 0 : 1, -(held[$0]?.count ?? 0), $0.name) < (
        $1.side == .us ? 0 : 1, -(held[$1]?.count ?? 0), $1.name
      )
    }
    let rows = order.prefix(24).map { speaker -> [LinkedTable.Cell] in
      let own = held[speaker] ?? []
      let dates = own.compactMap(\.metadata.date)
      let span =
        dates.min().flatMap { first in dates.max().map { first == $0 ? "\(first)" : "\(first) – \($0)" } } ?? "–"
      return [
        .init(.text(speaker.name)), .init(.text(make.wording.side(speaker.side))), .init(.integer(own.count)),
        .init(.integer(own.reduce(0) { $0 + $1.counts.sentences })),
        .init(.integer(own.reduce(0) { $0 + $1.counts.words })),
        .init(.text(span)),
      ]
    }
    let more =
      order.count > 24
      ? make.text(" (the 24 with the most statements of \(order.count))", "（共\(order.count)个，列出篇数最多的24个）") : ""
    return .table(
      LinkedTable(
        caption: make.text("Institutions", "机构") + more,
        columns: [
          make.text("institution", "机构"), make.text("side", "一方"), make.text("statements", "篇数"),
          make.text("sentences counted", "计入句数"), make.text("words", "词数"), make.text("dates", "日期"),
        ], rows: rows))
  }
}
