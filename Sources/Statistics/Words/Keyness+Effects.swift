#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

// How large a difference is, whatever its significance.
extension Keyness {
  /// log2 of the quotient of both shares; a count of zero stands as one half (Hardie 2014).
  public var logRatio: Double {
    func share(_ count: Int, _ size: Int) -> Double { max(0.5, Double(count)) / Double(size) }
    return log2(share(target, targetSize) / share(reference, referenceSize))
  }

  /// By how many per cent the word is more frequent in the target (Gabrielatos & Marchi 2011).
  ///
  /// - Returns: nil for a word that the reference lacks.
  public var percentDifference: Double? { relativeRisk.map { 100 * ($0 - 1) } }

  /// The quotient of both shares; nil for a word that the reference lacks.
  public var relativeRisk: Double? { reference > 0 ? targetShare / referenceShare : nil }

  /// The quotient of both odds; nil for a word that the reference lacks, or that is all of the target.
  public var oddsRatio: Double? {
    guard reference > 0, target < targetSize else { return nil }
    let odds = Double(target) / Double(targetSize - target)
    return odds / (Double(reference) / Double(referenceSize - reference))
  }

  /// The quotient of both frequencies a million words with a constant added to each (Kilgarriff 2009).
  ///
  /// - Parameter constant: larger ones favour frequent words.
  public func simpleMaths(adding constant: Double = 100) -> Double {
    (targetShare * 1e6 + constant) / (referenceShare * 1e6 + constant)
  }

  /// The log ratio that the data still warrant: the end of its exact interval that is nearer to zero, and 0 where the
  /// interval holds zero (Evert 2023, osf.io/x8z9n).
  ///
  /// - Parameters:
  ///   - level: the confidence level over all words together.
  ///   - words: how many words are looked at, for Bonferroni's correction.
  public func conservativeLogRatio(level: Double = 0.95, among words: Int = 1) -> Double {
    let tail = (1 - level) / 2 / Double(max(1, words))
    let (a, b) = (Double(target), Double(reference))
    let sizes = Double(referenceSize) / Double(targetSize)
    if direction > 0 {
      let end = BetaFunction.quantile(tail, a, b + 1)
      return max(0, log2(sizes * end.x / end.complement))
    }
    guard direction < 0 else { return 0 }
    let end = BetaFunction.upperQuantile(tail, a + 1, b)
    return min(0, log2(sizes * end.x / end.complement))
  }

  /// The difference of both log-odds under a Dirichlet prior (Monroe, Colaresi & Quinn 2008, section 3.5).
  public struct LogOdds: Sendable, Hashable {
    /// The difference of log-odds, in natural logarithms.
    public var difference: Double
    /// Its variance from the two cells of the word, as the paper approximates it.
    public var variance: Double
    /// Its variance from all four cells.
    public var fourTermVariance: Double

    /// The difference over its standard error, with the two-term variance of the paper.
    public var z: Double { difference / variance.squareRoot() }
    /// The difference over its standard error, with the four-term variance.
    public var fourTermZ: Double { difference / fourTermVariance.squareRoot() }
  }

  /// The difference of log-odds under a prior.
  ///
  /// - Parameters:
  ///   - prior: the word's prior count α; informative where it is the word's share of a background times `priorTotal`.
  ///   - priorTotal: the prior's size α₀, the sum of α over all words.
  public func logOdds(prior: Double, priorTotal: Double) -> LogOdds {
    let (a, b) = (Double(target) + prior, Double(reference) + prior)
    let targetRest = Double(targetSize) + priorTotal - a
    let referenceRest = Double(referenceSize) + priorTotal - b
    let variance = 1 / a + 1 / b
    return LogOdds(
      difference: log(a / targetRest) - log(b / referenceRest), variance: variance,
      fourTermVariance: variance + 1 / targetRest + 1 / referenceRest)
  }
}
