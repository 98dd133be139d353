internal import Charts
internal import DiscourseModel

/// The periods of a report, from the first with a dated statement to the last, those without one among them.
struct Timeline: Sendable {
  /// The periods, in order.
  let periods: [Period]
  /// The periods' names, in order.
  let names: [String]
  /// The middle of each period.
  let days: [Day]

  /// A timeline over periods.
  init(_ periods: [Period]) {
    self.periods = periods
    names = periods.map(\.description)
    days = periods.map(Self.middle)
  }

  /// The shortest periods, no shorter than months, of which there are at most 24.
  static func length(fitting dates: [StatementDate]) -> PeriodLength {
    [PeriodLength.month, .quarter].first { length in
      let numbers = dates.compactMap { Period($0, length: length)?.number }
      // A date that is only a year fits no shorter period; where many are, years it is.
      guard numbers.count * 10 >= dates.count * 9, let first = numbers.min(), let last = numbers.max() else {
        return false
      }
      return last - first < 24
    } ?? .year
  }

  /// The name of the period in which a date lies; nil where it lies in none, or is not precise enough.
  func name(of date: StatementDate) -> String? {
    guard let first = periods.first, let last = periods.last, let period = Period(date, length: first.length),
      first <= period, period <= last
    else { return nil }
    return period.description
  }

  /// The day on which a period begins.
  static func start(_ period: Period) -> Day {
    guard let date = period.start else { return Day(number: 0) }
    return Day(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
  }

  private static func middle(_ period: Period) -> Day {
    Day(number: (start(period).number + start(period.advanced(by: 1)).number) / 2)
  }
}
