/// A small system of linear equations with a symmetric positive definite matrix, solved by Cholesky's factors.
struct SymmetricSystem {
  private let factor: [[Double]]

  /// Factors a matrix; nil where it is not positive definite, as where one predictor follows from the others.
  ///
  /// - Complexity: O(n³).
  init?(_ matrix: [[Double]]) {
    var factor = matrix
    for column in matrix.indices {
      for row in column..<matrix.count {
        var sum = matrix[row][column]
        for index in 0..<column { sum -= factor[row][index] * factor[column][index] }
        if row == column {
          guard sum > 1e-12 * max(1e-300, matrix[column][column]) else { return nil }
          factor[row][row] = sum.squareRoot()
        } else {
          factor[row][column] = sum / factor[column][column]
        }
      }
    }
    self.factor = factor
  }

  /// The solution for a right-hand side.
  func solve(_ right: [Double]) -> [Double] {
    var values = right
    for row in values.indices {
      for index in 0..<row { values[row] -= factor[row][index] * values[index] }
      values[row] /= factor[row][row]
    }
    for row in values.indices.reversed() {
      for index in row + 1..<values.count { values[row] -= factor[index][row] * values[index] }
      values[row] /= factor[row][row]
    }
    return values
  }

  /// The inverse.
  var inverse: [[Double]] {
    factor.indices.map { column in solve(factor.indices.map { $0 == column ? 1 : 0 }) }
  }
}
