/// Shares of a whole over time: a stacked bar for each period, a gap where a period is missing.
public struct CompositionChart: Chart {
  /// A part of the whole.
  public struct Part: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its tone.
    public var tone: Tone

    /// A part.
    public init(name: String, tone: Tone) {
      self.name = name
      self.tone = tone
    }
  }

  /// A period.
  public struct Period: Sendable, Hashable {
    /// Its name, for example 2018.
    public var name: String
    /// The amount of each part; empty where nothing is known of the period.
    public var amounts: [Double]
    /// A note and link for each part.
    public var marks: [Mark]

    /// A period.
    public init(name: String, amounts: [Double], marks: [Mark]) {
      self.name = name
      self.amounts = amounts.map { $0.isFinite ? max(0, $0) : 0 }
      self.marks = marks
    }
  }

  public var heading: ChartHeading
  /// The parts, from the base of the bars up.
  public var parts: [Part]
  /// The periods, in the order of time.
  public var periods: [Period]
  /// The columns' names of the table: period, part, amount, share.
  public var columns: [String]

  /// A chart of shares.
  public init(
    heading: ChartHeading, parts: [Part], periods: [Period],
    columns: [String] = ["period", "part", "amount", "share in %"]
  ) {
    self.heading = heading
    self.parts = parts
    self.periods = periods
    self.columns = columns
  }

  public var table: DataTable {
    DataTable(
      columns: columns,
      rows: periods.flatMap { period in
        let whole = period.amounts.reduce(0, +)
        return zip(parts, period.amounts).map { part, amount -> [Datum] in
          let share: Datum = whole > 0 ? .number(100 * amount / whole) : .missing
          return [.text(period.name), .text(part.name), .number(amount), share]
        }
      })
  }

  public func drawing(width: Double) -> Drawing {
    var canvas = Canvas()
    let names = parts.map { TextMetrics.width($0.name, size: Canvas.fontSize) }
    let last = periods.last { $0.amounts.contains { $0 > 0 } }
    let isDirect = (names.max() ?? 0) + 24 <= width * 0.3 && last != nil && last == periods.last
    let keys = isDirect ? [] : parts.map { Key(name: $0.name, tone: $0.tone) }
    let top = Key.draw(keys, on: &canvas, width: width) + 6
    let left = TextMetrics.width("100 %", size: Canvas.fontSize) + 8
    let right = isDirect ? (names.max() ?? 0) + 24 : 4
    let scale = LinearScale(0, 1, from: top + 200, to: top)
    for share in [0, 0.25, 0.5, 0.75, 1] {
      let y = scale.position(share)
      canvas.line(left, y, width - right, y, share == 0 ? "base" : "grid")
      canvas.text(Ticks.label(100 * share, step: 1) + " %", left - 6, y + 4, "muted", anchor: .end)
    }
    let slot = (width - right - left) / Double(max(1, periods.count))
    for (index, period) in periods.enumerated() {
      draw(period, x: left + Double(index) * slot, slot: slot, scale, on: &canvas)
    }
    drawPeriods(left: left, slot: slot, y: top + 218, width: width, on: &canvas)
    if isDirect, let last { drawNames(last, scale, x: width - right + 10, on: &canvas) }
    return Drawing(width: width, height: top + 238, children: canvas.children)
  }

  private func draw(_ period: Period, x: Double, slot: Double, _ scale: LinearScale, on canvas: inout Canvas) {
    let whole = period.amounts.reduce(0, +)
    let bar = min(46, slot * 0.8)
    let start = x + (slot - bar) / 2
    guard whole > 0 else {
      canvas.rectangle(x, scale.position(1), slot, scale.position(0) - scale.position(1), "gap")
      return
    }
    var below = 0.0
    for (index, part) in parts.enumerated() where index < period.amounts.count && period.amounts[index] > 0 {
      let (low, high) = (scale.position(below / whole), scale.position((below + period.amounts[index]) / whole))
      below += period.amounts[index]
      let shape = Canvas.rectangle(start, high, bar, low - high, "segment fill \(part.tone.style)")
      canvas.mark(index < period.marks.count ? period.marks[index] : Mark(part.name), [shape])
    }
  }

  /// The names of periods, every so many of them that they keep clear of each other.
  private func drawPeriods(left: Double, slot: Double, y: Double, width: Double, on canvas: inout Canvas) {
    let ticks = periods.enumerated().map { index, period in
      Tick(position: left + (Double(index) + 0.5) * slot, label: period.name, within: 0...width)
    }
    for step in 1...max(1, ticks.count) {
      let shown = stride(from: 0, to: ticks.count, by: step).map { ticks[$0] }
      guard Labels.fit(shown) || step == ticks.count else { continue }
      for (place, tick) in shown.enumerated() {
        canvas.text(tick.label, tick.centre, y, "muted", anchor: .middle)
        let whole = periods[place * step].amounts.reduce(0, +)
        let count = whole > 0 ? Ticks.label(whole, step: 1) : "–"
        canvas.text(place == 0 ? "n = " + count : count, tick.centre, y + 15, "muted", anchor: .middle)
      }
      return
    }
  }

  /// The names of parts beside the last bar, where they stand in it.
  private func drawNames(_ last: Period, _ scale: LinearScale, x: Double, on canvas: inout Canvas) {
    let whole = last.amounts.reduce(0, +)
    var below = 0.0
    var named: [(part: Part, y: Double)] = []
    for (part, amount) in zip(parts, last.amounts) {
      named.append((part, scale.position((below + amount / 2) / whole)))
      below += amount
    }
    let places = Labels.spread(named.map(\.y), height: 15, from: scale.end, to: scale.start)
    for (item, y) in zip(named, places) {
      canvas.rectangle(x - 4, y - 5, 8, 10, "fill \(item.part.tone.style)")
      canvas.text(item.part.name, x + 9, y + 4, "key")
    }
  }
}
