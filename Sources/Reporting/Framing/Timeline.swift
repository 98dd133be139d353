internal import Charts
internal import DiscourseModel

/// The periods of a report, from the first with a dated statement to the last, those without one among them.
struct Timeline: Sendable {
  /// The periods' names, in order.
  let names: [String]
  /// The middle of each period.
  let days: [Day]
  private let length: ReportPeriod
  private let first: Int

  /// The periods over dated statements; nil where none has a date.
  ///
  /// - Parameters:
  ///   - dates: the statements' dates.
  ///   - length: the periods' length; nil chooses the shortest that gives no more than 24 periods.
  init?(_ dates: [StatementDate], length wanted: ReportPeriod? = nil) {
    let length = wanted ?? ReportPeriod.allCases.first { Self.count(dates, $0) <= 24 } ?? .year
    let ordinals = dates.compactMap(length.ordinal)
    guard let first = ordinals.min(), let last = ordinals.max(), last - first < 2400 else { return nil }
    self.length = length
    self.first = first
    names = (first...last).map(length.name)
    days = (first...last).map(length.middle)
  }

  private static func count(_ dates: [StatementDate], _ length: ReportPeriod) -> Int {
    let ordinals = dates.compactMap(length.ordinal)
    // A date that is only a year fits no shorter period; where many are, years it is.
    guard ordinals.count * 10 >= dates.count * 9, let first = ordinals.min(), let last = ordinals.max() else {
      return .max
    }
    return last - first + 1
  }

  /// The place of the period in which a date lies; nil where the date is not precise enough.
  func place(of date: StatementDate) -> Int? { length.ordinal(date).map { $0 - first } }

  /// The name of the period in which a date lies.
  func name(of date: StatementDate) -> String? {
    place(of: date).flatMap { names.indices.contains($0) ? names[$0] : nil }
  }
}

/// How long a period is.
public enum ReportPeriod: String, Sendable, Hashable, CaseIterable {
  /// A month.
  case month
  /// A quarter of a year.
  case quarter
  /// A year.
  case year

  fileprivate func ordinal(_ date: StatementDate) -> Int? {
    switch self {
    case .month: date.month.map { date.year * 12 + $0 - 1 }
    case .quarter: date.month.map { date.year * 4 + ($0 - 1) / 3 }
    case .year: date.year
    }
  }

  fileprivate func name(_ ordinal: Int) -> String {
    switch self {
    case .month: "\(ordinal / 12)-" + (ordinal % 12 < 9 ? "0" : "") + "\(ordinal % 12 + 1)"
    case .quarter: "\(ordinal / 4)-Q\(ordinal % 4 + 1)"
    case .year: "\(ordinal)"
    }
  }

  fileprivate func middle(_ ordinal: Int) -> Day {
    switch self {
    case .month: Day(year: ordinal / 12, month: ordinal % 12 + 1, day: 15)
    case .quarter: Day(year: ordinal / 4, month: ordinal % 4 * 3 + 2, day: 15)
    case .year: Day(year: ordinal, month: 7)
    }
  }
}
