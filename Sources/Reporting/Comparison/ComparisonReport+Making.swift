public import DiscourseModel
internal import Statistics

extension ComparisonReport {
  /// Compares groups of statements.
  ///
  /// - Parameters:
  ///   - statements: metadata and counts, in input order.
  ///   - traits: for each statement what near duplicates and the effects of entries take; nil where that is not known.
  ///   - options: what is compared, and how.
  ///   - provenance: how the codes were made.
  ///   - coded: hand-coded sentences of the corpus that correct rates for the analyzers' errors.
  /// - Complexity: O((replicates + permutations) · counts that are not zero), for each contrast; above the resampling's
  ///   limit, statements are gathered first, and it is O(statements).
  public init(
    _ statements: [StatementSummary], traits: [StatementTraits]? = nil, options: ComparisonOptions,
    provenance: Provenance, coded: [ValidationItem] = []
  ) {
    precondition(traits.map { $0.count == statements.count } ?? true, "traits for each statement")
    let grouped = GroupedStatements(statements, traits, options)
    let maker = ComparisonMaker(statements, traits, options, grouped)
    self.provenance = provenance
    self.options = options
    duplicates = grouped.duplicates
    groups = maker.described(correction: Correction(items: coded))
    var contrasts = maker.contrasts()
    var dyads = Dyad.all(statements, members: grouped.groups.flatMap(\.members), resampling: options.resampling)
    Self.adjust(&contrasts, &dyads)
    (self.contrasts, self.dyads) = (contrasts, dyads)
    cautions = maker.cautions
  }

  /// Corrects all p-values of the report together.
  private static func adjust(_ contrasts: inout [GroupDifferences], _ dyads: inout [Dyad]) {
    let values =
      contrasts.flatMap { $0.differences.map(\.outcome.p) + $0.distances.map(\.p) } + dyads.map(\.p)
    var adjusted = MultipleTesting.benjaminiHochberg(values)[...]
    for index in contrasts.indices {
      for place in contrasts[index].differences.indices {
        contrasts[index].differences[place].adjustedP = adjusted.removeFirst()
      }
      for place in contrasts[index].distances.indices {
        contrasts[index].distances[place].adjustedP = adjusted.removeFirst()
      }
    }
    for index in dyads.indices { dyads[index].adjustedP = adjusted.removeFirst() }
  }
}

/// Makes groups and contrasts from grouped statements.
struct ComparisonMaker {
  let statements: [StatementSummary]
  let traits: [StatementTraits]?
  let options: ComparisonOptions
  let grouped: GroupedStatements
  private let columns: FigureColumns
  private let strata: [String?]
  /// The groups without strata, by name; resampled once for all that is said of them.
  private var plain: [String: ResampledGroup] = [:]

  init(
    _ statements: [StatementSummary], _ traits: [StatementTraits]?, _ options: ComparisonOptions,
    _ grouped: GroupedStatements
  ) {
    (self.statements, self.traits, self.options, self.grouped) = (statements, traits, options, grouped)
    var pairs: (threat: Set<ActorPair>, blame: Set<ActorPair>) = ([], [])
    for statement in statements {
      if !statement.counts.threatPairs.isEmpty { pairs.threat.formUnion(statement.counts.threatPairs.keys) }
      if !statement.counts.blamePairs.isEmpty { pairs.blame.formUnion(statement.counts.blamePairs.keys) }
    }
    columns = FigureColumns(
      Figures.definitions,
      adding: Profile.Kind.allCases.flatMap { $0.categories.map(\.count) }
        + pairs.threat.sorted().map { .threat($0) } + pairs.blame.sorted().map { .blame($0) })
    defer {
      for group in grouped.groups { plain[group.name] = resampled([group.members]) }
    }
    guard let key = options.strata else {
      strata = [nil]
      return
    }
    let values = Set(
      grouped.groups.flatMap(\.members).map { GroupedStatements.name(of: statements[$0], by: key) ?? "–" })
    strata = values.sorted().map { $0 }
  }

  /// The statements of a group, those of each stratum together.
  private func members(_ members: [Int]) -> [[Int]] {
    guard let key = options.strata else { return [members] }
    return strata.map { stratum in
      members.filter { (GroupedStatements.name(of: statements[$0], by: key) ?? "–") == stratum }
    }
  }

  private func resampled(_ members: [[Int]]) -> ResampledGroup {
    ResampledGroup(
      strata: members.map { columns.table($0.map { statements[$0].counts }) }, resampling: options.resampling)
  }

  /// The groups as they are, without strata.
  func described(correction: Correction) -> [ComparedGroup] {
    grouped.groups.map { name, members in
      let own = members.map { statements[$0] }
      var group = ComparedGroup(name, own, plain[name] ?? resampled([members]), columns)
      if group.sides.count == 1, let side = own.first?.counts.side {
        group.figures = correction.applied(to: group.figures, side: side)
      }
      return group
    }
  }

  /// Two groups against each other; of more, each against all others, or against the reference.
  func contrasts() -> [GroupDifferences] {
    let groups = grouped.groups
    if let reference = groups.first(where: { $0.name == options.reference }) {
      return groups.filter { $0.name != reference.name }.map { differences($0, reference.name, reference.members) }
    }
    guard groups.count != 2 else { return [differences(groups[0], groups[1].name, groups[1].members)] }
    guard groups.count > 2 else { return [] }
    return groups.map { group in
      differences(group, nil, groups.filter { $0.name != group.name }.flatMap(\.members).sorted())
    }
  }

  private func differences(
    _ group: (name: String, members: [Int]), _ name: String?, _ others: [Int]
  ) -> GroupDifferences {
    let (left, right) = (members(group.members), members(others))
    func resampled(_ name: String?, _ members: [[Int]]) -> ResampledGroup {
      options.strata == nil ? name.flatMap { plain[$0] } ?? self.resampled(members) : self.resampled(members)
    }
    let groups = (resampled(group.name, left), resampled(name, right))
    let contrast = GroupContrast(groups.0, groups.1, ratios: Figures.definitions.map(columns.ratio))
    let influences = InfluenceSearch(
      contrast, columns, statements: statements, traits: traits, left: left, right: right)
    let differences = Figures.definitions.enumerated().compactMap { index, definition -> FigureDifference? in
      guard let outcome = contrast.outcome(index), outcome.left != 0 || outcome.right != 0 else { return nil }
      return FigureDifference(
        key: definition.key, unit: definition.unit, outcome: outcome, adjustedP: nil,
        document: influences.document(index, outcome), entry: influences.entry(index, outcome))
    }
    let used = zip(strata, zip(left, right)).filter { !$1.0.isEmpty && !$1.1.isEmpty }.compactMap(\.0)
    return GroupDifferences(
      left: group.name, right: name, differences: differences, distances: distances(contrast), strata: used)
  }

  private func distances(_ contrast: GroupContrast) -> [ProfileDistance] {
    Profile.Kind.allCases.compactMap { kind in
      let places = kind.categories.map { columns.place($0.count) }
      func profile(_ sum: (Int) -> Double) -> [Double] { places.map(sum) }
      let found = contrast.statistic(sizes: columns.place(.sentences), isSigned: false) { left, right in
        Divergence.jensenShannon(profile(left), profile(right))
      }
      let variation = contrast.value { Divergence.totalVariation(profile($0), profile($1)) }
      guard let found, let variation else { return nil }
      return ProfileDistance(
        kind: kind, distance: found.value, interval: found.interval, byChance: found.byChance,
        totalVariation: variation, p: found.p, adjustedP: nil)
    }
  }
}
