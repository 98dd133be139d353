public import Statistics

/// A measured quantity with everything that it takes to recompute and to doubt it.
public struct Figure: Sendable, Hashable {
  /// A stable key, for example `threat.prevalence`.
  public var key: String
  /// The rate with its counts.
  public var rate: Rate
  /// What the numerator and the denominator count, for example `of sentences`.
  public var unit: FigureUnit
  /// The interval over documents, where there are at least two.
  public var interval: Interval?
  /// The rate corrected for the analyzers' errors by hand-coded sentences, where some are given; its interval is in the
  /// figure's unit.
  public var corrected: CorrectedShare?

  /// A figure.
  public init(key: String, rate: Rate, unit: FigureUnit, interval: Interval? = nil) {
    self.key = key
    self.rate = rate
    self.unit = unit
    self.interval = interval
  }
}

/// What a figure is a rate of.
public enum FigureUnit: String, Sendable, Hashable, CaseIterable {
  /// A share of sentences, in percent.
  case percentOfSentences = "% of sentences"
  /// A number for each 1,000 words.
  case perThousandWords = "per 1,000 words"
  /// A number for each 100 sentences.
  case perHundredSentences = "per 100 sentences"
  /// A mean from 1 to 3 over the sentences that assert a threat.
  case meanIntensity = "mean, 1 to 3"
  /// An index from 0 to 100.
  case index = "index, 0 to 100"
  /// A share of sentences on decoupling, in percent.
  case percentOfDecoupling = "% of decoupling sentences"
  /// A share of entries of blame, in percent.
  case percentOfBlame = "% of blame"
  /// A share of all grounds given, in percent.
  case percentOfRationales = "% of grounds"
}
