/// Numbers by two actors, shaded by how great they are.
public struct MatrixChart: Chart {
  /// A cell.
  public struct Cell: Sendable, Hashable {
    /// The number that shades it; nil where nothing was counted.
    public var value: Double?
    /// The number as it is printed.
    public var label: String
    /// Its note and link.
    public var mark: Mark

    /// A cell.
    public init(value: Double?, label: String, mark: Mark) {
      self.value = value
      self.label = label
      self.mark = mark
    }
  }

  public var heading: ChartHeading
  /// The rows' names.
  public var rows: [String]
  /// The columns' names.
  public var columns: [String]
  /// The cells, a list for each row.
  public var cells: [[Cell]]
  /// What the rows are, and what the columns are.
  public var axes: (row: String, column: String)
  /// The tone that shades.
  public var tone: Tone
  /// The columns' names of the table: row, column, value.
  public var names: [String]

  /// A matrix.
  public init(
    heading: ChartHeading, rows: [String], columns: [String], cells: [[Cell]], axes: (row: String, column: String),
    tone: Tone = .first, names: [String] = ["row", "column", "value"]
  ) {
    self.heading = heading
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.axes = axes
    self.tone = tone
    self.names = names
  }

  public var table: DataTable {
    DataTable(
      columns: names,
      rows: zip(rows, cells).flatMap { row, cells in
        zip(columns, cells).map { [.text(row), .text($0), .optional($1.value)] }
      })
  }

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    let names = rows.map { TextMetrics.fitted($0, size: Canvas.fontSize, to: width * 0.3) }
    let left = (names.map { TextMetrics.width($0, size: Canvas.fontSize) }.max() ?? 0) + 10
    let cell = min(104, max(10, (width - left) / Double(max(1, columns.count))))
    let height = 30.0
    canvas.text(axes.row + " ↓", 0, 42, "muted")
    let title = axes.column + " →"
    canvas.text(title, min(left + 2, max(0, width - TextMetrics.width(title, size: Canvas.fontSize))), 11, "muted")
    for (index, name) in columns.enumerated() {
      for (line, text) in Self.lines(name, width: cell - 2).enumerated() {
        canvas.text(text, left + (Double(index) + 0.5) * cell, 42 - 14 * Double(line), "", anchor: .middle)
      }
    }
    let greatest = cells.joined().compactMap(\.value).filter(\.isFinite).max() ?? 0
    for (row, line) in cells.enumerated() {
      let y = 50 + Double(row) * height
      canvas.text(names[row], left - 8, y + height / 2 + 4, "", anchor: .end)
      for (column, item) in line.enumerated() {
        draw(item, x: left + Double(column) * cell, y: y, size: (cell, height), greatest: greatest, on: &canvas)
      }
    }
    return Drawing(width: width, height: 52 + Double(rows.count) * height, children: canvas.children)
  }

  /// A column's name in at most two lines, the last first.
  private static func lines(_ name: String, width: Double) -> [String] {
    let fits = TextMetrics.width(name, size: Canvas.fontSize) <= width
    guard !fits, let space = name.lastIndex(of: " ") else {
      return [TextMetrics.fitted(name, size: Canvas.fontSize, to: width)]
    }
    return [name[name.index(after: space)...], name[..<space]].map {
      TextMetrics.fitted(String($0), size: Canvas.fontSize, to: width)
    }
  }

  private func draw(
    _ item: Cell, x: Double, y: Double, size: (Double, Double), greatest: Double, on canvas: inout Canvas
  ) {
    let step = Self.shade(item.value, greatest: greatest)
    let style = step == 0 ? "empty" : "shade shade-\(step) \(tone.style)"
    let label = TextMetrics.fitted(item.label, size: Canvas.fontSize, to: size.0 - 2)
    let text = Element(
      "text",
      [
        ("class", step == 0 ? "muted" : nil), ("x", Coordinate.text(x + size.0 / 2)),
        ("y", Coordinate.text(y + size.1 / 2 + 4)), ("text-anchor", "middle"),
      ], [.text(label)])
    let box = Canvas.rectangle(x + 1, y + 1, size.0 - 2, size.1 - 2, style)
    if step == 0 {
      canvas.add(box)
      canvas.add(text)
    } else {
      canvas.mark(item.mark, [box, text])
    }
  }

  /// The step of shade, 1 to ``ChartTheme/shades``; 0 for nothing.
  static func shade(_ value: Double?, greatest: Double) -> Int {
    guard let value, value > 0, value.isFinite, greatest > 0 else { return 0 }
    return min(ChartTheme.shades, 1 + Int((value / greatest * Double(ChartTheme.shades)).rounded(.up)) - 1)
  }
}
