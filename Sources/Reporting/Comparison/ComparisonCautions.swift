internal import DiscourseModel
internal import Statistics

extension ComparisonMaker {
  /// What a reader has to know before he believes the differences.
  var cautions: [Caution] {
    var cautions: [Caution] = []
    if grouped.ungrouped > 0 {
      cautions.append(.ungrouped(field: options.by.name, statements: grouped.ungrouped))
    }
    for group in grouped.groups where group.members.count < 10 {
      cautions.append(.fewStatements(group: group.name, statements: group.members.count))
    }
    if grouped.groups.count == 2 || options.reference != nil { cautions += pairs.flatMap(cautions(of:)) }
    if traits == nil { cautions.append(.traitsUnknown) }
    return cautions
  }

  private typealias Group = (name: String, members: [Int])

  private var pairs: [(Group, Group)] {
    let groups = grouped.groups
    guard let reference = groups.first(where: { $0.name == options.reference }) else { return [(groups[0], groups[1])] }
    return groups.filter { $0.name != reference.name }.map { ($0, reference) }
  }

  private func cautions(of pair: (Group, Group)) -> [Caution] {
    let (left, right) = pair
    var cautions: [Caution] = []
    if let distance = distance(left.members, right.members, { $0.metadata.genre }), distance > 0.25,
      options.by != .genre, options.strata != .genre
    {
      cautions.append(.genreMix(left: left.name, right: right.name, distance: distance))
    }
    if let distance = distance(left.members, right.members, { $0.metadata.language?.rawValue }), distance > 0.1,
      options.by != .language
    {
      cautions.append(.languages(left: left.name, right: right.name))
    }
    if let key = options.strata {
      func values(_ group: Group) -> [String] {
        group.members.map { GroupedStatements.name(of: statements[$0], by: key) ?? "–" }
      }
      let common = Set(values(left)).intersection(values(right))
      let lost = (values(left) + values(right)).count { !common.contains($0) }
      if lost > 0 { cautions.append(.strataLeftOut(left: left.name, right: right.name, statements: lost)) }
    }
    return cautions
  }

  /// The total variation of two groups' mixes of a value.
  private func distance(
    _ left: [Int], _ right: [Int], _ value: (StatementSummary) -> String?
  ) -> Double? {
    let tallies = [left, right].map { ComparedGroup.tally($0.map { statements[$0] }, value) }
    return ComparedGroup.distance(tallies[0], tallies[1])
  }
}
