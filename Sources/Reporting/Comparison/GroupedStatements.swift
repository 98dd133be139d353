internal import DiscourseModel
internal import Statistics

/// Statements in their groups, near duplicates left out.
struct GroupedStatements {
  /// The groups' names, in order, and for each the numbers of its statements.
  private(set) var groups: [(name: String, members: [Int])] = []
  private(set) var duplicates: [NearDuplicate] = []
  /// How many statements lack the field.
  private(set) var ungrouped = 0

  init(_ statements: [StatementSummary], _ traits: [StatementTraits]?, _ options: ComparisonOptions) {
    var members: [String: [Int]] = [:]
    for (index, statement) in statements.enumerated() {
      if let name = Self.name(of: statement, by: options.by) {
        members[name, default: []].append(index)
      } else {
        ungrouped += 1
      }
    }
    if let traits {
      for name in members.keys.sorted(by: Self.comesBefore) {
        members[name] = distinct(members[name] ?? [], statements, traits, keepsAll: options.keepsDuplicates)
      }
    }
    groups = members.keys.sorted(by: Self.comesBefore).map { ($0, members[$0] ?? []) }
  }

  /// The group in which a statement belongs; its side may be inferred.
  static func name(of statement: StatementSummary, by key: MetadataKey) -> String? {
    key == .side ? statement.counts.side.rawValue : statement.metadata[key]
  }

  /// By name; the United States before China, as everywhere.
  static func comesBefore(_ left: String, _ right: String) -> Bool {
    if let first = Side(rawValue: left), let second = Side(rawValue: right) { return first == .us && second == .prc }
    return left < right
  }

  /// The members that repeat no earlier one of the same side.
  private mutating func distinct(
    _ members: [Int], _ statements: [StatementSummary], _ traits: [StatementTraits], keepsAll: Bool
  ) -> [Int] {
    var kept: Set<Int> = []
    for side in Side.allCases {
      let own = members.filter { statements[$0].counts.side == side }
      for (place, original) in MinHash.duplicates(own.map { traits[$0].sketch }).enumerated() {
        guard let original else {
          kept.insert(own[place])
          continue
        }
        let (index, first) = (own[place], own[original])
        duplicates.append(
          NearDuplicate(
            id: statements[index].metadata.id, original: statements[first].metadata.id,
            resemblance: traits[first].sketch.resemblance(to: traits[index].sketch), isDropped: !keepsAll))
        if keepsAll { kept.insert(index) }
      }
    }
    return members.filter(kept.contains)
  }
}
