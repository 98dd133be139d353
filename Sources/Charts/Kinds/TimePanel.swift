/// The plot of a chart over time: axes, bands, lines, points, gaps and marked days.
struct TimePanel {
  var series: [Series]
  var notes: [TimeNote]
  var suffix: String
  var top: Double
  var plotHeight: Double
  var left = 0.0
  var width: Double
  var right: Double
  var greatest: Double
  var least: Double
  var span: (Day, Day)

  private static let laneHeight = 15.0
  private static let lanes = 4

  /// Draws the panel.
  ///
  /// - Returns: its lower end.
  func draw(on canvas: inout Canvas, labelled: Bool) -> Double {
    let headroom = notes.isEmpty ? 8 : Double(min(Self.lanes, notes.count)) * Self.laneHeight + 6
    let (upper, lower) = (top + headroom, top + headroom + plotHeight)
    let values = LinearScale(least, max(greatest, least + 1e-6), from: lower, to: upper).nice(5)
    let ticks = Ticks.vertical(values, suffix: suffix)
    let margin = left + (ticks.map { TextMetrics.width($0.label, size: Canvas.fontSize) }.max() ?? 0) + 10
    let time = TimeScale(span.0, span.1, from: margin + 6, to: width - right - 6)
    let plot = Plot(time: time, values: values, left: margin, right: width - right, upper: upper, lower: lower)
    for tick in ticks {
      canvas.line(plot.left, tick.position, plot.right, tick.position, tick.position == lower ? "base" : "grid")
      canvas.text(tick.label, plot.left - 6, tick.position + 4, "muted", anchor: .end)
    }
    drawGaps(plot, on: &canvas)
    drawNotes(plot, on: &canvas)
    for series in series { plot.draw(series, on: &canvas) }
    for tick in periods(time, within: left...width) {
      canvas.line(tick.position, lower, tick.position, lower + 4, "base")
      canvas.text(tick.label, tick.centre, lower + 18, "muted", anchor: .middle)
    }
    if labelled { drawNames(plot, on: &canvas) }
    return lower + 24
  }

  /// The names of periods, every so many of them that they keep clear of each other; months and quarters thin out to
  /// those that begin a year.
  private func periods(_ time: TimeScale, within bounds: ClosedRange<Double>) -> [Tick] {
    var names: [Day: String] = [:]
    for point in series.flatMap(\.points) { names[point.day] = point.period }
    let days = names.keys.sorted()
    for step in [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, 1200] {
      let first = step == 1 ? 0 : days.firstIndex { Self.beginsYear(names[$0] ?? "") } ?? 0
      let ticks = stride(from: first, to: days.count, by: step).map { index in
        Tick(position: time.position(days[index]), label: names[days[index]] ?? "", within: bounds)
      }
      if Labels.fit(ticks) { return ticks }
    }
    return []
  }

  private static func beginsYear(_ period: String) -> Bool {
    period.hasSuffix("-01") || period.hasSuffix("Q1") || period.hasSuffix("-W01")
  }

  /// Periods in which no series has a value are shaded: missing is not zero.
  private func drawGaps(_ plot: Plot, on canvas: inout Canvas) {
    var known: [Day: Bool] = [:]
    for point in series.flatMap(\.points) {
      known[point.day, default: false] = known[point.day] ?? false || point.estimate.value != nil
    }
    let days = known.keys.sorted()
    for (index, day) in days.enumerated() where known[day] == false {
      let x = plot.time.position(day)
      let before = index > 0 ? (plot.time.position(days[index - 1]) + x) / 2 : x
      let after = index + 1 < days.count ? (plot.time.position(days[index + 1]) + x) / 2 : x
      canvas.rectangle(before, plot.upper, after - before, plot.lower - plot.upper, "gap")
    }
  }

