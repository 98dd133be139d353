#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The standard normal distribution.
public enum Normal {
  /// The share below x.
  public static func lowerTail(_ x: Double) -> Double { 0.5 * erfc(-x * 0.5.squareRoot()) }

  /// The share above x.
  public static func upperTail(_ x: Double) -> Double { lowerTail(-x) }

  /// The p of a z that may go either way.
  public static func twoSided(_ z: Double) -> Double { erfc(abs(z) * 0.5.squareRoot()) }

  /// The x below which a share p lies; infinite for 0 and 1.
  public static func quantile(_ p: Double) -> Double {
    precondition((0...1).contains(p), "a share is from 0 to 1")
    guard p < 0.5 else { return p == 0.5 ? 0 : -quantile(1 - p) }
    guard p > 0 else { return -.infinity }
    return TailSolver.root(lower: p, upper: 1 - p, start: -(-2 * log(p)).squareRoot()) { x in
      (lowerTail(x), lowerTail(-x), exp(-0.5 * x * x) / (2 * .pi).squareRoot())
    }
  }
}

/// The chi-square distribution.
public enum ChiSquare {
  /// The share above x: the p of a test statistic.
  public static func upperTail(_ x: Double, degrees: Double) -> Double {
    GammaFunction.regularized(shape: degrees / 2, x / 2).upper
  }

  /// The share below x.
  public static func lowerTail(_ x: Double, degrees: Double) -> Double {
    GammaFunction.regularized(shape: degrees / 2, x / 2).lower
  }

  /// The x below which a share p lies.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    2 * GammaFunction.quantile(p, shape: degrees / 2)
  }
}

/// Student's t distribution; the degrees of freedom need not be whole.
public enum StudentT {
  /// The p of a t that may go either way.
  public static func twoSided(_ t: Double, degrees: Double) -> Double {
    let square = t * t
    guard square < .infinity else { return 0 }
    return BetaFunction.regularized(
      degrees / (degrees + square), complement: square / (degrees + square), degrees / 2, 0.5
    ).lower
  }

  /// The share above t.
  public static func upperTail(_ t: Double, degrees: Double) -> Double {
    let half = twoSided(t, degrees: degrees) / 2
    return t >= 0 ? half : 1 - half
  }

  /// The t below which a share p lies; infinite for 0 and 1.
  public static func quantile(_ p: Double, degrees: Double) -> Double {
    precondition((0...1).contains(p), "a share is from 0 to 1")
    guard p < 0.5 else { return p == 0.5 ? 0 : -quantile(1 - p, degrees: degrees) }
    let point = BetaFunction.quantile(2 * p, degrees / 2, 0.5)
    return -(degrees * point.complement / point.x).squareRoot()
  }
}

/// The F distribution.
public enum FisherF {
  /// The share above f: the p of a test statistic.
  public static func upperTail(_ f: Double, degrees: (numerator: Double, denominator: Double)) -> Double {
    let (above, below) = (degrees.numerator * f, degrees.denominator)
    guard above > 0 else { return 1 }
    return BetaFunction.regularized(
      below / (below + above), complement: above / (below + above), below / 2, degrees.numerator / 2
    ).lower
  }
}

/// The Poisson distribution: counts at a known mean.
public enum Poisson {
  /// The probability of a count.
  public static func probability(_ count: Int, mean: Double) -> Double {
    count < 0 ? 0 : SaddlePoint.poisson(Double(count), mean: mean)
  }

  /// The probability of so many or fewer.
  public static func lowerTail(_ count: Int, mean: Double) -> Double {
    count < 0 ? 0 : GammaFunction.regularized(shape: Double(count) + 1, mean).upper
  }

  /// The probability of so many or more.
  public static func upperTail(_ count: Int, mean: Double) -> Double {
    count <= 0 ? 1 : GammaFunction.regularized(shape: Double(count), mean).lower
  }

  /// The exact interval of the mean behind a count (F. Garwood 1936).
  public static func interval(count: Int, level: Double = 0.95) -> Interval {
    let tail = (1 - level) / 2
    return Interval(
      lower: count > 0 ? GammaFunction.quantile(tail, shape: Double(count)) : 0,
      upper: GammaFunction.upperQuantile(tail, shape: Double(count) + 1), level: level)
  }
}

/// The binomial distribution: successes in trials.
public enum Binomial {
  /// The probability of k successes in n trials.
  public static func probability(_ k: Int, of n: Int, share p: Double) -> Double {
    (0...n).contains(k) ? SaddlePoint.binomial(Double(k), of: Double(n), p, 1 - p) : 0
  }

  /// The probability of k or fewer successes in n trials.
  public static func lowerTail(_ k: Int, of n: Int, share p: Double) -> Double {
    guard k >= 0 else { return 0 }
    guard k < n else { return 1 }
    return BetaFunction.regularized(p, Double(k) + 1, Double(n - k)).upper
  }

  /// The probability of k or more successes in n trials.
  public static func upperTail(_ k: Int, of n: Int, share p: Double) -> Double {
    guard k > 0 else { return 1 }
    guard k <= n else { return 0 }
    return BetaFunction.regularized(p, Double(k), Double(n - k) + 1).lower
  }

  /// The exact interval of the share behind k successes in n trials (Clopper & Pearson 1934).
  public static func interval(_ k: Int, of n: Int, level: Double = 0.95) -> Interval {
    let tail = (1 - level) / 2
    return Interval(
      lower: k > 0 ? BetaFunction.quantile(tail, Double(k), Double(n - k) + 1).x : 0,
      upper: k < n ? BetaFunction.upperQuantile(tail, Double(k) + 1, Double(n - k)).x : 1, level: level)
  }
}
