public import DiscourseModel
public import Statistics

/// How figures go over time: rates with intervals, changes, bursts, trends, the shift of compositions, events, and indicators
/// beside them.
///
/// It is a function of the statements' metadata and counts alone.
public struct TrendReport: Sendable {
  /// How it was made.
  public let provenance: Provenance
  /// What was asked.
  public let options: TrendOptions
  /// The periods from the first with a statement to the last, those without one among them.
  public let periods: [Period]
  /// Statements whose date is missing or not precise enough for the periods, and were left out.
  public let undated: Int
  /// The measures of each group.
  public let series: [TrendSeries]
  /// How the composition of grounds, domains and stances shifts in each group.
  public let compositions: [CompositionSeries]
  /// The measures of each group before and after events.
  public let events: [EventEffect]
  /// Two groups' series with each other; empty unless there are two.
  public let pairs: [PairedSeries]
  /// The measures beside indicators.
  public let indicators: [IndicatorComparison]
}

/// What a trend is to be.
public struct TrendOptions: Sendable, Hashable {
  /// The periods' length.
  public var period: PeriodLength
  /// The field by which statements are grouped.
  public var by: MetadataKey
  /// The keys of the measures that are followed.
  public var measures: [String]
  /// The dated events.
  public var events: [DatedEvent]
  /// How many periods before and after an event count; nil takes all.
  public var window: Int?
  /// The largest lag of correlations, in periods.
  public var lags: Int
  /// How trends are taken out of series before they are correlated.
  public var change: SeriesChange
  /// The resampling behind intervals and tests.
  public var resampling: Resampling

  /// The measures that are followed where none is asked for.
  public static let usualMeasures = [
    "decoupling.prevalence", "threat.prevalence", "threat.index", "blame.prevalence", "recognition.rate",
  ]

  /// The usual trend, by side.
  public init(
    period: PeriodLength, by: MetadataKey = .side, measures: [String] = usualMeasures, events: [DatedEvent] = [],
    window: Int? = nil, lags: Int = 6, change: SeriesChange = .difference,
    resampling: Resampling = Resampling(permutations: 999)
  ) {
    (self.period, self.by, self.measures, self.events) = (period, by, measures, events)
    (self.window, self.lags, self.change, self.resampling) = (window, lags, change, resampling)
  }
}

/// How a trend is taken out of a series, so that two series that merely both grow are not taken for related.
public enum SeriesChange: String, Sendable, Hashable, CaseIterable {
  /// The changes from each period to the next.
  case difference
  /// What is left when the straight line is taken out.
  case detrend
}

/// An event with its date.
public struct DatedEvent: Sendable, Hashable {
  /// Its first day, or month, or year.
  public var date: StatementDate
  /// What happened.
  public var label: String

  /// An event.
  public init(date: StatementDate, label: String) { (self.date, self.label) = (date, label) }
}

/// A measure of a group over time.
public struct TrendSeries: Sendable, Hashable {
  /// The group's name.
  public var group: String
  /// The measure's key.
  public var key: String
  /// Its unit.
  public var unit: FigureUnit
  /// A point for each period of the report.
  public var points: [TrendPoint]
  /// How much more documents of a period vary than Poisson counts would.
  public var dispersion: Double
  /// The changes of the rate under the usual penalty.
  public var changes: [RateChange]
  /// The best segmentations, by their number of changes, with the penalty from which on each is the best.
  public var path: [PenaltyStep]
  /// Stretches in which it is unusually high.
  public var bursts: [PeriodBurst]
  /// The course without regard to its shape; nil for fewer than four periods.
  public var trend: MonotoneTrend?
  /// The rate's growth by the year; nil where it cannot be fitted.
  public var growth: RateGrowth?
}

/// A measure in a period; a period without statements has no rate, rather than one of zero.
public struct TrendPoint: Sendable, Hashable {
  /// How an interval was made.
  public enum Method: String, Sendable, Hashable {
    /// By resampling the period's statements.
    case resampled
    /// Garwood's exact interval, widened by the dispersion of statements, as the period has fewer than ten or more than
    /// forty.
    case exact
  }

  /// The period.
  public var period: Period
  /// How many statements it has.
  public var statements: Int
  /// The rate with its counts.
  public var rate: Rate
  /// Its interval.
  public var interval: Interval?
  /// How the interval was made.
  public var method: Method?

  /// Whether the group says nothing in the period.
  public var isMissing: Bool { rate.value == nil }
}