  /// Marked days with their labels in lanes above the plot; a label that fits in no lane is left to the note.
  private func drawNotes(_ plot: Plot, on canvas: inout Canvas) {
    var ends = [Double](repeating: -.infinity, count: min(Self.lanes, max(1, notes.count)))
    for note in notes.sorted(by: { ($0.day, $0.label) < ($1.day, $1.label) })
    where note.day >= plot.time.first && note.day <= plot.time.last {
      let x = plot.time.position(note.day)
      let isBold = note.tone != nil
      let label = TextMetrics.fitted(
        note.label, size: Canvas.fontSize, to: (plot.right - plot.left) * 0.6, isBold: isBold)
      let length = TextMetrics.width(label, size: Canvas.fontSize, isBold: isBold)
      let start = max(plot.left, min(x, plot.right - length))
      let lane = ends.firstIndex { $0 + Labels.gap <= start }
      let y = plot.upper - Double(ends.count - (lane ?? ends.count)) * Self.laneHeight
      let style = note.kind == .event ? "event" : "change \(note.tone?.style ?? "")"
      canvas.mark(
        Mark("\(note.day.text): \(note.label)"),
        [
          Element(
            "path",
            [("class", style), ("d", "M\(Coordinate.text(x)) \(Coordinate.text(y))V\(Coordinate.text(plot.lower))")])
        ])
      guard let lane else { continue }
      ends[lane] = start + length
      canvas.text(label, start + (start == x ? 3 : 0), y + 9, note.tone.map { "toned \($0.style)" } ?? "muted")
    }
  }

  private func drawNames(_ plot: Plot, on canvas: inout Canvas) {
    let named = series.compactMap { series in
      series.points.last { $0.estimate.value != nil }?.estimate.value.map { (series, plot.values.position($0)) }
    }
    let places = Labels.spread(named.map(\.1), height: 14, from: plot.upper, to: plot.lower)
    for (item, y) in zip(named, places) {
      canvas.text(item.0.name, plot.right + 8, y + 4, "toned \(item.0.tone.style)")
    }
  }
}

/// Where values over time stand.
struct Plot {
  var time: TimeScale
  var values: LinearScale
  var left: Double
  var right: Double
  var upper: Double
  var lower: Double

  /// Draws a series: a band and a line for each stretch without a gap, a point for each value.
  func draw(_ series: Series, on canvas: inout Canvas) {
    for stretch in stretches(series.points) {
      let upper = stretch.compactMap { point in
        point.estimate.upper.map { (time.position(point.day), values.position($0)) }
      }
      let lower = stretch.compactMap { point in
        point.estimate.lower.map { (time.position(point.day), values.position($0)) }
      }
      if upper.count > 1 {
        canvas.path((upper + lower.reversed()).map { (x: $0.0, y: $0.1) }, "band \(series.tone.style)", closed: true)
      }
      let line = stretch.map { (x: time.position($0.day), y: values.position($0.estimate.value ?? 0)) }
      canvas.path(line, "path \(series.tone.style)" + (series.tone == .prc ? " dashed" : ""))
      for point in stretch { draw(point, series.tone, isAlone: stretch.count == 1, on: &canvas) }
    }
  }

  /// A point; one that stands alone has its interval as a whisker, since it has no band.
  private func draw(_ point: SeriesPoint, _ tone: Tone, isAlone: Bool, on canvas: inout Canvas) {
    guard let value = point.estimate.value else { return }
    let (x, y) = (time.position(point.day), values.position(value))
    var shapes: [Element] = []
    if isAlone, let lower = point.estimate.lower, let upper = point.estimate.upper {
      let (start, end) = (Coordinate.text(values.position(lower)), Coordinate.text(values.position(upper)))
      shapes.append(
        Element("path", [("class", "whisker \(tone.style)"), ("d", "M\(Coordinate.text(x)) \(start)V\(end)")]))
    }
    shapes.append(Canvas.circle(x, y, radius: 9, "target"))
    shapes.append(Canvas.circle(x, y, radius: 3, "fill \(tone.style)"))
    canvas.mark(point.mark, shapes)
  }

  private func stretches(_ points: [SeriesPoint]) -> [[SeriesPoint]] {
    points.split { $0.estimate.value == nil }.map(Array.init)
  }
}
