public import DiscourseModel
public import Statistics

/// A series of figures from outside, such as exports by the year.
public struct Indicator: Sendable, Hashable {
  /// A figure with its date.
  public struct Point: Sendable, Hashable {
    /// The date, as precise as it is known.
    public var date: StatementDate
    /// The figure.
    public var value: Double

    /// A dated figure.
    public init(date: StatementDate, value: Double) { (self.date, self.value) = (date, value) }
  }

  /// What it measures.
  public var name: String
  /// Its unit.
  public var unit: String
  /// Where its figures come from.
  public var sources: [String]
  /// Its figures.
  public var points: [Point]

  /// A series.
  public init(name: String, unit: String, sources: [String], points: [Point]) {
    (self.name, self.unit, self.sources, self.points) = (name, unit, sources, points)
  }

  /// The shortest periods, no shorter than asked, that all of its dates are precise enough for.
  func length(atLeast wanted: PeriodLength) -> PeriodLength {
    PeriodLength.allCases.first { length in
      length >= wanted && points.allSatisfy { Period($0.date, length: length) != nil }
    } ?? .year
  }

  /// The mean figure of each period that has one.
  func values(_ length: PeriodLength) -> [Period: Double] {
    var sums: [Period: (sum: Double, count: Double)] = [:]
    for point in points {
      guard let period = Period(point.date, length: length) else { continue }
      let old = sums[period] ?? (0, 0)
      sums[period] = (old.sum + point.value, old.count + 1)
    }
    return sums.mapValues { $0.sum / $0.count }
  }
}

/// A measure of a group beside an indicator. Association, not cause.
public struct IndicatorComparison: Sendable, Hashable {
  /// A period with both.
  public struct Row: Sendable, Hashable {
    /// The period.
    public var period: Period
    /// The measure; nil where the group says nothing.
    public var rate: Double?
    /// The indicator; nil where it has no figure.
    public var value: Double?
  }

  /// The indicator's name, unit and sources.
  public var name: String
  public var unit: String
  public var sources: [String]
  /// The group's name.
  public var group: String
  /// The measure's key.
  public var key: String
  /// The periods' length: the report's, or the indicator's where its dates are less precise.
  public var length: PeriodLength
  /// The two series side by side.
  public var rows: [Row]
  /// How many periods in a row both have; changes are taken from one to the next.
  public var periods: Int
  /// The correlation of their changes: positive lags where the measure leads. Nil where there are too few periods.
  public var correlation: SeriesCorrelation?
  /// The change of the measure for each unit of change of the indicator at the strongest lag, with Newey–West errors.
  public var slope: RegressionTerm?
}
