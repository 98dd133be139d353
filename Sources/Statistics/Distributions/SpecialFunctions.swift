#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The regularized incomplete gamma function: the distribution from which those of chi-square and Poisson follow.
///
/// Series below the mean and continued fraction above it (Abramowitz & Stegun 6.5.29, 6.5.31), relative error below 1e-12
/// for shapes from 0.1 to 1e7.
public enum GammaFunction {
  /// P(a, x) and Q(a, x) = 1 − P(a, x), each with all its digits.
  ///
  /// - Parameters:
  ///   - shape: a, above 0.
  ///   - x: from 0 on.
  /// - Complexity: O(√a) near the mean.
  public static func regularized(shape a: Double, _ x: Double) -> (lower: Double, upper: Double) {
    precondition(a > 0, "a shape is positive")
    guard x > 0 else { return (0, 1) }
    guard x < .infinity else { return (1, 0) }
    let front = SaddlePoint.poisson(a, mean: x)
    if x < a + 1 {
      let lower = min(1, front * series(a, x))
      return (lower, 1 - lower)
    }
    let upper = min(1, front * a * fraction(a, x))
    return (1 - upper, upper)
  }

  /// The x with P(a, x) = p.
  ///
  /// - Parameters:
  ///   - p: from 0 to 1.
  ///   - shape: a, above 0.
  public static func quantile(_ p: Double, shape a: Double) -> Double { quantile(lower: p, upper: 1 - p, shape: a) }

  /// The x with Q(a, x) = q, for tails so small that 1 − q would lose them.
  public static func upperQuantile(_ q: Double, shape a: Double) -> Double {
    quantile(lower: 1 - q, upper: q, shape: a)
  }

  private static func quantile(lower: Double, upper: Double, shape a: Double) -> Double {
    if lower <= 0 { return 0 }
    if upper <= 0 { return .infinity }
    // On the logarithm of x, where both tails are log-concave.
    let root = TailSolver.root(lower: lower, upper: upper, start: log(a)) { t in
      let x = exp(t)
      let tails = regularized(shape: a, x)
      return (tails.lower, tails.upper, a * SaddlePoint.poisson(a, mean: x))
    }
    return exp(root)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var index = a
    while term > sum * 1e-17 {
      index += 1
      term *= x / index
      sum += term
    }
    return sum
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    Lentz.evaluate(first: x + 1 - a) { index in (-index * (index - a), x + 2 * index + 1 - a) }
  }
}

/// The regularized incomplete beta function: the distribution from which those of t, F and the binomial follow.
///
/// Continued fraction (DiDonato & Morris 1992 give its error), relative error below 1e-12 for parameters from 0.1 to 1e7.
public enum BetaFunction {
  /// I_x(a, b) and 1 − I_x(a, b), each with all its digits.
  ///
  /// - Parameters:
  ///   - x: from 0 to 1.
  ///   - complement: 1 − x; give it where x is so near 1 that it would be lost.
  ///   - a: above 0.
  ///   - b: above 0.
  /// - Complexity: O(√max(a, b)) near the mean.
  public static func regularized(
    _ x: Double, complement: Double? = nil, _ a: Double, _ b: Double
  ) -> (lower: Double, upper: Double) {
    precondition(a > 0 && b > 0, "parameters are positive")
    let y = complement ?? (1 - x)
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    let front = SaddlePoint.binomial(a, of: a + b, x, y)
    if x <= (a + 1) / (a + b + 2) {
      let lower = min(1, front * b / (a + b) * fraction(x, y, a, b))
      return (lower, 1 - lower)
    }
    let upper = min(1, front * a / (a + b) * fraction(y, x, b, a))
    return (1 - upper, upper)
  }

  /// The x with I_x(a, b) = p, and 1 − x.
  ///
  /// - Parameters:
  ///   - p: from 0 to 1.
  ///   - a: above 0.
  ///   - b: above 0.
  public static func quantile(_ p: Double, _ a: Double, _ b: Double) -> (x: Double, complement: Double) {
    quantile(lower: p, upper: 1 - p, a, b)
  }

