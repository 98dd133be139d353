#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif
public import DiscourseModel
public import Reporting
public import Segmentation
internal import Statistics

/// Counts words that follow each other, one statement at a time; memory grows with the number of different ones.
///
/// A mark ends a run of words: what stands on both sides of a comma does not follow each other.
public struct NgramGatherer: Sendable {
  private struct Counts: Sendable {
    var total = 0
    var documents = 0
    var lastDocument = -1
  }

  /// How many words may follow each other at most.
  public static let longest = 8

  private let lengths: ClosedRange<Int>
  private let voices: Set<Voice>
  private var table = FormTable()
  private var totals: [Int] = []
  private var ngrams: [SIMD8<Int32>: Counts] = [:]
  /// All words.
  public private(set) var size = 0
  /// How many statements were counted.
  public private(set) var statements = 0

  /// A gatherer.
  ///
  /// - Parameters:
  ///   - lengths: how many words follow each other, from 2 to ``longest``.
  ///   - voices: whose sentences count.
  public init(lengths: ClosedRange<Int>, voices: Set<Voice> = [.own]) {
    precondition(lengths.lowerBound >= 1 && lengths.upperBound <= Self.longest, "lengths are from 1 to 8")
    (self.lengths, self.voices) = (lengths, voices)
  }

  /// Counts a statement.
  ///
  /// - Complexity: O(n) in its words, for each length.
  public mutating func add(_ statement: WordedStatement) {
    let numbers = table.numbers(of: statement.words)
    while totals.count < table.forms.count { totals.append(0) }
    for (position, _) in statement.sentences(in: voices) {
      var run: [Int32] = []
      for token in statement.words.sentences[position] {
        guard statement.words.forms[token.form].isWord else {
          count(run)
          run.removeAll(keepingCapacity: true)
          continue
        }
        totals[numbers[token.form]] += 1
        size += 1
        run.append(Int32(numbers[token.form]))
      }
      count(run)
    }
    statements += 1
  }

  private mutating func count(_ run: [Int32]) {
    for length in lengths where length <= run.count {
      for start in 0...(run.count - length) {
        // No form has the number −1, so that it fills short ones up.
        var key = SIMD8<Int32>(repeating: -1)
        for place in 0..<length { key[place] = run[start + place] }
        add(key)
      }
    }
  }

  private mutating func add(_ key: SIMD8<Int32>) {
    var counts = ngrams[key] ?? Counts()
    counts.total += 1
    if counts.lastDocument != statements {
      counts.lastDocument = statements
      counts.documents += 1
    }
    ngrams[key] = counts
  }

  /// The n-grams, the strongest first.
  ///
  /// - Parameters:
  ///   - measure: by what they are ranked; measures of pairs rank longer ones by their mutual information.
  ///   - minimum: how often they must occur.
  ///   - isWanted: by their words.
  public func ngrams(
    by measure: PairMeasure, atLeast minimum: Int, where isWanted: ([WordSequence.Form]) -> Bool
  ) -> [Ngram] {
    let found = ngrams.filter { $0.value.total >= max(1, minimum) }.compactMap { key, counts -> Ngram? in
      let numbers = (0..<Self.longest).map { Int(key[$0]) }.filter { $0 >= 0 }
      let forms = numbers.map { table.forms[$0] }
      guard isWanted(forms) else { return nil }
      return ngram(forms, counts, numbers.map { totals[$0] })
    }
    return found.ranked(by: { strength(of: $0, measure) }, then: { $0.words.joined(separator: " ") })
  }

  private func ngram(_ forms: [WordSequence.Form], _ counts: Counts, _ totals: [Int]) -> Ngram {
    let total = Double(size)
    let expected = totals.reduce(total) { $0 * Double($1) / total }
    let pair =
      totals.count == 2
      ? Collocation(observed: counts.total, first: totals[0], second: totals[1], total: size) : nil
    return Ngram(
      words: forms.map(\.text), count: counts.total, documents: counts.documents,
      mutualInformation: log2(Double(counts.total) / expected), pair: pair)
  }

  private func strength(of ngram: Ngram, _ measure: PairMeasure) -> Double {
    if measure == .frequency { return Double(ngram.count) }
    return ngram.pair.map(measure.strength) ?? ngram.mutualInformation
  }
}
