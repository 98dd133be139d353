internal import Charts
public import DiscourseModel
public import Statistics

/// Everything that a framing report says, as values: figures of each side, their differences and their course, the evidence
/// behind each number, and the statements for reading.
public struct FramingReport: Sendable {
  /// The figures of the sides.
  public let scores: ScoreReport
  /// The sides against each other; nil where one side alone speaks.
  public let comparison: ComparisonReport?
  /// The course of the figures; nil where no statement has a date.
  public let trend: TrendReport?
  /// How well the analyzers agree with the user's coded sample, where one is given.
  public let validation: ValidationReport?
  /// The words that tell the sides apart, by language.
  public let words: [DistinctiveWords]
  /// Where a single statement stands among others; empty where there are several, or no others.
  let standing: [Standing]
  let timeline: Timeline?
  let evidence: EvidenceIndex
  let readings: [Reading]
  let budget: FramingGatherer.Budget

  /// Makes the report from what was gathered.
  ///
  /// - Parameters:
  ///   - gatherer: what was gathered.
  ///   - provenance: how it was made.
  ///   - options: what is asked of it.
  ///   - coded: hand-coded sentences of the corpus: they correct rates, and tell how far to trust the codes.
  ///   - words: the words that tell the sides apart, by language.
  /// - Complexity: O((replicates + permutations) × statements).
  public init(
    _ gatherer: FramingGatherer, provenance: Provenance, options: FramingOptions = FramingOptions(),
    coded: [ValidationItem] = [], words: [DistinctiveWords] = []
  ) {
    let scores = ScoreReport(
      gatherer.scores, provenance: provenance, bootstrap: options.resampling.bootstrap, coded: coded)
    self.scores = scores
    comparison =
      scores.groups.count < 2
      ? nil
      : ComparisonReport(
        scores.statements, options: ComparisonOptions(keepsDuplicates: true, resampling: options.resampling),
        provenance: provenance, coded: coded)
    validation = coded.isEmpty ? nil : ValidationReport(coded)
    let length = options.period ?? Timeline.length(fitting: scores.statements.compactMap(\.metadata.date))
    var trends = options.resampling
    trends.permutations = min(trends.permutations, 999)
    let trend = TrendReport(
      scores.statements, options: TrendOptions(period: length, events: options.events, resampling: trends),
      indicators: options.indicators, provenance: provenance)
    self.trend = trend
    let timeline = trend.map { Timeline($0.periods) }
    self.timeline = timeline
    evidence = EvidenceIndex(gatherer) { timeline?.name(of: $0) }
    readings = gatherer.readings.readings
    budget = gatherer.budget
    self.words = words
    standing =
      scores.statements.count == 1
      ? Standing.all(
        scores.statements[0].counts, among: options.reference, bootstrap: options.resampling.bootstrap) : []
  }

  /// The one statement of the report; nil where there are several.
  var single: Reading? { scores.statements.count == 1 ? readings.first : nil }

  /// The sides that speak, with their figures.
  var groups: [ScoreReport.Group] { scores.groups }

  /// A figure of a side.
  func figure(_ key: String, _ side: Side) -> Figure? {
    groups.first { $0.side == side }?.figures.first { $0.key == key }
  }

  /// How the sides differ on a figure: the United States less China.
  func difference(_ key: String) -> FigureDifference? {
    comparison?.contrasts.first?.differences.first { $0.key == key }
  }

  /// The course of a figure on a side.
  func course(_ key: String, _ side: Side) -> TrendSeries? {
    trend?.series.first { $0.key == key && $0.group == side.rawValue }
  }

  /// The metadata of a statement, by its place in input order.
  func metadata(_ number: Int) -> Metadata { scores.statements[number].metadata }

  /// The p up to which a difference or a change is told as one.
  static let significance = 0.05

  /// Whether a corrected p tells a difference or a change from chance.
  static func isClear(_ p: Double?) -> Bool { p.map { $0 <= significance } ?? false }
}

/// What is asked of a framing report.
public struct FramingOptions: Sendable {
  /// The periods' length; nil chooses one by the dates.
  public var period: PeriodLength?
  /// Events that are marked in charts over time.
  public var events: [DatedEvent]
  /// Series from outside that are laid beside the figures.
  public var indicators: [Indicator]
  /// Other statements, among which a single one is placed.
  public var reference: [StatementCounts]
  /// The resampling behind intervals and tests.
  public var resampling: Resampling

  /// What is asked; by default the usual.
  public init(
    period: PeriodLength? = nil, events: [DatedEvent] = [], indicators: [Indicator] = [],
    reference: [StatementCounts] = [], resampling: Resampling = Resampling()
  ) {
    (self.period, self.events, self.indicators) = (period, events, indicators)
    (self.reference, self.resampling) = (reference, resampling)
  }
}

/// The words that tell the sides apart in one language.
public struct DistinctiveWords: Sendable {
  /// The language: words of two languages do not compare.
  public var language: Language
  /// The words, the United States as target and China as reference.
  public var keywords: [Keyword]

  /// Words of a language.
  public init(language: Language, keywords: [Keyword]) {
    self.language = language
    self.keywords = keywords
  }
}

extension TrendPoint {
  /// The point as a figure; nil where nothing is known of its period.
  func figure(_ series: TrendSeries) -> Figure? {
    isMissing ? nil : Figure(key: series.key, rate: rate, unit: series.unit, interval: interval)
  }
}
