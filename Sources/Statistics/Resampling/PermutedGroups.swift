/// Two groups' sums when their documents are put into them at random, within each stratum.
struct PermutedGroups: Sendable {
  private struct Stratum: Sendable {
    var left: Int
    var right: Int
    /// Whether the second group is the one that was drawn, as the smaller.
    var isSwapped: Bool
    var total: [Double]
    var observed: [Double]
    var subsets: ResampledSums
  }

  private let strata: [Stratum]
  private let ratios: [CountRatio]
  private let width: Int
  private let permutations: Int

  /// Permutes documents; above the resampling's limit, units of equally many documents.
  init(_ left: ResampledGroup, _ right: ResampledGroup, ratios: [CountRatio], resampling: Resampling) {
    (self.ratios, width, permutations) = (ratios, left.strata[0].width, resampling.permutations)
    strata = zip(left.strata, right.strata).enumerated().map { index, pair in
      let (left, right) = Self.units(pair.0, pair.1, resampling)
      let table = Self.withProducts(left + right, ratios)
      let total = table.sums
      // The smaller group is drawn; the other is the rest.
      let isLeft = left.documents <= right.documents
      let drawn = table.subsets(
        of: min(left.documents, right.documents), replicates: resampling.permutations,
        seed: resampling.bootstrap.seed &* 0x85EB_CA6B &+ UInt64(index) &+ 7)
      let observed = Self.withProducts(isLeft ? left : right, ratios).sums
      return Stratum(
        left: isLeft ? left.documents : right.documents, right: isLeft ? right.documents : left.documents,
        isSwapped: !isLeft, total: total, observed: observed, subsets: drawn)
    }
  }

  /// Units of the same number of documents in both groups.
  private static func units(
    _ left: CountTable, _ right: CountTable, _ resampling: Resampling
  ) -> (CountTable, CountTable) {
    let documents = left.documents + right.documents
    guard documents > 2 * resampling.limit else { return (left, right) }
    let size = min(2 * documents / resampling.limit, min(left.documents, right.documents) / 20)
    guard size > 1 else { return (left, right) }
    let seed = resampling.bootstrap.seed &+ 0x2545
    return (
      left.gathered(into: left.documents / size, seed: seed),
      right.gathered(into: right.documents / size, seed: seed &+ 1)
    )
  }

  /// The table with the products behind each figure's variance: for each figure a², a b and b².
  private static func withProducts(_ table: CountTable, _ ratios: [CountRatio]) -> CountTable {
    let columns = table.allColumns
    let products = ratios.flatMap { ratio in
      let (over, under) = (columns[ratio.numerator], columns[ratio.denominator])
      return [
        zip(over, over).map { $0 * $1 }, zip(over, under).map { $0 * $1 }, zip(under, under).map { $0 * $1 },
      ]
    }
    return CountTable(documents: table.documents, columns: columns + products)
  }

  /// The p of no difference in a figure, two-sided: the difference is measured in its standard error of the same
  /// permutation, so that the test holds also where the groups vary differently (Janssen 1997; Chung & Romano 2013).
  func p(_ index: Int, weights: [Double]) -> Double? {
    guard strata.enumerated().allSatisfy({ weights[$0] == 0 || ($1.left >= 2 && $1.right >= 2) }) else { return nil }
    guard let observed = studentized(index, weights, { $0.observed[$1] }) else { return nil }
    let permuted = (0..<permutations).compactMap { replicate in
      studentized(index, weights) { $0.subsets[replicate, $1] }.map(abs)
    }
    return permuted.isEmpty ? nil : PermutationP.upper(abs(observed), among: permuted)
  }

  private func studentized(_ index: Int, _ weights: [Double], _ drawn: (Stratum, Int) -> Double) -> Double? {
    var (difference, variance) = (0.0, 0.0)
    for (place, stratum) in strata.enumerated() where weights[place] > 0 {
      guard let left = part(index, stratum.left, { drawn(stratum, $0) }),
        let right = part(index, stratum.right, { stratum.total[$0] - drawn(stratum, $0) })
      else { return nil }
      let weight = weights[place]
      difference += weight * (left.rate - right.rate) * (stratum.isSwapped ? -1 : 1)
      variance += weight * weight * (left.variance + right.variance)
    }
    guard variance > 1e-24 else { return abs(difference) < 1e-12 ? 0 : .infinity }
    return difference / variance.squareRoot()
  }

  /// A group's rate and the variance of it, linearized.
  private func part(_ index: Int, _ documents: Int, _ sum: (Int) -> Double) -> (rate: Double, variance: Double)? {
    let ratio = ratios[index]
    let under = sum(ratio.denominator)
    guard under > 0 else { return nil }
    let rate = sum(ratio.numerator) / under
    let products = width + 3 * index
    let squares = sum(products) - 2 * rate * sum(products + 1) + rate * rate * sum(products + 2)
    let count = Double(documents)
    return (rate, max(0, squares) / (under * under) * count / max(1, count - 1))
  }

  /// A statistic of both groups' sums over all strata in each permutation.
  func values(_ statistic: ((Int) -> Double, (Int) -> Double) -> Double?) -> [Double] {
    (0..<permutations).compactMap { replicate in
      func left(_ column: Int) -> Double {
        var sum = 0.0
        for stratum in strata {
          let drawn = stratum.subsets[replicate, column]
          sum += stratum.isSwapped ? stratum.total[column] - drawn : drawn
        }
        return sum
      }
      return statistic(left) { column in
        strata.reduce(0) { $0 + $1.total[column] } - left(column)
      }
    }
  }
}
