internal import DiscourseModel
internal import Statistics

/// The main findings: the largest differences and changes that survive the correction for many tests.
struct FindingsSection {
  let make: SectionMaker

  static let limit = 7

  private var report: FramingReport { make.report }
  private var wording: Wording { make.wording }

  var section: ReportSection {
    let all = chosen
    let lead: Prose = Prose(parts: [
      .text(
        all.isEmpty
          ? make.text(
            "No difference between the sides and no change over time survives the correction for many tests in these statements.",
            "在所给声明中，双方的任何差异与任何变化，经多重检验校正后均未超出偶然。")
          : make.text(
            "The largest differences and changes that survive the correction for many tests; the tests take statements, not sentences, as their unit.",
            "经多重检验校正后仍超出偶然的最大差异与变化；检验以篇而非句为单位。"))
    ])
    return ReportSection(
      id: "findings", title: make.text("Main findings", "主要发现"), lead: [lead],
      blocks: all.isEmpty ? [] : [.list(all)])
  }

  /// Differences first, then changes; where there are few of one kind there is room for more of the other.
  private var chosen: [Prose] {
    let (differences, changes) = (differences, shifts + changes)
    let few = max(4, Self.limit - changes.count)
    let first = Array(differences.prefix(few))
    return first + changes.prefix(Self.limit - first.count)
  }

  // MARK: Differences

  /// The differences of the sides that are clear, those first that are largest for their uncertainty, two at most of each
  /// construct.
  private var differences: [Prose] {
    let clear = (report.comparison?.contrasts.first?.differences ?? []).filter {
      FramingReport.isClear($0.adjustedP) && $0.key != "decoupling.mentions"
    }
    let sorted = clear.sorted { Self.size($0.outcome) > Self.size($1.outcome) }
    var seen: [Substring: Int] = [:]
    return sorted.filter { difference in
      let construct = difference.key.prefix { $0 != "." }
      seen[construct, default: 0] += 1
      return seen[construct, default: 0] <= 2
    }.map(sentence)
  }

  /// A difference in units of its own uncertainty.
  private static func size(_ outcome: GroupContrast.Outcome) -> Double {
    guard let interval = outcome.interval, interval.upper > interval.lower else { return 0 }
    return abs(outcome.difference) / (interval.upper - interval.lower)
  }

  private func sentence(_ difference: FigureDifference) -> Prose {
    let isUS = difference.outcome.difference > 0
    let (high, low): (Side, Side) = isUS ? (.us, .prc) : (.prc, .us)
    let values = [high, low].map { wording.value(report.figure(difference.key, $0)) }
    let name = wording.fullFigure(difference.key)
    let link = "#" + difference.key.prefix { $0 != "." }
    let (unit, sure) = (make.unitInText(difference.unit), sureness(difference))
    return make.language == .en
      ? "\(link: name, to: link): \(wording.inText(high)) \(values[0]), \(wording.inText(low)) \(values[1])\(unit) (\(sure))."
      : "\(link: name, to: link)：\(wording.inText(high))\(values[0])，\(wording.inText(low))\(values[1])\(unit)（\(sure)）。"
  }

  /// By how much the higher side is higher, and the corrected p.
  private func sureness(_ difference: FigureDifference) -> String {
    let p = make.p(difference.adjustedP)
    guard let interval = difference.outcome.interval else { return p }
    let ends = [interval.lower, interval.upper].map { difference.outcome.difference < 0 ? -$0 : $0 }.sorted()
      .map { Decimal.text($0, digits: 1) }
    return make.text(
      "higher by \(ends[0]) to \(ends[1]), 95% interval; \(p)", "高出\(ends[0])至\(ends[1])，95%区间；\(p)")
  }

  // MARK: Changes

  /// The clear changes over time, the largest first.
  private var changes: [Prose] {
    let all = (report.trend?.series ?? []).flatMap { series in
      series.changes.filter { FramingReport.isClear($0.adjustedP) }.map { (series, $0) }
    }
    func size(_ change: RateChange) -> Double {
      let (before, after) = (change.before.value ?? 0, change.after.value ?? 0)
      return abs(after - before) / max(1e-9, after + before)
    }
    // The index moves with the share of sentences that assert a threat; one of the two is enough.
    let told = Set(all.filter { $0.0.key == "threat.prevalence" }.map(\.0.group))
    let distinct = all.filter { $0.0.key != "threat.index" || !told.contains($0.0.group) }
    return distinct.sorted { size($0.1) > size($1.1) }.compactMap { series, change in
      guard let side = Side(rawValue: series.group), let before = change.before.value, let after = change.after.value
      else { return nil }
      let link = "#" + series.key.prefix { $0 != "." }
      let figure = { Figure(key: series.key, rate: $0, unit: series.unit) }
      let (from, to) = (wording.value(figure(change.before)), wording.value(figure(change.after)))
      let name = wording.fullFigure(series.key)
      let p = make.p(change.adjustedP)
      return make.language == .en
        ? "\(link: name, to: link): \(wording.inText(side)) \(after > before ? "up" : "down") from \(from) to \(to) as of \(change.period.description) (\(p))."
        : "\(link: name, to: link)：\(wording.inText(side))自\(change.period.description)起由\(from)\(after > before ? "升" : "降")至\(to)（\(p)）。"
    }
  }

  /// Where the grounds of a side shift.
  private var shifts: [Prose] {
    (report.trend?.compositions ?? []).filter { $0.kind == .rationale && FramingReport.isClear($0.adjustedP) }
      .compactMap { composition in
        guard let side = Side(rawValue: composition.group) else { return nil }
        let moved = composition.categories.filter { $0.course != nil }
          .sorted { ($0.course?.slope ?? 0) > ($1.course?.slope ?? 0) }
        guard let up = moved.first, let down = moved.last else { return nil }
        let name = make.text("Rationale", "理据")
        let p = make.p(composition.adjustedP)
        let (more, less) = (wording.part(up.name), wording.part(down.name))
        return make.language == .en
          ? "\(link: name, to: "#rationale"): the grounds of \(wording.inText(side)) shift over time, towards \(more) and away from \(less) (\(p))."
          : "\(link: name, to: "#rationale")：\(wording.inText(side))的理据随时间推移，趋向\(more)而减少\(less)（\(p)）。"
      }
  }
}
