/// How far words agree with those of a person: by stretches, as in the SIGHAN bakeoffs.
public struct SegmentationScore: Sendable, Hashable {
  /// A stretch that was segmented otherwise.
  public struct Confusion: Sendable, Hashable {
    /// The person's words, with bars between them.
    public var expected: String
    /// The words that were found.
    public var found: String
    /// How often.
    public var count: Int
  }

  /// The person's words.
  public private(set) var expectedCount = 0
  /// The words that were found.
  public private(set) var foundCount = 0
  /// Words that are the same stretch in both.
  public private(set) var agreed = 0
  /// The person's words that the vocabulary does not hold.
  public private(set) var unknownCount = 0
  /// Those of them that were found.
  public private(set) var unknownAgreed = 0
  private var confusionCounts: [[String]: Int] = [:]

  /// No words yet.
  public init() {}

  /// The share of the words that were found that are right.
  public var precision: Double { foundCount == 0 ? 0 : Double(agreed) / Double(foundCount) }
  /// The share of the person's words that were found.
  public var recall: Double { expectedCount == 0 ? 0 : Double(agreed) / Double(expectedCount) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { agreed == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  /// The share of the unknown words that were found; nil where there are none.
  public var unknownRecall: Double? { unknownCount == 0 ? nil : Double(unknownAgreed) / Double(unknownCount) }

  /// Counts a sentence.
  ///
  /// - Parameters:
  ///   - sentence: the person's words.
  ///   - found: the stretches that were found, without white space.
  ///   - isKnown: whether the vocabulary holds a word.
  public mutating func add(_ sentence: SegmentedSentence, found: [Range<Int>], isKnown: (String) -> Bool) {
    let same = Set(found)
    expectedCount += sentence.ranges.count
    foundCount += found.count
    for (word, range) in zip(sentence.words, sentence.ranges) {
      let agrees = same.contains(range)
      agreed += agrees ? 1 : 0
      guard !isKnown(word) else { continue }
      unknownCount += 1
      unknownAgreed += agrees ? 1 : 0
    }
    countConfusions(sentence, found)
  }

  /// The stretches that were most often segmented otherwise, commonest first.
  public func commonest(_ limit: Int) -> [Confusion] {
    confusionCounts.sorted { ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1]) }.prefix(limit).map {
      Confusion(expected: $0.key[0], found: $0.key[1], count: $0.value)
    }
  }

  /// Goes from one boundary that both have to the next.
  private mutating func countConfusions(_ sentence: SegmentedSentence, _ found: [Range<Int>]) {
    let bytes = Array(sentence.text.utf8)
    func text(_ ranges: ArraySlice<Range<Int>>) -> String {
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: "|")
    }
    var (left, right) = (0, 0)
    while left < sentence.ranges.count, right < found.count {
      let (leftStart, rightStart) = (left, right)
      while sentence.ranges[left].upperBound != found[right].upperBound {
        if sentence.ranges[left].upperBound < found[right].upperBound {
          guard left + 1 < sentence.ranges.count else { return }
          left += 1
        } else {
          guard right + 1 < found.count else { return }
          right += 1
        }
      }
      if left > leftStart || right > rightStart {
        confusionCounts[[text(sentence.ranges[leftStart...left]), text(found[rightStart...right])], default: 0] += 1
      }
      (left, right) = (left + 1, right + 1)
    }
  }
}
