#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// An ordinary least-squares regression with standard errors for series whose errors hang together in time.
public struct LeastSquares: Sendable, Hashable {
  /// The intercept, then one for each predictor.
  public let coefficients: [Double]
  /// Observed less fitted, in order.
  public let residuals: [Double]
  /// Observations less coefficients.
  public let degrees: Int
  private let rows: [[Double]]
  private let bread: [[Double]]

  /// Fits responses.
  ///
  /// - Parameters:
  ///   - responses: in order of time where there is one.
  ///   - predictors: for each response, the values of the predictors.
  /// - Returns: nil where there are no degrees of freedom left, or the predictors determine each other.
  /// - Complexity: O(n p²).
  public init?(_ responses: [Double], predictors: [[Double]]) {
    precondition(responses.count == predictors.count, "predictors for each response")
    let rows = predictors.map { [1] + $0 }
    guard let width = rows.first?.count, responses.count > width else { return nil }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    var right = [Double](repeating: 0, count: width)
    for (row, response) in zip(rows, responses) {
      for first in 0..<width {
        right[first] += row[first] * response
        for second in 0..<width { matrix[first][second] += row[first] * row[second] }
      }
    }
    guard let system = SymmetricSystem(matrix) else { return nil }
    let beta = system.solve(right)
    coefficients = beta
    residuals = zip(rows, responses).map { row, response in
      response - row.indices.reduce(0) { $0 + row[$1] * beta[$1] }
    }
    (self.rows, bread, degrees) = (rows, system.inverse, responses.count - width)
  }

  /// The usual number of lags for a series: ⌊4 (T/100)^(2/9)⌋ (Newey & West 1994).
  public static func lags(for length: Int) -> Int { Int(4 * pow(Double(length) / 100, 2.0 / 9)) }

  /// Standard errors that hold under heteroscedasticity and autocorrelation (Newey & West 1987, Bartlett weights).
  ///
  /// - Parameters:
  ///   - lags: how far errors hang together; the usual number where nil.
  ///   - corrected: whether variances are raised by n / (n − p) for few observations.
  public func neweyWestErrors(lags: Int? = nil, corrected: Bool = true) -> [Double] {
    let count = rows.count
    let width = coefficients.count
    let depth = min(lags ?? Self.lags(for: count), count - 1)
    let scores = zip(rows, residuals).map { row, residual in row.map { $0 * residual } }
    var meat = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    for lag in 0...depth {
      let weight = 1 - Double(lag) / Double(depth + 1)
      for time in lag..<count {
        for first in 0..<width {
          for second in 0..<width {
            let product = scores[time][first] * scores[time - lag][second]
            meat[first][second] += weight * product
            if lag > 0 { meat[second][first] += weight * product }
          }
        }
      }
    }
    let factor = corrected ? Double(count) / Double(degrees) : 1
    return bread.indices.map { index in
      let row = bread[index]
      var sum = 0.0
      for first in 0..<width {
        for second in 0..<width { sum += row[first] * meat[first][second] * row[second] }
      }
      return max(0, factor * sum).squareRoot()
    }
  }

  /// The p of a coefficient against zero, by t with Newey–West errors.
  public func p(_ coefficient: Int) -> Double {
    let error = neweyWestErrors()[coefficient]
    guard error > 0 else { return abs(coefficients[coefficient]) < 1e-12 ? 1 : 0 }
    return StudentT.twoSided(coefficients[coefficient] / error, degrees: Double(degrees))
  }
}
