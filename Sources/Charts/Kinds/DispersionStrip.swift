/// Where something occurs along a text or a time: a stroke for each place, a strip for each kind.
public struct DispersionStrip: Chart {
  /// The axis along which things occur.
  public enum Axis: Sendable, Hashable {
    /// Places in a text, from the first to the last, with a name for them.
    case places(count: Int, name: String)
    /// Days.
    case days(Day, Day)
  }

  /// A place.
  public struct Occurrence: Sendable, Hashable {
    /// The place in the text, or the day's number.
    public var place: Int
    /// How strong it is, from 0 to 1: the height of its stroke.
    public var strength: Double
    /// Its note and link.
    public var mark: Mark

    /// A place.
    public init(place: Int, strength: Double = 1, mark: Mark) {
      self.place = place
      self.strength = strength.isFinite ? min(1, max(0.1, strength)) : 1
      self.mark = mark
    }
  }

  /// A strip.
  public struct Strip: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its tone.
    public var tone: Tone
    /// What occurs in it.
    public var occurrences: [Occurrence]

    /// A strip.
    public init(name: String, tone: Tone, occurrences: [Occurrence]) {
      self.name = name
      self.tone = tone
      self.occurrences = occurrences
    }
  }

  public var heading: ChartHeading
  /// The axis.
  public var axis: Axis
  /// The strips.
  public var strips: [Strip]
  /// The columns' names of the table: strip, place, strength.
  public var columns: [String]

  /// A chart of strips.
  public init(
    heading: ChartHeading, axis: Axis, strips: [Strip], columns: [String] = ["strip", "place", "strength"]
  ) {
    self.heading = heading
    self.axis = axis
    self.strips = strips
    self.columns = columns
  }

  public var table: DataTable {
    DataTable(
      columns: columns,
      rows: strips.flatMap { strip in
        strip.occurrences.map { [.text(strip.name), .text(name(of: $0.place)), .number($0.strength)] }
      })
  }

  private func name(of place: Int) -> String {
    switch axis {
    case .places: String(place)
    case .days: Day(number: place).text
    }
  }

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    let isNarrow = width < 480
    let names = strips.map {
      TextMetrics.fitted($0.name, size: Canvas.fontSize, to: isNarrow ? width : width * 0.3, isBold: true)
    }
    let left = isNarrow ? 2 : (names.map { TextMetrics.width($0, size: Canvas.fontSize, isBold: true) }.max() ?? 0) + 12
    let (position, ticks) = scale(from: left + 2, to: width - 6, within: 0...width)
    let height = isNarrow ? 44.0 : 30.0
    for (index, strip) in strips.enumerated() {
      let y = Double(index) * height + (isNarrow ? 16 : 0)
      canvas.text(
        names[index], isNarrow ? 0 : left - 10, isNarrow ? y - 4 : y + 17, "toned \(strip.tone.style)",
        anchor: isNarrow ? .start : .end)
      canvas.line(left, y + 24, width - 4, y + 24, "grid")
      for item in strip.occurrences {
        let x = Coordinate.text(position(item.place))
        let stroke = "M\(x) \(Coordinate.text(y + 24))V\(Coordinate.text(y + 24 - 22 * item.strength))"
        canvas.mark(item.mark, [Element("path", [("class", "tick \(strip.tone.style)"), ("d", stroke)])])
      }
    }
    let bottom = Double(strips.count) * height
    for tick in ticks {
      canvas.line(tick.position, bottom, tick.position, bottom + 4, "base")
      canvas.text(tick.label, tick.centre, bottom + 18, "muted", anchor: .middle)
    }
    if case .places(_, let name) = axis { canvas.text(name, width, bottom + 34, "muted", anchor: .end) }
    return Drawing(width: width, height: bottom + 40, children: canvas.children)
  }

  private func scale(
    from start: Double, to end: Double, within bounds: ClosedRange<Double>
  ) -> (position: (Int) -> Double, ticks: [Tick]) {
    switch axis {
    case .places(let count, _):
      let scale = LinearScale(0, Double(max(1, count - 1)), from: start, to: end)
      return ({ scale.position(Double($0)) }, Ticks.horizontal(scale, within: bounds))
    case .days(let first, let last):
      let scale = TimeScale(first, last, from: start, to: end)
      return ({ scale.position(Day(number: $0)) }, scale.ticks(within: bounds))
    }
  }
}
