#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// How much more often a word stands in a target than in a reference: the tests of significance.
///
/// Token counts are the classical basis, but words of one document are not independent: read these figures beside
/// ``DocumentTester``, which resamples documents.
public struct Keyness: Sendable, Hashable {
  /// How often the word stands in the target.
  public let target: Int
  /// How often it stands in the reference.
  public let reference: Int
  /// How many words the target has.
  public let targetSize: Int
  /// How many words the reference has.
  public let referenceSize: Int

  /// Counts of a word.
  ///
  /// - Parameters:
  ///   - target: its count in the target.
  ///   - targetSize: all words of the target, above 0.
  ///   - reference: its count in the reference.
  ///   - referenceSize: all words of the reference, above 0.
  public init(target: Int, of targetSize: Int, reference: Int, of referenceSize: Int) {
    precondition((0...targetSize).contains(target) && (0...referenceSize).contains(reference), "counts fit their sizes")
    precondition(targetSize > 0 && referenceSize > 0, "both sides have words")
    (self.target, self.targetSize) = (target, targetSize)
    (self.reference, self.referenceSize) = (reference, referenceSize)
  }

  /// The four cells: with the word and without it, in the target and in the reference.
  var table: ContingencyTable {
    ContingencyTable(
      Double(target), Double(targetSize - target), Double(reference), Double(referenceSize - reference))
  }

  /// The word's share of the target.
  public var targetShare: Double { Double(target) / Double(targetSize) }
  /// The word's share of the reference.
  public var referenceShare: Double { Double(reference) / Double(referenceSize) }
  /// 1 where the word is more frequent in the target, −1 where it is less frequent, 0 where it is equal.
  public var direction: Int {
    targetShare == referenceShare ? 0 : targetShare > referenceShare ? 1 : -1
  }

  /// The expected counts where target and reference do not differ.
  private var expected: (target: Double, reference: Double) {
    let total = Double(target + reference) / Double(targetSize + referenceSize)
    return (Double(targetSize) * total, Double(referenceSize) * total)
  }

  /// Log-likelihood over the two cells of the word itself (Rayson & Garside 2000).
  public var logLikelihood: Double {
    2
      * (ContingencyTable.term(Double(target), expected.target)
        + ContingencyTable.term(Double(reference), expected.reference))
  }

  /// Log-likelihood over all four cells (Dunning 1993).
  public var fourCellLogLikelihood: Double { table.logLikelihood }

  /// The four-cell log-likelihood over Williams' correction for small samples.
  public var williamsLogLikelihood: Double { table.logLikelihood / table.williamsCorrection }

  /// Pearson's chi-square over all four cells.
  public var chiSquare: Double { table.chiSquare() }

  /// Pearson's chi-square with Yates' correction for continuity.
  public var yatesChiSquare: Double { table.chiSquare(isCorrected: true) }

  /// The two-sided p of Fisher's exact test.
  ///
  /// - Complexity: O(counts that are likely at all).
  public var fisherP: Double {
    FisherExact.twoSided(target, of: targetSize, reference, of: referenceSize)
  }

  /// G² − ln N, the difference in BIC between two shares and one: below 0 speaks for no difference, 2 to 6 positively, 6
  /// to 10 strongly and more very strongly for one (Wilson 2013).
  public var bayesFactor: Double { logLikelihood - log(Double(targetSize + referenceSize)) }

  /// The share of the possible log-likelihood that is reached, G² / (N ln min E) (Johnston, Berry & Mielke 2006).
  ///
  /// - Returns: nil where a word is so rare that it is undefined: an expected count of 1 or less.
  public var effectSize: Double? {
    let least = min(expected.target, expected.reference)
    return least > 1 ? logLikelihood / (Double(targetSize + referenceSize) * log(least)) : nil
  }
}
