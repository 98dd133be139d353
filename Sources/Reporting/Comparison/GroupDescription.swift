internal import DiscourseModel
internal import Statistics

extension ComparedGroup {
  /// Describes a group: who speaks in it, its figures, matrices and profiles.
  init(_ name: String, _ statements: [StatementSummary], _ group: ResampledGroup, _ columns: FigureColumns) {
    let counts = statements.map(\.counts)
    let dates = statements.compactMap(\.metadata.date)
    self.init(
      name: name, statements: statements.count, sentences: counts.reduce(0) { $0 + $1.sentences },
      words: counts.reduce(0) { $0 + $1.words },
      dates: dates.min().flatMap { first in dates.max().map { first...$0 } },
      sides: Self.tally(statements) { $0.counts.side.rawValue },
      languages: Self.tally(statements) { $0.metadata.language?.rawValue },
      genres: Self.tally(statements) { $0.metadata.genre },
      figures: Figures.definitions.map { columns.figure($0, of: group) },
      threats: Self.cells(group, columns) { if case .threat(let pair) = $0 { pair } else { nil } },
      blames: Self.cells(group, columns) { if case .blame(let pair) = $0 { pair } else { nil } },
      profiles: Profile.Kind.allCases.map { kind in
        Profile(
          kind: kind,
          counts: kind.categories.map { ($0.name, Int(group.sum(columns.place($0.count)))) })
      }, isGathered: group.isGathered)
  }

  /// How many statements have each value, the most frequent first.
  static func tally(_ statements: [StatementSummary], _ value: (StatementSummary) -> String?) -> [Tally] {
    var counts: [String: Int] = [:]
    for statement in statements { counts[value(statement) ?? "–", default: 0] += 1 }
    return counts.map { Tally(value: $0.key, statements: $0.value) }
      .sorted { ($1.statements, $0.value) < ($0.statements, $1.value) }
  }

  /// The total variation of two groups' mixes of a value.
  static func distance(_ left: [Tally], _ right: [Tally]) -> Double? {
    let values = Set((left + right).map(\.value)).sorted()
    let counts = [left, right].map { tally in
      values.map { value in Double(tally.first { $0.value == value }?.statements ?? 0) }
    }
    return Divergence.totalVariation(counts[0], counts[1])
  }

  private static func cells(
    _ group: ResampledGroup, _ columns: FigureColumns, _ pair: (StatementCount) -> ActorPair?
  ) -> [MatrixCell] {
    columns.counts.compactMap { count -> MatrixCell? in
      guard let pair = pair(count) else { return nil }
      let ratio = CountRatio(
        numerator: columns.place(count), denominator: columns.place(.sentences), scale: 100)
      guard group.sum(ratio.numerator) > 0 else { return nil }
      return MatrixCell(
        pair: pair,
        rate: Rate(numerator: group.sum(ratio.numerator), denominator: group.sum(ratio.denominator), scale: 100),
        interval: group.interval(ratio))
    }.sorted { ($1.rate.numerator, $0.pair) < ($0.rate.numerator, $1.pair) }
  }
}

extension Profile.Kind {
  /// The categories with what is counted for each.
  var categories: [(name: String, count: StatementCount)] {
    switch self {
    case .stance: Stance.allCases.map { ($0.rawValue, .decoupling("stance.\($0.rawValue)")) }
    case .decouplingDomain: DecouplingDomain.allCases.map { ($0.rawValue, .decoupling("domain.\($0.rawValue)")) }
    case .threatDomain: ThreatDomain.allCases.map { ($0.rawValue, .threatDomain($0)) }
    case .rationale: Rationale.allCases.map { ($0.rawValue, .rationale($0)) }
    }
  }
}
