internal import DiscourseModel
internal import Statistics

/// The counts behind a set of figures as the columns of a table, each count once.
struct FigureColumns: Sendable {
  /// The counts, in the order of the columns.
  let counts: [StatementCount]
  private let places: [StatementCount: Int]

  /// The columns of figures, and of further counts.
  init(_ definitions: [FigureDefinition], adding further: [StatementCount] = []) {
    var counts: [StatementCount] = []
    var places: [StatementCount: Int] = [:]
    for count in definitions.flatMap({ [$0.numerator, $0.denominator] }) + further where places[count] == nil {
      places[count] = counts.count
      counts.append(count)
    }
    (self.counts, self.places) = (counts, places)
  }

  /// A column's number; the count must be one of them.
  func place(_ count: StatementCount) -> Int {
    guard let place = places[count] else { preconditionFailure("the count has no column") }
    return place
  }

  /// The counts of statements, a row each.
  ///
  /// - Complexity: O(statements · columns); a statement is looked at once, and its parts only where it has any.
  func table(_ statements: [StatementCounts]) -> CountTable {
    var columns = [[Double]](
      repeating: [Double](repeating: 0, count: statements.count), count: counts.count)
    let whole = counts.indices.filter { !counts[$0].isPart }
    for (row, statement) in statements.enumerated() {
      for column in whole { columns[column][row] = Double(counts[column].value(in: statement)) }
      func fill(_ count: StatementCount, _ value: Int) {
        if let column = places[count] { columns[column][row] = Double(value) }
      }
      for (part, value) in statement.decouplingParts { fill(.decoupling(part), value) }
      for (domain, value) in statement.threatDomains { fill(.threatDomain(domain), value) }
      for (pair, value) in statement.threatPairs { fill(.threat(pair), value) }
      for (pair, value) in statement.blamePairs { fill(.blame(pair), value) }
      for (ground, value) in statement.rationales { fill(.rationale(ground), value) }
    }
    return CountTable(documents: statements.count, columns: columns)
  }

  /// A figure as a quotient of columns.
  func ratio(_ definition: FigureDefinition) -> CountRatio {
    CountRatio(
      numerator: place(definition.numerator), denominator: place(definition.denominator), scale: definition.scale)
  }

  /// A figure of a group.
  func figure(_ definition: FigureDefinition, of group: ResampledGroup) -> Figure {
    let ratio = ratio(definition)
    let rate = Rate(
      numerator: group.sum(ratio.numerator), denominator: group.sum(ratio.denominator), scale: ratio.scale)
    return Figure(key: definition.key, rate: rate, unit: definition.unit, interval: group.interval(ratio))
  }
}