  /// The x with 1 − I_x(a, b) = q, and 1 − x, for tails so small that 1 − q would lose them.
  public static func upperQuantile(_ q: Double, _ a: Double, _ b: Double) -> (x: Double, complement: Double) {
    quantile(lower: 1 - q, upper: q, a, b)
  }

  private static func quantile(
    lower: Double, upper: Double, _ a: Double, _ b: Double
  ) -> (x: Double, complement: Double) {
    if lower <= 0 { return (0, 1) }
    if upper <= 0 { return (1, 0) }
    // On the logit of x, where both tails are log-concave.
    func point(_ t: Double) -> (x: Double, complement: Double) { (1 / (1 + exp(-t)), 1 / (1 + exp(t))) }
    let root = TailSolver.root(lower: lower, upper: upper, start: log(a / b)) { t in
      let (x, y) = point(t)
      let tails = regularized(x, complement: y, a, b)
      return (tails.lower, tails.upper, a * b / (a + b) * SaddlePoint.binomial(a, of: a + b, x, y))
    }
    return point(root)
  }

  private static func fraction(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    // The even and odd parts of the classical fraction in one step (DiDonato & Morris 1992, eq. 9).
    let constant = a - (a + b) * x
    func beta(_ n: Double) -> Double {
      // The second term is zero at first, also where a is 1.
      let second = n > 0 ? n * (b - n) * x / (a + 2 * n - 1) : 0
      return n + second + (a + n) * (constant + 1 + n * (1 + y)) / (a + 2 * n + 1)
    }
    return a
      * Lentz.evaluate(first: beta(0)) { n in
        let m = a + 2 * n - 1
        return ((a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x / (m * m), beta(n))
      }
  }
}

/// Continued fractions by Lentz's method (Thompson & Barnett 1986).
enum Lentz {
  /// 1 / (b₀ + a₁ / (b₁ + a₂ / (b₂ + …))).
  ///
  /// - Parameters:
  ///   - first: b₀.
  ///   - step: a_n and b_n for n from 1.
  static func evaluate(first: Double, step: (Double) -> (a: Double, b: Double)) -> Double {
    let tiny = 1e-300
    func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var value = nonzero(first)
    var upper = value
    var lower = 0.0
    for index in 1..<1_000_000 {
      let (a, b) = step(Double(index))
      lower = 1 / nonzero(b + a * lower)
      upper = nonzero(b + a / upper)
      value *= upper * lower
      if abs(upper * lower - 1) < 1e-16 { break }
    }
    return 1 / value
  }
}

/// Finds where a distribution has given tails: Newton's method on the logarithm of the smaller tail, which is concave, kept
/// inside a bracket.
enum TailSolver {
  /// - Parameters:
  ///   - lower: the share below the root.
  ///   - upper: the share above it.
  ///   - start: where the search begins.
  ///   - distribution: the shares below and above a point, and the density there.
  static func root(
    lower: Double, upper: Double, start: Double,
    _ distribution: (Double) -> (lower: Double, upper: Double, density: Double)
  ) -> Double {
    var (low, high) = (-800.0, 800.0)
    var point = start
    for _ in 0..<200 {
      let found = distribution(point)
      // Where a tail is too small for a number, the step is none, and the bracket is halved.
      let step: Double
      if lower <= upper {
        step = (log(lower) - log(found.lower)) * found.lower / found.density
        if found.lower < lower { low = point } else { high = point }
      } else {
        step = (log(found.upper) - log(upper)) * found.upper / found.density
        if found.upper > upper { low = point } else { high = point }
      }
      let next = point + step
      let isInside = next.isFinite && next > low && next < high
      let moved = isInside ? next : (low + high) / 2
      if abs(moved - point) <= 1e-15 * max(1, abs(point)) { return moved }
      point = moved
    }
    return point
  }
}