/// A period in which a rate changes.
public struct RateChange: Sendable, Hashable {
  /// The first period of the new rate.
  public var period: Period
  /// The rate of the stretch before it.
  public var before: Rate
  /// The rate of the stretch from it on.
  public var after: Rate
  /// Between which periods the change lies, at 95 %.
  public var interval: ClosedRange<Period>?
  /// The chance of such a change between the changes beside it if the dates of statements meant nothing.
  public var p: Double
  /// Whether all orders of statements were tried.
  public var isExact: Bool
  /// The p corrected for all changes of the report.
  public var adjustedP: Double?
  /// The total variation, from 0 to 1, of the mixes of genres before and after it: where it is large, the change may be one
  /// of genres.
  public var genreShift: Double?
}

/// A segmentation of a penalty path.
public struct PenaltyStep: Sendable, Hashable {
  /// The first periods of new rates.
  public var changes: [Period]
  /// The penalty from which on it is the best.
  public var penalty: Double
  /// Its cost.
  public var cost: Double
}

/// A stretch in which something is said unusually often.
public struct PeriodBurst: Sendable, Hashable {
  /// From the first to the last period.
  public var periods: ClosedRange<Period>
  /// How strong it is.
  public var weight: Double
}

/// A trend of any shape.
public struct MonotoneTrend: Sendable, Hashable {
  /// Kendall's τ.
  public var tau: Double
  /// The p of no trend (Mann–Kendall with Hamed and Rao's correction).
  public var p: Double
  /// The p corrected for all series of the report.
  public var adjustedP: Double?
  /// By how much the rate rises in a year (Theil–Sen).
  public var slope: Double
  /// The slope's interval.
  public var interval: Interval
}

/// The growth of a rate as a quasi-Poisson regression over statements sees it.
public struct RateGrowth: Sendable, Hashable {
  /// By what factor the rate grows in a year.
  public var factor: Double
  /// The factor's interval.
  public var interval: Interval
  /// The p of no growth.
  public var p: Double
  /// The p corrected for all series of the report.
  public var adjustedP: Double?
}

/// A composition of a group over time.
public struct CompositionSeries: Sendable, Hashable {
  /// What is composed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The grounds given.
    case rationale
    /// Fair trade and security alone: which of the two is given.
    case tradeToSecurity = "fair_trade_to_security"
    /// What decoupling would cut apart.
    case decouplingDomain = "decoupling_domain"
    /// Stances towards decoupling.
    case stance
  }

  /// A category of it.
  public struct Category: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its count in each period of the report.
    public var counts: [Int]
    /// The statement in which it is first seen, with its date.
    public var first: FirstSeen?
    /// The course of its share: the slope is by the year. Nil where there is too little to tell.
    public var course: CompositionTrend.Course?
  }

  /// The group's name.
  public var group: String
  /// What is composed.
  public var kind: Kind
  /// Its categories.
  public var categories: [Category]
  /// The p of no shift, over statements.
  public var p: Double?
  /// The p corrected for all compositions of the report.
  public var adjustedP: Double?

  /// The share of a category in a period, by their places; nil where nothing is counted in it.
  public func share(_ category: Int, _ period: Int) -> Double? {
    let all = categories.reduce(0) { $0 + $1.counts[period] }
    return all > 0 ? Double(categories[category].counts[period]) / Double(all) : nil
  }
}

/// Where something is seen for the first time.
public struct FirstSeen: Sendable, Hashable {
  /// The date.
  public var date: StatementDate
  /// The statement's id.
  public var statement: String
}

/// A measure of a group before and after an event.
public struct EventEffect: Sendable, Hashable {
  /// The event.
  public var event: DatedEvent
  /// The group's name.
  public var group: String
  /// The measure's key.
  public var key: String
  /// Its unit.
  public var unit: FigureUnit
  /// How many statements lie before it.
  public var statementsBefore: Int
  /// How many statements lie after it, or on its day.
  public var statementsAfter: Int
  /// After (left) less before (right), over statements.
  public var outcome: GroupContrast.Outcome
  /// The p corrected for all events and measures of the report.
  public var adjustedP: Double?
  /// The step and the bend of the series at the event; nil where there are too few periods.
  public var segmented: SegmentedRegression?
}

/// A segmented regression of a series at an event, with Newey–West errors.
public struct SegmentedRegression: Sendable, Hashable {
  /// How many periods it has.
  public var periods: Int
  /// By how much the rate jumps at the event.
  public var step: RegressionTerm
  /// By how much the slope by the year changes there.
  public var bend: RegressionTerm
}

/// A coefficient with its error and p.
public struct RegressionTerm: Sendable, Hashable {
  /// The coefficient.
  public var value: Double
  /// Its standard error.
  public var error: Double
  /// The p of zero.
  public var p: Double
}

/// The same measure of two groups, each period's change against the other's.
public struct PairedSeries: Sendable, Hashable {
  /// The groups' names.
  public var left: String
  public var right: String
  /// The measure's key.
  public var key: String
  /// How many periods in a row both have.
  public var periods: Int
  /// The correlation of their changes: positive lags where the left one leads. Nil where there are too few.
  public var correlation: SeriesCorrelation?
}
