/// How long the periods of a series are.
public enum PeriodLength: String, Sendable, Hashable, CaseIterable, Comparable {
  /// A week from Monday, numbered as ISO 8601 does.
  case week
  /// A month.
  case month
  /// A quarter of a year.
  case quarter
  /// A year.
  case year

  /// Shorter first.
  public static func < (left: PeriodLength, right: PeriodLength) -> Bool { left.days < right.days }

  /// The usual number of days.
  private var days: Int {
    switch self {
    case .week: 7
    case .month: 30
    case .quarter: 91
    case .year: 365
    }
  }
}

/// A week, month, quarter or year.
public struct Period: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How long it is.
  public let length: PeriodLength
  /// Its number: each period's is one more than that of the one before it.
  public let number: Int

  private init(_ length: PeriodLength, number: Int) { (self.length, self.number) = (length, number) }

  /// The period in which a date lies; nil where the date is not precise enough to tell.
  public init?(_ date: StatementDate, length: PeriodLength) {
    switch (length, date.month, date.day) {
    case (.week, .some(let month), .some(let day)):
      // 1970-01-01 was a Thursday.
      let days = StatementDate.days(year: date.year, month: month, day: day) + 3
      self.init(length, number: days >= 0 ? days / 7 : (days - 6) / 7)
    case (.month, .some(let month), _): self.init(length, number: 12 * date.year + month - 1)
    case (.quarter, .some(let month), _): self.init(length, number: 4 * date.year + (month - 1) / 3)
    case (.year, _, _): self.init(length, number: date.year)
    default: return nil
    }
  }

  /// The period so many later.
  public func advanced(by periods: Int) -> Period { Period(length, number: number + periods) }

  /// Its middle in years, for slopes by the year.
  public var years: Double {
    switch length {
    case .week: 1970 + (Double(7 * number) + 0.5) / 365.2425
    case .month: (Double(number) + 0.5) / 12
    case .quarter: (Double(number) + 0.5) / 4
    case .year: Double(number) + 0.5
    }
  }

  /// Its first day.
  public var start: StatementDate? {
    switch length {
    case .week: StatementDate(daysSince1970: 7 * number - 3)
    case .month: StatementDate(year: number / 12, month: number % 12 + 1, day: 1)
    case .quarter: StatementDate(year: number / 4, month: 3 * (number % 4) + 1, day: 1)
    case .year: StatementDate(year: number, month: 1, day: 1)
    }
  }

  /// `2018`, `2018-Q3`, `2018-07` or `2018-W27`.
  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch length {
    case .year: return "\(number)"
    case .quarter: return "\(number / 4)-Q\(number % 4 + 1)"
    case .month: return "\(number / 12)-\(padded(number % 12 + 1))"
    case .week:
      // A week belongs to the year of its Thursday.
      guard let thursday = StatementDate(daysSince1970: 7 * number) else { return "week \(number)" }
      let first = StatementDate.days(year: thursday.year, month: 1, day: 1)
      return "\(thursday.year)-W\(padded((7 * number - first) / 7 + 1))"
    }
  }

  /// Earlier first.
  public static func < (left: Period, right: Period) -> Bool { left.number < right.number }
}

extension StatementDate {
  /// Days from 1970-01-01 to a day of the Gregorian calendar.
  static func days(year: Int, month: Int, day: Int) -> Int {
    // Years from March, so that the leap day is the last (Richards 2013).
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - 400 * era
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return 146_097 * era + 365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day so many days after 1970-01-01; nil before the year 1000.
  init?(daysSince1970 days: Int) {
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    self.init(
      year: yearOfEra + 400 * era + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
