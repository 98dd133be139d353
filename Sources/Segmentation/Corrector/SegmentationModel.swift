/// A learned convention of what a word is: it corrects ICU's own words by what stands around each character.
///
/// A linear model over BMES tags (begin, middle, end, single; N. Xue 2003, "Chinese Word Segmentation as Character
/// Tagging") whose best sequence a Viterbi search finds; the weights come from an averaged perceptron (M. Collins 2002).
public struct SegmentationModel: Sendable, Hashable {
  /// Weights of a feature for the four tags.
  typealias Weights = SIMD4<Int32>

  /// How many sentences it was trained on.
  public let sentenceCount: Int
  /// The words of its training sentences.
  public let vocabulary: Set<String>
  let weights: [UInt64: Weights]
  /// Weights of one tag behind another, four for each earlier tag.
  let transitions: [Weights]

  init(sentenceCount: Int, vocabulary: Set<String>, weights: [UInt64: Weights], transitions: [Weights]) {
    (self.sentenceCount, self.vocabulary) = (sentenceCount, vocabulary)
    (self.weights, self.transitions) = (weights, transitions)
  }

  /// The words of a text in the learned convention.
  ///
  /// - Complexity: O(n).
  func words(correcting words: [Word], in bytes: [UInt8], dictionary: WordDictionary) -> [Word] {
    var result: [Word] = []
    result.reserveCapacity(words.count)
    var spaces = words.filter { $0.kind == .space }[...]
    for units in SegmentationUnits(dictionary: dictionary).sequences(of: words, in: bytes) {
      while let space = spaces.first, space.range.lowerBound < units[0].range.lowerBound {
        result.append(space)
        spaces = spaces.dropFirst()
      }
      let features = units.indices.map { SegmentationFeatures.features(of: units, at: $0) }
      let tags = SegmentationDecoder.best(features.map(emission), transitions: transitions)
      result += Self.words(of: units, tags: tags)
    }
    return result + spaces
  }

  private func emission(_ features: [UInt64]) -> Weights {
    features.reduce(into: Weights()) { sum, feature in
      if let weight = weights[feature] { sum &+= weight }
    }
  }

  private static func words(of units: [SegmentationUnit], tags: [SegmentationTag]) -> [Word] {
    var words: [Word] = []
    var first = 0
    for index in units.indices where tags[index].mayClose {
      let parts = units[first...index]
      let kind: Word.Kind =
        parts.allSatisfy { $0.kind == .mark } ? .punctuation : parts.allSatisfy { $0.kind == .digits } ? .number : .word
      words.append(Word(units[first].range.lowerBound, units[index].range.upperBound, kind))
      first = index + 1
    }
    return words
  }
}

/// Finds the best sequence of tags.
enum SegmentationDecoder {
  /// The tags that score highest together, among the sequences that make whole words.
  static func best(_ emissions: [SIMD4<Int32>], transitions: [SIMD4<Int32>]) -> [SegmentationTag] {
    guard let first = emissions.first else { return [] }
    let tags = SegmentationTag.allCases
    var score = tags.map { $0.mayOpen ? Int(first[$0.rawValue]) : Int.min / 2 }
    var back: [[Int]] = []
    for emission in emissions.dropFirst() {
      var next = [Int](repeating: Int.min / 2, count: 4)
      var from = [Int](repeating: 0, count: 4)
      for tag in tags {
        for before in tags where before.mayPrecede(tag) {
          let sum = score[before.rawValue] + Int(transitions[before.rawValue][tag.rawValue])
          if sum > next[tag.rawValue] { (next[tag.rawValue], from[tag.rawValue]) = (sum, before.rawValue) }
        }
        next[tag.rawValue] += Int(emission[tag.rawValue])
      }
      score = next
      back.append(from)
    }
    var tag =
      score[SegmentationTag.end.rawValue] > score[SegmentationTag.single.rawValue] ? SegmentationTag.end : .single
    var path = [tag]
    for from in back.reversed() {
      tag = tags[from[tag.rawValue]]
      path.append(tag)
    }
    return path.reversed()
  }
}
