/// The same series in panels beside each other, on one scale.
public struct SmallMultiples: Chart {
  /// A panel.
  public struct Panel: Sendable, Hashable {
    /// Its title.
    public var title: String
    /// Its series.
    public var series: [Series]
    /// Its marked days.
    public var notes: [TimeNote]

    /// A panel.
    public init(title: String, series: [Series], notes: [TimeNote] = []) {
      self.title = title
      self.series = series
      self.notes = notes
    }
  }

  public var heading: ChartHeading
  /// The panels.
  public var panels: [Panel]
  /// What follows a number on the axes.
  public var suffix: String
  /// The columns' names of the table: panel, series, period, value, lower, upper.
  public var columns: [String]

  /// A chart of panels.
  public init(
    heading: ChartHeading, panels: [Panel], suffix: String = "",
    columns: [String] = ["panel", "series", "period", "value", "lower", "upper"]
  ) {
    self.heading = heading
    self.panels = panels
    self.suffix = suffix
    self.columns = columns
  }

  public var table: DataTable {
    DataTable(
      columns: columns,
      rows: panels.flatMap { panel in
        panel.series.flatMap { series in
          series.points.map { [.text(panel.title), .text(series.name), .text($0.period)] + $0.estimate.data }
        }
      })
  }

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    let all = panels.flatMap(\.series)
    var keys: [Key] = []
    for key in all.map({ Key(name: $0.name, tone: $0.tone) }) where !keys.contains(key) { keys.append(key) }
    let top = Key.draw(keys.count > 1 ? keys : [], on: &canvas, width: width)
    let columns = max(1, min(panels.count, Int(width / 300)))
    let gap = 24.0
    let panelWidth = (width - gap * Double(columns - 1)) / Double(columns)
    var bottom = top
    var row = top
    for (index, panel) in panels.enumerated() {
      if index > 0, index % columns == 0 { row = bottom + 14 }
      let x = Double(index % columns) * (panelWidth + gap)
      canvas.text(
        TextMetrics.fitted(panel.title, size: Canvas.fontSize, to: panelWidth, isBold: true), x, row + 11, "strong")
      let plot = TimePanel(
        series: panel.series, notes: panel.notes, suffix: suffix, top: row + 16, plotHeight: 110, left: x,
        width: x + panelWidth, right: 4, greatest: TimeSeriesChart.greatest(all), least: TimeSeriesChart.least(all),
        span: TimeSeriesChart.span(all))
      bottom = max(bottom, plot.draw(on: &canvas, labelled: false))
    }
    return Drawing(width: width, height: bottom, children: canvas.children)
  }
}
