/// How often coding agrees with a reference: counts from which precision, recall and F1 follow.
public struct Accuracy: Sendable, Hashable {
  /// Coded, and in the reference.
  public var truePositives: Int
  /// Coded, but not in the reference.
  public var falsePositives: Int
  /// In the reference, but not coded.
  public var falseNegatives: Int

  /// Accuracy from its counts.
  public init(truePositives: Int = 0, falsePositives: Int = 0, falseNegatives: Int = 0) {
    self.truePositives = truePositives
    self.falsePositives = falsePositives
    self.falseNegatives = falseNegatives
  }

  /// The agreement of two sets.
  public init<Element: Hashable>(coded: Set<Element>, reference: Set<Element>) {
    let common = coded.intersection(reference).count
    self.init(
      truePositives: common, falsePositives: coded.count - common, falseNegatives: reference.count - common)
  }

  /// TP / (TP + FP); nil where nothing was coded.
  public var precision: Double? { ratio(truePositives, truePositives + falsePositives) }
  /// TP / (TP + FN); nil where the reference holds nothing.
  public var recall: Double? { ratio(truePositives, truePositives + falseNegatives) }
  /// 2 TP / (2 TP + FP + FN), the harmonic mean of precision and recall (van Rijsbergen 1979).
  public var f1: Double? { ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives) }

  private func ratio(_ numerator: Int, _ denominator: Int) -> Double? {
    denominator > 0 ? Double(numerator) / Double(denominator) : nil
  }

  /// Counts are sums.
  public static func + (left: Accuracy, right: Accuracy) -> Accuracy {
    Accuracy(
      truePositives: left.truePositives + right.truePositives,
      falsePositives: left.falsePositives + right.falsePositives,
      falseNegatives: left.falseNegatives + right.falseNegatives)
  }
}
