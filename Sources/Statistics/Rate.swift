/// A rate with the counts behind it: no figure goes without its numerator and denominator.
public struct Rate: Sendable, Hashable {
  /// What is counted.
  public var numerator: Double
  /// What it is counted over.
  public var denominator: Double
  /// The factor by which the quotient is shown: 1 for shares, 1,000 for words, 100 for sentences.
  public var scale: Double

  /// A rate from its counts.
  public init(numerator: Double, denominator: Double, scale: Double = 1) {
    self.numerator = numerator
    self.denominator = denominator
    self.scale = scale
  }

  /// scale × numerator / denominator; nil where the denominator is zero.
  public var value: Double? { denominator > 0 ? scale * numerator / denominator : nil }

  /// The rate over two sets together: counts are sums, so that they merge exactly.
  public static func + (left: Rate, right: Rate) -> Rate {
    Rate(
      numerator: left.numerator + right.numerator, denominator: left.denominator + right.denominator,
      scale: left.scale)
  }
}

/// An interval for a figure.
public struct Interval: Sendable, Hashable {
  /// The lower end.
  public var lower: Double
  /// The upper end.
  public var upper: Double
  /// The confidence level, for example 0.95.
  public var level: Double

  /// An interval.
  public init(lower: Double, upper: Double, level: Double) {
    self.lower = lower
    self.upper = upper
    self.level = level
  }
}
