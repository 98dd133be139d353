#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How strongly two words attract each other, from how often they stand together.
///
/// Expected are E = slots × second / total: for a window of W words around each occurrence of the first word there are
/// first × W slots, fewer where a window ends at the sentence's end; for words that share a sentence the counts are of
/// sentences, and there are as many slots as sentences with the first word.
public struct Collocation: Sendable, Hashable {
  /// How often both stand together.
  public let observed: Double
  /// How often the first word, the node, occurs.
  public let first: Double
  /// How often the second word, the collocate, occurs.
  public let second: Double
  /// The size of the corpus.
  public let total: Double
  /// How many places near the first word the second could have taken.
  public let slots: Double

  /// Counts of a pair.
  ///
  /// - Parameters:
  ///   - observed: how often both stand together, above 0.
  ///   - first: occurrences of the first word.
  ///   - second: occurrences of the second word.
  ///   - total: words (or sentences) of the corpus.
  ///   - slots: places near the first word; as many as the first word has occurrences where not given.
  public init(observed: Int, first: Int, second: Int, total: Int, slots: Int? = nil) {
    precondition(observed > 0 && first > 0 && second > 0, "both words occur, also together")
    (self.observed, self.first, self.second) = (Double(observed), Double(first), Double(second))
    (self.total, self.slots) = (Double(total), Double(slots ?? first))
  }

  /// How often they would stand together by chance.
  public var expected: Double { slots * second / total }

  /// Pointwise mutual information, log2(O / E) (Church & Hanks 1990).
  public var mutualInformation: Double { log2(observed / expected) }
  /// PMI over −log2(O / N), from −1 to 1 (Bouma 2009); nil where every place has both.
  public var normalizedMutualInformation: Double? {
    observed < total ? mutualInformation / -log2(observed / total) : nil
  }
  /// log2(O³ / E), which favours frequent pairs (Daille 1994).
  public var cubicMutualInformation: Double { log2(observed * observed * observed / expected) }
  /// O × PMI.
  public var localMutualInformation: Double { observed * mutualInformation }
  /// (O − E) / √O (Church et al. 1991).
  public var t: Double { (observed - expected) / observed.squareRoot() }
  /// (O − E) / √E.
  public var z: Double { (observed - expected) / expected.squareRoot() }
  /// 2 O / (f₁ + f₂) (Dice 1945).
  public var dice: Double { 2 * observed / (first + second) }
  /// 14 + log2 Dice: at most 14, whatever the corpus's size (Rychlý 2008).
  public var logDice: Double { 14 + log2(dice) }
  /// The smaller of both conditional shares.
  public var minimumSensitivity: Double { min(observed / first, observed / second) }

  /// How much the first word raises the chance of the second (Gries 2013); nil where its places are the whole corpus.
  public var deltaPForward: Double? {
    total > slots ? observed / slots - (second - observed) / (total - slots) : nil
  }
  /// How much the second word raises the chance that a place is near the first; nil where the second is everywhere.
  public var deltaPBackward: Double? {
    total > second ? observed / second - (slots - observed) / (total - second) : nil
  }

  /// The cells of the places near the first word and elsewhere, by whether they have the second. A word that a window
  /// holds more often than there are places outside leaves no cell below zero.
  private var table: ContingencyTable {
    ContingencyTable(
      observed, max(0, slots - observed), max(0, second - observed), max(0, total - slots - second + observed))
  }

  /// Log-likelihood over the four cells (Dunning 1993).
  public var logLikelihood: Double { table.logLikelihood }

  /// The interaction of the smoothed log-linear model, for a pair its log odds ratio (Blaheta & Johnson 2001; quanteda's λ).
  public var lambda: Double { table.smoothedLogOdds.value }
  /// λ over its standard error (Wald).
  public var lambdaZ: Double { table.smoothedLogOdds.value / table.smoothedLogOdds.error }
}
