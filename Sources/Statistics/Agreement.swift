/// How far coders agree: values by unit and coder, nil where a coder gave none.
public struct Agreement: Sendable {
  /// How far apart two values are.
  public enum Metric: String, Sendable, CaseIterable {
    /// Values are the same or not.
    case nominal
    /// Values are ranks.
    case ordinal
    /// Values are numbers.
    case interval
  }

  /// For each unit, a value from each coder.
  public let units: [[Int?]]

  /// Values by unit and coder; values are codes (nominal), ranks (ordinal) or numbers (interval).
  public init(units: [[Int?]]) { self.units = units }

  /// The units at some positions, for resampling.
  public func sample(_ positions: [Int]) -> Agreement { Agreement(units: positions.map { units[$0] }) }

  /// The share of pairs of values of a unit that are equal; nil where no unit has two values.
  public var observed: Double? {
    var equal = 0.0
    var pairs = 0.0
    for unit in units {
      let values = unit.compactMap { $0 }
      guard values.count >= 2 else { continue }
      for (index, left) in values.enumerated() {
        for right in values[(index + 1)...] {
          pairs += 1
          equal += left == right ? 1 : 0
        }
      }
    }
    return pairs > 0 ? equal / pairs : nil
  }

  /// Krippendorff's alpha, 1 − Do / De over the coincidence matrix; units with one value do not count (K. Krippendorff
  /// 2011, “Computing Krippendorff's Alpha-Reliability”).
  ///
  /// - Returns: nil where there is nothing to compare, or only one value was ever used.
  public func alpha(_ metric: Metric = .nominal) -> Double? {
    let values = Set(units.joined().compactMap { $0 }).sorted()
    let number = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, $0) })
    var coincidences = [[Double]](repeating: [Double](repeating: 0, count: values.count), count: values.count)
    for unit in units {
      let given = unit.compactMap { $0.flatMap { number[$0] } }
      guard given.count >= 2 else { continue }
      for (left, first) in given.enumerated() {
        for (right, second) in given.enumerated() where left != right {
          coincidences[first][second] += 1 / Double(given.count - 1)
        }
      }
    }
    let totals = coincidences.map { $0.reduce(0, +) }
    let count = totals.reduce(0, +)
    guard count > 1 else { return nil }
    var disagreement = 0.0
    var expected = 0.0
    for left in values.indices {
      for right in values.indices where left != right {
        let distance = Self.distance(metric, values, totals, left, right)
        disagreement += coincidences[left][right] * distance
        expected += totals[left] * totals[right] * distance
      }
    }
    guard expected > 0 else { return nil }
    return 1 - (count - 1) * disagreement / expected
  }

  private static func distance(_ metric: Metric, _ values: [Int], _ totals: [Double], _ left: Int, _ right: Int)
    -> Double
  {
    switch metric {
    case .nominal: return 1
    case .interval:
      let difference = Double(values[left] - values[right])
      return difference * difference
    case .ordinal:
      let (low, high) = (min(left, right), max(left, right))
      let between = totals[low...high].reduce(0, +) - (totals[low] + totals[high]) / 2
      return between * between
    }
  }

  /// Cohen's kappa of two coders over the units that both coded (J. Cohen 1960); nil where chance alone agrees wholly.
  public func cohenKappa(_ first: Int = 0, _ second: Int = 1) -> Double? {
    let pairs = units.compactMap { unit -> (Int, Int)? in
      guard let left = unit[first], let right = unit[second] else { return nil }
      return (left, right)
    }
    guard !pairs.isEmpty else { return nil }
    let count = Double(pairs.count)
    let observed = Double(pairs.count { $0.0 == $0.1 }) / count
    let expected = Set(pairs.flatMap { [$0.0, $0.1] }).reduce(0.0) { sum, value in
      let left = Double(pairs.count { $0.0 == value })
      let right = Double(pairs.count { $0.1 == value })
      return sum + left / count * (right / count)
    }
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  /// Fleiss' kappa over the units that every coder coded (J. L. Fleiss 1971).
  public var fleissKappa: Double? {
    chanceCorrected { shares in shares.reduce(0) { $0 + $1 * $1 } }
  }

  /// Gwet's AC1 over the units that every coder coded: chance agreement is Σ π(1 − π) / (K − 1) (K. L. Gwet 2008).
  public var gwetAC1: Double? {
    chanceCorrected { shares in
      shares.count > 1 ? shares.reduce(0) { $0 + $1 * (1 - $1) } / Double(shares.count - 1) : 0
    }
  }

  private func chanceCorrected(_ chance: ([Double]) -> Double) -> Double? {
    let complete = units.filter { unit in unit.count >= 2 && unit.allSatisfy { $0 != nil } }
    guard let coders = complete.first?.count, let observed = Agreement(units: complete).observed else { return nil }
    let total = Double(complete.count * coders)
    let counts = Dictionary(grouping: complete.joined().compactMap { $0 }) { $0 }.mapValues { Double($0.count) / total }
    let expected = chance(counts.sorted { $0.key < $1.key }.map(\.value))
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }
}

/// How far two series of figures for the same units are the same, not only related.
public enum Concordance {
  /// Lin's concordance correlation coefficient, 2 s_xy / (s_x² + s_y² + (x̄ − ȳ)²) with sums over n (L. I. Lin 1989).
  ///
  /// - Returns: nil for fewer than two pairs, or where nothing varies.
  public static func lin(_ left: [Double], _ right: [Double]) -> Double? {
    precondition(left.count == right.count, "a value on each side")
    guard left.count >= 2 else { return nil }
    let count = Double(left.count)
    let leftMean = left.reduce(0, +) / count
    let rightMean = right.reduce(0, +) / count
    var (leftSquares, rightSquares, products) = (0.0, 0.0, 0.0)
    for (x, y) in zip(left, right) {
      leftSquares += (x - leftMean) * (x - leftMean)
      rightSquares += (y - rightMean) * (y - rightMean)
      products += (x - leftMean) * (y - rightMean)
    }
    let shift = (leftMean - rightMean) * (leftMean - rightMean)
    let scale = leftSquares / count + rightSquares / count + shift
    return scale > 0 ? 2 * products / count / scale : nil
  }
}
