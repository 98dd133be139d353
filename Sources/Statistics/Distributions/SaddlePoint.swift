#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Probabilities of single counts without loss of digits for large arguments (C. Loader 2000, “Fast and accurate
/// computation of binomial probabilities”): the powers that would cancel are never formed.
enum SaddlePoint {
  /// x^a e^−x / Γ(a + 1): the Poisson probability of a at mean x, also between whole numbers.
  static func poisson(_ a: Double, mean x: Double) -> Double {
    guard a > 0 else { return exp(-x) }
    guard x > 0 else { return 0 }
    return exp(-stirlingError(a) - deviance(a, x)) / (2 * .pi * a).squareRoot()
  }

  /// Γ(n + 1) / (Γ(k + 1) Γ(n − k + 1)) p^k q^(n − k): the binomial probability, also between whole numbers.
  ///
  /// - Parameters:
  ///   - k: successes, from 0 to n.
  ///   - n: trials.
  ///   - p: the probability of a success.
  ///   - q: 1 − p, which is given too, so that small ones keep their digits.
  static func binomial(_ k: Double, of n: Double, _ p: Double, _ q: Double) -> Double {
    guard p > 0 else { return k == 0 ? 1 : 0 }
    guard q > 0 else { return k == n ? 1 : 0 }
    if k == 0 { return exp(n * (p < 0.5 ? log1p(-p) : log(q))) }
    if k == n { return exp(n * (q < 0.5 ? log1p(-q) : log(p))) }
    let exponent =
      stirlingError(n) - stirlingError(k) - stirlingError(n - k) - deviance(k, n * p) - deviance(n - k, n * q)
    return exp(exponent) * (n / (2 * .pi * k * (n - k))).squareRoot()
  }

  /// ln Γ(n + 1) less Stirling's formula for it.
  static func stirlingError(_ n: Double) -> Double {
    guard n > 15 else {
      return logGamma(n + 1) - (n + 0.5) * log(n) + n - 0.918_938_533_204_672_741_78
    }
    let square = n * n
    var sum = 0.0
    for term in [1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12] {
      sum = sum / square + term
    }
    return sum / n
  }

  /// x ln(x / m) + m − x, which is never negative, without cancellation where x is near m.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    let ratio = (x - m) / (x + m)
    var sum = (x - m) * ratio
    var term = 2 * x * ratio
    for index in 1..<1000 {
      term *= ratio * ratio
      let next = sum + term / Double(2 * index + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }

  /// ln Γ(x) for x > 0.
  static func logGamma(_ x: Double) -> Double { lgamma(x).0 }
}
