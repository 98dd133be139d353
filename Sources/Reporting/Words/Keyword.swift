public import Statistics

/// A word that is compared between a target and a reference.
public struct Keyword: Sendable {
  /// The p of a test by document, and what remains of it after Benjamini–Hochberg over all words.
  public struct Test: Sendable, Hashable {
    /// The p.
    public var p: Double
    /// The q.
    public var q: Double

    /// A p with its q.
    public init(p: Double, q: Double) { (self.p, self.q) = (p, q) }
  }

  /// The word, in its normalized form.
  public var word: String
  /// Its counts.
  public var keyness: Keyness
  /// The log ratio that the counts still warrant, over all words together.
  public var conservativeLogRatio: Double
  /// The difference of log-odds under an informative prior.
  public var logOdds: Keyness.LogOdds
  /// In how many documents of the target it stands.
  public var targetDocuments: Int
  /// In how many documents of the reference; nil where the reference is a list of words.
  public var referenceDocuments: Int?
  /// How evenly it is spread over the target; nil where it does not occur there.
  public var targetSpread: Dispersion?
  /// How evenly it is spread over the reference; nil where it does not occur there, or where the reference is a list.
  public var referenceSpread: Dispersion?
  /// The bootstrap test by document; nil where it was not made.
  public var bootstrap: Test?
  /// The permutation test by document; nil where it was not made.
  public var permutation: Test?

  /// A word with its figures.
  public init(
    word: String, keyness: Keyness, conservativeLogRatio: Double, logOdds: Keyness.LogOdds, targetDocuments: Int,
    referenceDocuments: Int?, targetSpread: Dispersion?, referenceSpread: Dispersion?
  ) {
    self.word = word
    self.keyness = keyness
    self.conservativeLogRatio = conservativeLogRatio
    self.logOdds = logOdds
    self.targetDocuments = targetDocuments
    self.referenceDocuments = referenceDocuments
    self.targetSpread = targetSpread
    self.referenceSpread = referenceSpread
  }

  /// The spread over the side on which the word is more frequent.
  var spread: Dispersion? { keyness.direction >= 0 ? targetSpread : referenceSpread }
}

/// A measure by which keywords are ranked.
public enum KeywordMeasure: String, Sendable, Hashable, CaseIterable {
  case conservativeLogRatio = "conservative-log-ratio"
  case logRatio = "log-ratio"
  case logLikelihood = "log-likelihood"
  case chiSquare = "chi-square"
  case percentDifference = "percent-difference"
  case bayesFactor = "bic"
  case logOdds = "log-odds"
  case simpleMaths = "simple-maths"
  case bootstrap
  case permutation
  case frequency

  /// How strongly a word speaks for the side on which it is more frequent; more is stronger.
  func strength(of keyword: Keyword) -> Double {
    let keyness = keyword.keyness
    let isTarget = keyness.direction >= 0
    switch self {
    case .conservativeLogRatio: return abs(keyword.conservativeLogRatio)
    case .logRatio: return abs(keyness.logRatio)
    case .logLikelihood: return keyness.logLikelihood
    case .chiSquare: return keyness.chiSquare
    // A word that one side lacks is beyond all per cent.
    case .percentDifference: return keyness.percentDifference.map(abs) ?? .infinity
    case .bayesFactor: return keyness.bayesFactor
    case .logOdds: return abs(keyword.logOdds.z)
    case .simpleMaths: return isTarget ? keyness.simpleMaths() : 1 / keyness.simpleMaths()
    case .bootstrap: return -(keyword.bootstrap?.p ?? 1)
    case .permutation: return -(keyword.permutation?.p ?? 1)
    case .frequency: return Double(isTarget ? keyness.target : keyness.reference)
    }
  }
}
