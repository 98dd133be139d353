internal import Charts
internal import DiscourseModel
public import Statistics

/// Everything that a framing report says, as values: figures of each side, their course over time, the evidence behind
/// each number, and the statements for reading.
public struct FramingReport: Sendable {
  /// The figures of the sides.
  public let scores: ScoreReport
  /// How well the analyzers agree with the user's coded sample, where one is given.
  public let validation: ValidationReport?
  /// Where the periods are; nil where no statement has a date.
  let timeline: Timeline?
  /// The course of the main figures.
  let trajectories: [Trajectory]
  let evidence: EvidenceIndex
  let readings: [Reading]
  let budget: FramingGatherer.Budget

  /// Makes the report from what was gathered.
  ///
  /// - Parameters:
  ///   - gatherer: what was gathered.
  ///   - provenance: how it was made.
  ///   - bootstrap: the resampling behind the intervals.
  ///   - period: the periods' length; nil chooses one by the dates.
  ///   - coded: hand-coded sentences of the corpus: they correct rates, and tell how far to trust the codes.
  /// - Complexity: O(figures × replicates × statements).
  public init(
    _ gatherer: FramingGatherer, provenance: Provenance, bootstrap: Bootstrap = Bootstrap(),
    period: ReportPeriod? = nil,
    coded: [ValidationItem] = []
  ) {
    scores = ScoreReport(gatherer.scores, provenance: provenance, bootstrap: bootstrap, coded: coded)
    validation = coded.isEmpty ? nil : ValidationReport(coded)
    let statements = scores.statements
    let timeline = Timeline(statements.compactMap(\.metadata.date), length: period)
    self.timeline = timeline
    trajectories = timeline.map { Trajectory.all(statements, over: $0, bootstrap: bootstrap) } ?? []
    evidence = EvidenceIndex(gatherer) { timeline?.name(of: $0) }
    readings = gatherer.readings.readings
    budget = gatherer.budget
  }

  /// The sides that speak, with their figures.
  var groups: [ScoreReport.Group] { scores.groups }

  /// A figure of a side.
  func figure(_ key: String, _ side: Side) -> Figure? {
    groups.first { $0.side == side }?.figures.first { $0.key == key }
  }

  /// The metadata of a statement, by its place in input order.
  func metadata(_ number: Int) -> Metadata { scores.statements[number].metadata }
}

/// The course of a figure of one side over the periods.
struct Trajectory: Sendable {
  var side: Side
  var key: String
  /// A figure for each period; nil where no statement lies in it.
  var figures: [Figure?]

  /// The measures that are followed over time.
  private static let measures: [(key: String, unit: FigureUnit, count: @Sendable (StatementCounts) -> Int)] = [
    ("decoupling.prevalence", .percentOfSentences, { $0.decouplingSentences }),
    ("threat.prevalence", .percentOfSentences, { $0.threatSentences }),
    ("blame.prevalence", .percentOfSentences, { $0.blameSentences }),
    ("recognition.rate", .perHundredSentences, { $0.recognitions }),
  ]

  /// The courses of all measures of all sides.
  static func all(_ statements: [StatementSummary], over timeline: Timeline, bootstrap: Bootstrap) -> [Trajectory] {
    Side.allCases.flatMap { side -> [Trajectory] in
      var parts = [[StatementCounts]](repeating: [], count: timeline.names.count)
      for statement in statements where statement.counts.side == side {
        guard let date = statement.metadata.date, let place = timeline.place(of: date) else { continue }
        parts[place].append(statement.counts)
      }
      guard parts.contains(where: { !$0.isEmpty }) else { return [] }
      return course(side, parts, bootstrap)
    }
  }

  private static func course(_ side: Side, _ parts: [[StatementCounts]], _ bootstrap: Bootstrap) -> [Trajectory] {
    func figures(_ body: ([StatementCounts]) -> Figure) -> [Figure?] {
      parts.map { part in
        let figure = body(part)
        return figure.rate.value == nil ? nil : figure
      }
    }
    let main = measures.map { measure in
      Trajectory(
        side: side, key: measure.key,
        figures: figures { Figure(measure.key, measure.unit, of: $0, bootstrap, measure.count, over: { $0.sentences }) }
      )
    }
    let index = Trajectory(
      side: side, key: "threat.index",
      figures: figures {
        Figure("threat.index", .index, of: $0, bootstrap, { $0.intensity }, over: { 3 * $0.sentences })
      })
    let grounds = Rationale.allCases.map { ground in
      Trajectory(
        side: side, key: "rationale.\(ground.rawValue)",
        figures: parts.map { part in
          let counts = part.map(\.rationales)
          let whole = counts.reduce(0) { $0 + $1.values.reduce(0, +) }
          let part = counts.reduce(0) { $0 + ($1[ground] ?? 0) }
          guard whole > 0 else { return nil }
          return Figure(
            key: "rationale.\(ground.rawValue)",
            rate: Rate(numerator: Double(part), denominator: Double(whole), scale: 100), unit: .percentOfRationales)
        })
    }
    return main + [index] + grounds
  }
}
