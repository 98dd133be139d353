internal import DiscourseModel
internal import Lexicon

/// Finds the words by which the own side grants the other side something.
struct RecognitionAnalyzer {
  let reading: Reading

  /// The words; empty where nothing is granted.
  func evidence() -> [Evidence] {
    guard reading.voice == .own else { return [] }
    return reading.sentence.tags(.recognition, .grant)
      .filter { !reading.holds(.void, $0) }
      .map { reading.sentence.evidence($0) }
  }
}
