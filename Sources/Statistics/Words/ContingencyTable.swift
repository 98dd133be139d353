#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Two rows and two columns of counts, and the tests of their independence.
struct ContingencyTable: Sendable, Hashable {
  /// The cells: first row, then second.
  let cells: [Double]

  /// A table from its cells, the first row first.
  init(_ first: Double, _ second: Double, _ third: Double, _ fourth: Double) {
    cells = [first, second, third, fourth]
  }

  private var total: Double { cells.reduce(0, +) }
  private var rows: [Double] { [cells[0] + cells[1], cells[2] + cells[3]] }
  private var columns: [Double] { [cells[0] + cells[2], cells[1] + cells[3]] }
  private var expected: [Double] { rows.flatMap { row in columns.map { row * $0 / total } } }

  /// O ln(O / E); nothing of nothing is nothing.
  static func term(_ observed: Double, _ expected: Double) -> Double {
    observed > 0 ? observed * log(observed / expected) : 0
  }

  /// 2 Σ O ln(O / E).
  var logLikelihood: Double { 2 * zip(cells, expected).reduce(0) { $0 + Self.term($1.0, $1.1) } }

  /// Williams' divisor of the log-likelihood.
  var williamsCorrection: Double {
    let rowSum = rows.reduce(0) { $0 + total / $1 } - 1
    let columnSum = columns.reduce(0) { $0 + total / $1 } - 1
    return 1 + rowSum * columnSum / (6 * total)
  }

  /// Σ (O − E)² / E; with Yates' correction differences are smaller by one half, but not below zero.
  func chiSquare(isCorrected: Bool = false) -> Double {
    zip(cells, expected).reduce(0) { sum, cell in
      let difference = abs(cell.0 - cell.1)
      let counted = isCorrected ? difference - min(0.5, difference) : difference
      return cell.1 > 0 ? sum + counted * counted / cell.1 : sum
    }
  }

  /// The log odds ratio with one half added to each cell, and its standard error (Blaheta & Johnson 2001).
  var smoothedLogOdds: (value: Double, error: Double) {
    let smooth = cells.map { $0 + 0.5 }
    let value = log(smooth[0] * smooth[3] / (smooth[1] * smooth[2]))
    return (value, smooth.reduce(0) { $0 + 1 / $1 }.squareRoot())
  }
}

/// Fisher's exact test of two shares.
public enum FisherExact {
  /// The two-sided p: the chance of every table that is no likelier than the one seen.
  ///
  /// - Parameters:
  ///   - first: successes of the first group.
  ///   - firstSize: its size.
  ///   - second: successes of the second group.
  ///   - secondSize: its size.
  /// - Complexity: O(tables whose chance is not negligible).
  public static func twoSided(_ first: Int, of firstSize: Int, _ second: Int, of secondSize: Int) -> Double {
    let successes = first + second
    let least = max(0, successes - secondSize)
    let most = min(firstSize, successes)
    // Chances relative to the table that was seen, so that none is too small for a number.
    func ratio(_ count: Int) -> Double {
      // The chance of count + 1 over that of count.
      let (x, n, m, k) = (Double(count), Double(firstSize), Double(secondSize), Double(successes))
      return (n - x) * (k - x) / ((x + 1) * (m - k + x + 1))
    }
    let bound = 1 + 1e-7
    var (all, extreme) = (1.0, 1.0)
    func add(_ chance: Double) {
      all += chance
      if chance <= bound { extreme += chance }
    }
    var chance = 1.0
    for count in stride(from: first, to: most, by: 1) {
      chance *= ratio(count)
      add(chance)
      if chance < 1e-20, chance < all * 1e-20 { break }
    }
    chance = 1
    for count in stride(from: first, to: least, by: -1) {
      chance /= ratio(count - 1)
      add(chance)
      if chance < 1e-20, chance < all * 1e-20 { break }
    }
    return min(1, extreme / all)
  }
}
