/// A value at a time, with its interval and where it leads.
public struct SeriesPoint: Sendable, Hashable {
  /// The day that it stands at: for a period its middle.
  public var day: Day
  /// The period's name, for example 2018-07.
  public var period: String
  /// The value; missing where nothing is known of the period.
  public var estimate: Estimate
  /// Its note and link.
  public var mark: Mark

  /// A point.
  public init(day: Day, period: String, estimate: Estimate, mark: Mark) {
    self.day = day
    self.period = period
    self.estimate = estimate
    self.mark = mark
  }
}

/// Values over time that belong together.
public struct Series: Sendable, Hashable {
  /// Its name.
  public var name: String
  /// Its tone.
  public var tone: Tone
  /// Its points, in the order of time; every period has one, those without a value too.
  public var points: [SeriesPoint]

  /// A series.
  public init(name: String, tone: Tone, points: [SeriesPoint]) {
    self.name = name
    self.tone = tone
    self.points = points
  }
}

/// A day that is marked in a chart over time.
public struct TimeNote: Sendable, Hashable {
  /// What is marked.
  public enum Kind: Sendable, Hashable {
    /// Something that happened.
    case event
    /// A change that was found in the series.
    case change
  }

  /// The day.
  public var day: Day
  /// The label.
  public var label: String
  /// What it is.
  public var kind: Kind
  /// The tone of the series that changes.
  public var tone: Tone?

  /// A marked day.
  public init(day: Day, label: String, kind: Kind, tone: Tone? = nil) {
    self.day = day
    self.label = label
    self.kind = kind
    self.tone = tone
  }
}

/// Series over time with bands for their intervals, gaps where periods are missing, and marked days.
public struct TimeSeriesChart: Chart {
  public var heading: ChartHeading
  /// The series.
  public var series: [Series]
  /// Marked days.
  public var notes: [TimeNote]
  /// What follows a number on the axis, for example " %".
  public var suffix: String
  /// The height of the plot.
  public var plotHeight: Double
  /// The columns' names of the table: series, period, value, lower, upper.
  public var columns: [String]

  /// A chart of series.
  public init(
    heading: ChartHeading, series: [Series], notes: [TimeNote] = [], suffix: String = "", plotHeight: Double = 190,
    columns: [String] = ["series", "period", "value", "lower", "upper"]
  ) {
    self.heading = heading
    self.series = series
    self.notes = notes
    self.suffix = suffix
    self.plotHeight = plotHeight
    self.columns = columns
  }

  public var table: DataTable {
    DataTable(
      columns: columns,
      rows: series.flatMap { series in
        series.points.map { [.text(series.name), .text($0.period)] + $0.estimate.data }
      })
  }

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    let labels = series.map { TextMetrics.width($0.name, size: Canvas.fontSize, isBold: true) + 12 }
    let isDirect = (labels.max() ?? 0) <= width * 0.22
    let top = isDirect ? 0 : Key.draw(series.map { Key(name: $0.name, tone: $0.tone) }, on: &canvas, width: width)
    let panel = TimePanel(
      series: series, notes: notes, suffix: suffix, top: top, plotHeight: plotHeight, width: width,
      right: isDirect ? (labels.max() ?? 0) : 12, greatest: Self.greatest(series), least: Self.least(series),
      span: Self.span(series))
    let bottom = panel.draw(on: &canvas, labelled: isDirect)
    return Drawing(width: width, height: bottom, children: canvas.children)
  }

  static func greatest(_ series: [Series]) -> Double { series.flatMap(\.points).map(\.estimate.greatest).max() ?? 1 }

  static func least(_ series: [Series]) -> Double { series.flatMap(\.points).map(\.estimate.least).min() ?? 0 }

  static func span(_ series: [Series]) -> (Day, Day) {
    let days = series.flatMap(\.points).map(\.day)
    return (days.min() ?? Day(number: 0), days.max() ?? Day(number: 0))
  }
}
