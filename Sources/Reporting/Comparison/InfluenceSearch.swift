internal import DiscourseModel
internal import Statistics

/// Finds the single statement and the single lexicon entry without which a difference changes most.
struct InfluenceSearch {
  private let contrast: GroupContrast
  /// The statements' ids, those of the first group first.
  private let ids: [String]
  /// For each entry, what the columns' sums would lose in each stratum of both groups.
  private let losses: [(entry: String, left: [[Int: Double]], right: [[Int: Double]])]

  init(
    _ contrast: GroupContrast, _ columns: FigureColumns, statements: [StatementSummary], traits: [StatementTraits]?,
    left: [[Int]], right: [[Int]]
  ) {
    self.contrast = contrast
    ids = (left + right).joined().map { statements[$0].metadata.id }
    guard let traits else {
      losses = []
      return
    }
    let places = Dictionary(uniqueKeysWithValues: columns.counts.enumerated().map { ($1, $0) })
    func sums(_ group: [[Int]]) -> [String: [[Int: Double]]] {
      var sums: [String: [[Int: Double]]] = [:]
      for (stratum, members) in group.enumerated() {
        for member in members {
          for loss in traits[member].losses {
            guard let place = places[loss.count] else { continue }
            sums[loss.entry, default: [[Int: Double]](repeating: [:], count: group.count)][stratum][
              place, default: 0] += Double(loss.amount)
          }
        }
      }
      return sums
    }
    let (first, second) = (sums(left), sums(right))
    let none = [[Int: Double]](repeating: [:], count: left.count)
    losses = Set(first.keys).union(second.keys).sorted().map { ($0, first[$0] ?? none, second[$0] ?? none) }
  }

  /// The statement without which the difference of a measure changes most.
  func document(_ index: Int, _ outcome: GroupContrast.Outcome) -> Influence? {
    let without = contrast.differencesWithoutDocuments(index)
    var best: (place: Int, difference: Double)?
    for (place, difference) in (without.left + without.right).enumerated()
    where abs(difference - outcome.difference) > abs((best?.difference ?? outcome.difference) - outcome.difference) {
      best = (place, difference)
    }
    return best.map { influence(ids[$0.place], $0.difference, outcome) }
  }

  /// The entry without which it changes most.
  func entry(_ index: Int, _ outcome: GroupContrast.Outcome) -> Influence? {
    let without = losses.compactMap { entry, left, right -> (String, Double)? in
      contrast.difference(index, leftLosses: left, rightLosses: right).map { (entry, $0) }
    }
    let best = without.max { abs($0.1 - outcome.difference) < abs($1.1 - outcome.difference) }
    return best.flatMap { $0.1 == outcome.difference ? nil : influence($0.0, $0.1, outcome) }
  }

  private func influence(_ name: String, _ difference: Double, _ outcome: GroupContrast.Outcome) -> Influence {
    // A quotient: negative where the sign turns, below a half where more than half is gone.
    let rest = outcome.difference == 0 ? 1 : difference / outcome.difference
    return Influence(name: name, difference: difference, isDecisive: rest < 0.5)
  }
}
