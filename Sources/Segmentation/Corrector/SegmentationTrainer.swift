/// A sentence that somebody segmented: its words in order, and the text that they make.
public struct SegmentedSentence: Sendable, Hashable {
  /// The words.
  public let words: [String]
  /// The text, with spaces where the script has them.
  public let text: String
  /// Half-open ranges of UTF-8 offsets of the words in the text.
  public let ranges: [Range<Int>]

  /// A sentence from its words.
  ///
  /// - Parameters:
  ///   - words: the words in order.
  ///   - spaces: whether white space follows each word; where nil, between words of Latin letters only.
  public init(words: [String], spaces: [Bool]? = nil) {
    var text = ""
    var ranges: [Range<Int>] = []
    for (index, word) in words.enumerated() {
      let start = text.utf8.count
      text += word
      ranges.append(start..<text.utf8.count)
      guard index + 1 < words.count else { continue }
      if spaces?[index] ?? Self.parts(word, words[index + 1]) { text += " " }
    }
    (self.words, self.text, self.ranges) = (words, text, ranges)
  }

  private static func parts(_ left: String, _ right: String) -> Bool {
    guard let before = left.utf8.last, let after = right.utf8.first else { return false }
    return before < 0x80 && Characters.isWord(after) && before != 0x28 && before != 0x24
  }
}

/// Learns a convention from segmented sentences.
public struct SegmentationTrainer: Sendable {
  /// How often each sentence is seen.
  public var passes = 10
  private let dictionary: WordDictionary

  /// Nil where ICU's dictionary cannot be read.
  public init?() {
    guard let dictionary = WordDictionary() else { return nil }
    self.dictionary = dictionary
  }

  private struct Example {
    var features: [[UInt64]]
    var tags: [SegmentationTag]
  }

  /// A model of the convention of `sentences`: the same for the same sentences.
  ///
  /// - Throws: ``ICUError`` where ICU cannot segment.
  /// - Complexity: O(passes · n).
  public func train(_ sentences: [SegmentedSentence]) throws(ICUError) -> SegmentationModel {
    var examples: [Example] = []
    for sentence in sentences { examples += try self.examples(of: sentence) }
    var perceptron = AveragedPerceptron()
    let stride = Self.stride(examples.count)
    for pass in 0..<passes {
      // A fixed walk through the sentences, in another order at each pass.
      for step in examples.indices {
        let example = examples[(step * stride + pass * 7) % examples.count]
        perceptron.learn(example.features, example.tags)
      }
    }
    let (weights, transitions) = perceptron.averaged()
    return SegmentationModel(
      sentenceCount: sentences.count, vocabulary: Set(sentences.flatMap(\.words)), weights: weights,
      transitions: transitions)
  }

  private static func stride(_ count: Int) -> Int {
    func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
    var stride = max(1, count * 5 / 8)
    while divisor(stride, max(1, count)) != 1 { stride += 1 }
    return stride
  }

  private func examples(of sentence: SegmentedSentence) throws(ICUError) -> [Example] {
    let bytes = Array(sentence.text.utf8)
    var scanner = WordScanner(bytes, dictionary: dictionary)
    let words = try scanner.scan()
    var starts: Set<Int> = []
    var ends: Set<Int> = []
    for range in sentence.ranges {
      starts.insert(range.lowerBound)
      ends.insert(range.upperBound)
    }
    return SegmentationUnits(dictionary: dictionary).sequences(of: words, in: bytes).map { units in
      var opens = true
      let tags = units.enumerated().map { index, unit -> SegmentationTag in
        let begins = opens || starts.contains(unit.range.lowerBound)
        let closes =
          index + 1 == units.count || ends.contains(unit.range.upperBound)
          || starts.contains(units[index + 1].range.lowerBound)
        opens = closes
        return begins ? (closes ? .single : .begin) : closes ? .end : .middle
      }
      return Example(
        features: units.indices.map { SegmentationFeatures.features(of: units, at: $0) }, tags: tags)
    }
  }
}

/// An averaged perceptron over sequences of tags (M. Collins 2002).
struct AveragedPerceptron {
  private struct Entry {
    var weight = SIMD4<Int32>()
    var total = SIMD4<Int64>()
    var since: Int64 = 0
  }

  private var entries: [UInt64: Entry] = [:]
  private var transitions = [SIMD4<Int32>](repeating: .init(), count: 4)
  private var transitionTotals = [SIMD4<Int64>](repeating: .init(), count: 4)
  private var steps: Int64 = 0

  /// Tags a sequence and moves the weights where the tags are wrong.
  mutating func learn(_ features: [[UInt64]], _ gold: [SegmentationTag]) {
    steps += 1
    let emissions = features.map { list in
      list.reduce(into: SIMD4<Int32>()) { sum, feature in
        if let entry = entries[feature] { sum &+= entry.weight }
      }
    }
    let guess = SegmentationDecoder.best(emissions, transitions: transitions)
    for index in gold.indices where guess[index] != gold[index] {
      var change = SIMD4<Int32>()
      change[gold[index].rawValue] = 1
      change[guess[index].rawValue] = -1
      for feature in features[index] { update(feature, by: change) }
    }
    for index in gold.indices.dropFirst() {
      move(from: gold[index - 1], to: gold[index], by: 1)
      move(from: guess[index - 1], to: guess[index], by: -1)
    }
    for tag in 0..<4 { transitionTotals[tag] &+= SIMD4<Int64>(truncatingIfNeeded: transitions[tag]) }
  }

  private mutating func update(_ feature: UInt64, by change: SIMD4<Int32>) {
    var entry = entries[feature] ?? Entry(since: steps)
    entry.total &+= SIMD4<Int64>(truncatingIfNeeded: entry.weight) &* (steps - entry.since)
    entry.since = steps
    entry.weight &+= change
    entries[feature] = entry
  }

  private mutating func move(from: SegmentationTag, to: SegmentationTag, by amount: Int32) {
    transitions[from.rawValue][to.rawValue] += amount
  }

  /// The means of all weights over time, in thousandths; those near zero are left out.
  func averaged() -> (weights: [UInt64: SIMD4<Int32>], transitions: [SIMD4<Int32>]) {
    let count = max(1, steps)
    func mean(_ total: SIMD4<Int64>) -> SIMD4<Int32> {
      SIMD4<Int32>(truncatingIfNeeded: (total &* 1000) / count)
    }
    var weights: [UInt64: SIMD4<Int32>] = [:]
    for (feature, entry) in entries {
      let total = entry.total &+ SIMD4<Int64>(truncatingIfNeeded: entry.weight) &* (steps - entry.since)
      let value = mean(total)
      if (0..<4).contains(where: { abs(value[$0]) >= 50 }) { weights[feature] = value }
    }
    return (weights, transitionTotals.map(mean))
  }
}
