/// Numbers along an axis.
public struct LinearScale: Sendable, Hashable {
  /// The least number of the axis.
  public let lower: Double
  /// The greatest number of the axis; above ``lower``.
  public let upper: Double
  /// Where the least number stands.
  public let start: Double
  /// Where the greatest number stands.
  public let end: Double

  /// A scale from `lower` to `upper`; what is not finite or is empty is widened to a range of length 1.
  public init(_ lower: Double, _ upper: Double, from start: Double, to end: Double) {
    let low = lower.isFinite ? lower : 0
    self.lower = low
    self.upper = upper.isFinite && upper > low ? upper : low + 1
    self.start = start
    self.end = end
  }

  /// Where a number stands; numbers beyond the axis stand at its ends.
  public func position(_ number: Double) -> Double {
    guard number.isFinite else { return start }
    let share = (min(max(number, lower), upper) - lower) / (upper - lower)
    return start + share * (end - start)
  }

  /// The same scale over round numbers, so that its ends carry ticks.
  ///
  /// - Parameter count: the number of ticks that is aimed at.
  func nice(_ count: Int) -> LinearScale {
    let step = Ticks.step(over: upper - lower, count: count)
    return LinearScale(
      (lower / step + 1e-9).rounded(.down) * step, (upper / step - 1e-9).rounded(.up) * step, from: start, to: end)
  }
}

/// A place on an axis with its label.
public struct Tick: Sendable, Hashable {
  /// Where it stands along the axis.
  public var position: Double
  /// Its label.
  public var label: String
  /// Where the middle of its label stands: at the tick, or as near as the edge of the drawing lets it.
  public var centre: Double

  /// A tick with its label below it.
  ///
  /// - Parameters:
  ///   - position: where it stands.
  ///   - label: its label.
  ///   - bounds: where the drawing ends to both sides.
  init(position: Double, label: String, within bounds: ClosedRange<Double> = -.infinity ... .infinity) {
    self.position = position
    self.label = label
    let half = TextMetrics.width(label, size: Canvas.fontSize) / 2
    centre = max(bounds.lowerBound + half, min(position, bounds.upperBound - half))
  }
}

/// Round numbers for axes.
enum Ticks {
  /// The step of 1, 2 or 5 times a power of ten that gives about `count` steps.
  static func step(over length: Double, count: Int) -> Double {
    let rough = max(length, 1e-9) / Double(max(1, count))
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough { power /= 10 }
    for factor in [1.0, 2, 5] where factor * power >= rough * 0.999 { return factor * power }
    return 10 * power
  }

  /// The round numbers of a scale.
  static func values(of scale: LinearScale, count: Int) -> (values: [Double], step: Double) {
    let step = step(over: scale.upper - scale.lower, count: count)
    let first = Int((scale.lower / step - 1e-9).rounded(.up))
    let last = Int((scale.upper / step + 1e-9).rounded(.down))
    guard first <= last else { return ([scale.lower], step) }
    return ((first...last).map { Double($0) * step }, step)
  }

  /// A number of an axis, with as many digits as its step needs and groups of three parted by commas from 10,000 on.
  static func label(_ number: Double, step: Double) -> String {
    var digits = 0
    var unit = step
    while digits < 6, abs(unit - unit.rounded()) > 1e-6 {
      unit *= 10
      digits += 1
    }
    return text(number, digits: digits)
  }

  private static func text(_ number: Double, digits: Int) -> String {
    var factor = 1
    for _ in 0..<digits { factor *= 10 }
    let scaled = (abs(number) * Double(factor)).rounded()
    guard scaled < 9e15 else { return "\(number)" }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: factor)
    let fraction = String(rest)
    let tail = digits == 0 ? "" : "." + String(repeating: "0", count: digits - fraction.count) + fraction
    return (number < 0 && scaled > 0 ? "\u{2212}" : "") + grouped(whole) + tail
  }

  private static func grouped(_ number: Int) -> String {
    guard number >= 10_000 else { return String(number) }
    var (rest, groups) = (number, "")
    while rest >= 1000 {
      let group = String(rest % 1000)
      groups = "," + String(repeating: "0", count: 3 - group.count) + group + groups
      rest /= 1000
    }
    return String(rest) + groups
  }

  /// Ticks along a horizontal axis, as many as fit beside each other.
  static func horizontal(
    _ scale: LinearScale, suffix: String = "", within bounds: ClosedRange<Double> = -.infinity ... .infinity
  ) -> [Tick] {
    for count in stride(from: 10, to: 1, by: -1) {
      let ticks = labelled(scale, count: count, suffix: suffix, within: bounds)
      if Labels.fit(ticks) { return ticks }
    }
    return Array(labelled(scale, count: 1, suffix: suffix, within: bounds).prefix(1))
  }

  /// Ticks along a vertical axis, none closer to the next than two lines.
  static func vertical(_ scale: LinearScale, suffix: String = "") -> [Tick] {
    let room = abs(scale.end - scale.start)
    for count in stride(from: 6, to: 1, by: -1) {
      let ticks = labelled(scale, count: count, suffix: suffix)
      if ticks.count < 2 || room / Double(ticks.count - 1) >= 2 * Canvas.fontSize { return ticks }
    }
    return Array(labelled(scale, count: 1, suffix: suffix).prefix(1))
  }

  private static func labelled(
    _ scale: LinearScale, count: Int, suffix: String, within bounds: ClosedRange<Double> = -.infinity ... .infinity
  ) -> [Tick] {
    let (values, step) = values(of: scale, count: count)
    return values.map { Tick(position: scale.position($0), label: label($0, step: step) + suffix, within: bounds) }
  }
}

/// Labels that keep clear of each other.
enum Labels {
  /// The gap that two labels on a line need.
  static let gap = 8.0

  /// Whether labels below their ticks keep clear of each other.
  static func fit(_ ticks: [Tick]) -> Bool {
    let halves = ticks.map { TextMetrics.width($0.label, size: Canvas.fontSize) / 2 }
    return zip(ticks.indices, ticks.indices.dropFirst()).allSatisfy { left, right in
      ticks[left].centre + halves[left] + gap <= ticks[right].centre - halves[right]
    }
  }

  /// Moves labels along an axis as little as needed, so that each is at least `height` from the next and all stay
  /// between `lower` and `upper` where there is room.
  ///
  /// - Returns: the place of each label, in the order given.
  static func spread(_ wanted: [Double], height: Double, from lower: Double, to upper: Double) -> [Double] {
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    var least = lower
    for index in order {
      places[index] = max(wanted[index], least)
      least = places[index] + height
    }
    var most = upper
    for index in order.reversed() {
      places[index] = min(places[index], most)
      most = places[index] - height
    }
    return places
  }
}
