internal import DiscourseModel
internal import Statistics

extension CompositionSeries.Kind {
  /// The categories with what is counted for each.
  var categories: [(name: String, count: StatementCount)] {
    switch self {
    case .rationale: Profile.Kind.rationale.categories
    case .tradeToSecurity: [Rationale.fairTrade, .security].map { ($0.rawValue, .rationale($0)) }
    case .decouplingDomain: Profile.Kind.decouplingDomain.categories
    case .stance: Profile.Kind.stance.categories
    }
  }
}

extension CompositionSeries {
  /// The composition of a group over the periods; nil where nothing is counted.
  init?(_ kind: Kind, _ group: TrendTimeline.Group, _ timeline: TrendTimeline) {
    let categories = kind.categories
    let rows = group.statements.map { statement in categories.map { Double($0.count.value(in: statement.counts)) } }
    guard rows.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
    let options = timeline.options.resampling
    let test = CompositionTrend(
      times: group.places.map { timeline.periods[$0].years }, counts: rows, replicates: options.permutations,
      seed: options.bootstrap.seed)
    var counts = [[Int]](
      repeating: [Int](repeating: 0, count: timeline.periods.count), count: categories.count)
    for (row, place) in zip(rows, group.places) {
      for category in categories.indices { counts[category][place] += Int(row[category]) }
    }
    self.init(
      group: group.name, kind: kind,
      categories: categories.enumerated().map { index, category in
        Category(
          name: category.name, counts: counts[index], first: Self.first(index, rows, group),
          course: test?.courses[index])
      }, p: test?.p, adjustedP: nil)
  }

  /// The earliest statement with a category.
  private static func first(_ category: Int, _ rows: [[Double]], _ group: TrendTimeline.Group) -> FirstSeen? {
    var first: FirstSeen?
    for (row, statement) in zip(rows, group.statements) where row[category] > 0 {
      guard let date = statement.metadata.date, first.map({ date < $0.date }) ?? true else { continue }
      first = FirstSeen(date: date, statement: statement.metadata.id)
    }
    return first
  }
}
