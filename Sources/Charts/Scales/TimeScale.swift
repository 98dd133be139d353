/// A day of the Gregorian calendar, counted from 1970-01-01.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public var number: Int

  /// A day by its number.
  public init(number: Int) { self.number = number }

  /// A day by its date; a month or a day beyond the calendar runs on into the next.
  ///
  /// The count of days after Howard Hinnant, “chrono-compatible low-level date algorithms”.
  public init(year: Int, month: Int = 1, day: Int = 1) {
    let months = year * 12 + month - 1
    let (year, month) = (Self.floor(months, 12), months - 12 * Self.floor(months, 12) + 1)
    let shifted = month <= 2 ? year - 1 : year
    let era = Self.floor(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Year, month and day of the month.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = Self.floor(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day as ISO 8601 writes it.
  public var text: String {
    let (year, month, day) = date
    return "\(year)-\(Self.padded(month))-\(Self.padded(day))"
  }

  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((-number + divisor - 1) / divisor)
  }

  /// Earlier first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// Days along an axis.
struct TimeScale: Sendable, Hashable {
  let first: Day
  let last: Day
  private let scale: LinearScale

  /// A scale from the first day to the last; a single day stands in the middle of the days around it.
  init(_ first: Day, _ last: Day, from start: Double, to end: Double) {
    let isPoint = last <= first
    self.first = isPoint ? Day(number: first.number - 15) : first
    self.last = isPoint ? Day(number: first.number + 15) : last
    scale = LinearScale(Double(self.first.number), Double(self.last.number), from: start, to: end)
  }

  func position(_ day: Day) -> Double { scale.position(Double(day.number)) }

  /// Ticks at the beginnings of days, months or years, as close as their labels allow.
  func ticks(within bounds: ClosedRange<Double> = -.infinity ... .infinity) -> [Tick] {
    for step in Self.steps {
      let ticks = days(step).map { Tick(position: position($0.day), label: $0.label, within: bounds) }
      if !ticks.isEmpty, ticks.count <= 14, Labels.fit(ticks) { return ticks }
    }
    return [Tick(position: position(first), label: first.text, within: bounds)]
  }

  private enum Step { case days(Int), months(Int), years(Int) }

  private static let steps: [Step] =
    [.days(1), .days(2), .days(7), .days(14), .months(1), .months(3), .months(6)]
    + [1, 2, 5, 10, 20, 50, 100, 200].map { .years($0) }

  private func days(_ step: Step) -> [(day: Day, label: String)] {
    let from = first.date
    switch step {
    case .days(let count):
      guard last.number - first.number <= 14 * count else { return [] }
      return stride(from: first.number, through: last.number, by: count).map { Day(number: $0) }.map { ($0, $0.text) }
    case .months(let count):
      guard last.number - first.number <= 31 * 14 * count else { return [] }
      return (0...15).map { Day(year: from.year, month: 1 + (from.month - 1) / count * count + $0 * count) }
        .filter { $0 >= first && $0 <= last }
        .map { ($0, "\($0.date.year)-\(Day.padded($0.date.month))") }
    case .years(let count):
      let begin = (from.year + count - 1) / count * count
      return stride(from: begin, through: last.date.year, by: count).map { Day(year: $0) }
        .filter { $0 >= first }
        .map { ($0, "\($0.date.year)") }
    }
  }
}
