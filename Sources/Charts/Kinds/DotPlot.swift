/// Values with their intervals, a line for each name: what statisticians draw in place of bars.
public struct DotPlot: Chart {
  /// A value.
  public struct Dot: Sendable, Hashable {
    /// The name of the series that it belongs to.
    public var series: String
    /// Its tone.
    public var tone: Tone
    /// The value with its interval.
    public var estimate: Estimate
    /// The value as it is printed.
    public var label: String
    /// Its note and link.
    public var mark: Mark

    /// A value.
    public init(series: String, tone: Tone, estimate: Estimate, label: String, mark: Mark) {
      self.series = series
      self.tone = tone
      self.estimate = estimate
      self.label = label
      self.mark = mark
    }
  }

  /// A line.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its values, one for each series.
    public var dots: [Dot]

    /// A line.
    public init(name: String, dots: [Dot]) {
      self.name = name
      self.dots = dots
    }
  }

  public var heading: ChartHeading
  /// The lines.
  public var rows: [Row]
  /// What follows a number on the axis.
  public var suffix: String
  /// A value that is marked by a line, for example 0 of a difference.
  public var reference: Double?
  /// The columns' names of the table: row, series, value, lower, upper.
  public var columns: [String]

  /// A chart of values.
  public init(
    heading: ChartHeading, rows: [Row], suffix: String = "", reference: Double? = nil,
    columns: [String] = ["row", "series", "value", "lower", "upper"]
  ) {
    self.heading = heading
    self.rows = rows
    self.suffix = suffix
    self.reference = reference
    self.columns = columns
  }

  public var table: DataTable {
    DataTable(
      columns: columns,
      rows: rows.flatMap { row in row.dots.map { [.text(row.name), .text($0.series)] + $0.estimate.data } })
  }

  private static let lane = 16.0

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    var keys: [Key] = []
    for key in rows.flatMap(\.dots).map({ Key(name: $0.series, tone: $0.tone) }) where !keys.contains(key) {
      keys.append(key)
    }
    let top = Key.draw(keys.count > 1 ? keys : [], on: &canvas, width: width)
    let isNarrow = width < 480
    let names = rows.map {
      TextMetrics.fitted($0.name, size: Canvas.fontSize, to: isNarrow ? width : width * 0.36, isBold: true)
    }
    // On a narrow page names stand above their line rather than beside it.
    let left = isNarrow ? 6 : (names.map { TextMetrics.width($0, size: Canvas.fontSize, isBold: true) }.max() ?? 0) + 12
    let labels = rows.flatMap(\.dots).map { TextMetrics.width($0.label, size: Canvas.fontSize, isBold: true) }
    let dots = rows.flatMap(\.dots).map(\.estimate)
    let scale = LinearScale(
      min(reference ?? 0, dots.map(\.least).min() ?? 0), max(dots.map(\.greatest).max() ?? 1, 1e-6), from: left + 4,
      to: width - (labels.max() ?? 0) - 10
    ).nice(5)
    let heights = rows.map { Double(max(1, $0.dots.count)) * Self.lane + (isNarrow ? 24 : 10) }
    let bottom = top + heights.reduce(0, +)
    drawAxis(scale, top: top, bottom: bottom, width: width, on: &canvas)
    var y = top
    for (index, row) in rows.enumerated() {
      let middle = y + heights[index] / 2 + 4
      canvas.text(
        names[index], isNarrow ? 0 : left - 10, isNarrow ? y + 13 : middle, "strong", anchor: isNarrow ? .start : .end)
      draw(row.dots, y: y + (isNarrow ? 18 : 5), scale, edge: width, on: &canvas)
      y += heights[index]
    }
    return Drawing(width: width, height: bottom + 22, children: canvas.children)
  }

  private func drawAxis(_ scale: LinearScale, top: Double, bottom: Double, width: Double, on canvas: inout Canvas) {
    for tick in Ticks.horizontal(scale, suffix: suffix, within: 0...width) {
      canvas.line(tick.position, top, tick.position, bottom, "grid")
      canvas.text(tick.label, tick.centre, bottom + 16, "muted", anchor: .middle)
    }
    if let reference { canvas.line(scale.position(reference), top, scale.position(reference), bottom, "base") }
  }

  private func draw(_ dots: [Dot], y: Double, _ scale: LinearScale, edge: Double, on canvas: inout Canvas) {
    for (index, dot) in dots.enumerated() {
      let middle = y + (Double(index) + 0.5) * Self.lane
      canvas.text(dot.label, edge, middle + 4, "toned \(dot.tone.style)", anchor: .end)
      guard let value = dot.estimate.value else { continue }
      var shapes: [Element] = []
      if let lower = dot.estimate.lower, let upper = dot.estimate.upper {
        let ends = [scale.position(lower), scale.position(upper)].map(Coordinate.text)
        shapes.append(
          Element(
            "path",
            [("class", "whisker \(dot.tone.style)"), ("d", "M\(ends[0]) \(Coordinate.text(middle))H\(ends[1])")]))
      }
      let x = scale.position(value)
      shapes.append(Canvas.circle(x, middle, radius: 9, "target"))
      shapes.append(Canvas.circle(x, middle, radius: 4.5, (dot.tone == .prc ? "hollow " : "fill ") + dot.tone.style))
      canvas.mark(dot.mark, shapes)
    }
  }
}
