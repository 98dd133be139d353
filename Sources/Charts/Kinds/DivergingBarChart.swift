/// Bars that grow to both sides of a middle: what is against to the left, what is for to the right.
public struct DivergingBarChart: Chart {
  /// A part of a bar.
  public struct Segment: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its tone.
    public var tone: Tone
    /// Its length, not below zero.
    public var value: Double
    /// Its note and link.
    public var mark: Mark

    /// A part of a bar.
    public init(name: String, tone: Tone, value: Double, mark: Mark) {
      self.name = name
      self.tone = tone
      self.value = value.isFinite ? max(0, value) : 0
      self.mark = mark
    }
  }

  /// A bar.
  public struct Row: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// What grows to the left, from the middle on.
    public var left: [Segment]
    /// What grows to the right, from the middle on.
    public var right: [Segment]

    /// A bar.
    public init(name: String, left: [Segment], right: [Segment]) {
      self.name = name
      self.left = left
      self.right = right
    }
  }

  public var heading: ChartHeading
  /// The bars.
  public var rows: [Row]
  /// What stands above the left and the right half.
  public var ends: (left: String, right: String)
  /// What follows a number.
  public var suffix: String
  /// The columns' names of the table: row, part, value.
  public var columns: [String]

  /// A chart of bars.
  public init(
    heading: ChartHeading, rows: [Row], ends: (left: String, right: String), suffix: String = "",
    columns: [String] = ["row", "part", "value"]
  ) {
    self.heading = heading
    self.rows = rows
    self.ends = ends
    self.suffix = suffix
    self.columns = columns
  }

  public var table: DataTable {
    DataTable(
      columns: columns,
      rows: rows.flatMap { row in
        (row.left + row.right).map { [.text(row.name), .text($0.name), .number($0.value)] }
      })
  }

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    var keys: [Key] = []
    for segment in rows.flatMap({ $0.left.reversed() + $0.right }) {
      let key = Key(name: segment.name, tone: segment.tone)
      if !keys.contains(key) { keys.append(key) }
    }
    let top = Key.draw(keys, on: &canvas, width: width)
    let names = rows.map { TextMetrics.fitted($0.name, size: Canvas.fontSize, to: width * 0.32, isBold: true) }
    let left = (names.map { TextMetrics.width($0, size: Canvas.fontSize, isBold: true) }.max() ?? 0) + 10
    func length(_ segments: [Segment]) -> Double { segments.reduce(0) { $0 + $1.value } }
    let scale = LinearScale(
      -(rows.map { length($0.left) }.max() ?? 0), max(rows.map { length($0.right) }.max() ?? 0, 1e-9), from: left,
      to: width - 4)
    let middle = scale.position(0)
    drawEnds(middle: middle, left: left, width: width, y: top + 11, on: &canvas)
    for (index, row) in rows.enumerated() {
      let y = top + 20 + Double(index) * 30
      canvas.text(names[index], left - 8, y + 16, "strong", anchor: .end)
      draw(row.left, from: 0, step: -1, y: y, scale, on: &canvas)
      draw(row.right, from: 0, step: 1, y: y, scale, on: &canvas)
    }
    let bottom = top + 20 + Double(rows.count) * 30
    canvas.line(middle, top + 16, middle, bottom, "base")
    return Drawing(width: width, height: bottom + 4, children: canvas.children)
  }

  /// The names of both halves beside the middle, or above each other's half where they are too long for it.
  private func drawEnds(middle: Double, left: Double, width: Double, y: Double, on canvas: inout Canvas) {
    let before = TextMetrics.fitted("← " + ends.left, size: Canvas.fontSize, to: max(40, middle - 8))
    let after = TextMetrics.fitted(ends.right + " →", size: Canvas.fontSize, to: max(20, width - middle - 8))
    canvas.text(before, middle - 6, y, "muted", anchor: .end)
    if TextMetrics.width(after, size: Canvas.fontSize) > 30 { canvas.text(after, middle + 6, y, "muted") }
  }

  private func draw(
    _ segments: [Segment], from start: Double, step: Double, y: Double, _ scale: LinearScale, on canvas: inout Canvas
  ) {
    var at = start
    for segment in segments where segment.value > 0 {
      let ends = [scale.position(at), scale.position(at + step * segment.value)].sorted()
      at += step * segment.value
      canvas.mark(
        segment.mark,
        [Canvas.rectangle(ends[0], y, ends[1] - ends[0], 24, "segment fill \(segment.tone.style)")])
      let label = Ticks.label(segment.value, step: 1) + suffix
      if TextMetrics.width(label, size: Canvas.fontSize) + 6 < ends[1] - ends[0] {
        canvas.text(label, (ends[0] + ends[1]) / 2, y + 16, "on", anchor: .middle)
      }
    }
  }
}
