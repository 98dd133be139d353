public import DiscourseModel
public import Reporting
public import Segmentation
internal import Statistics

/// Gathers the words that stand near something, one statement at a time; memory grows with the vocabulary.
public struct CollocateGatherer: Sendable {
  /// How near a collocate must stand.
  public enum Span: Sendable, Hashable {
    /// So many words before and so many behind, inside the sentence; marks do not count, and a word near two nodes counts once.
    case window(left: Int, right: Int)
    /// Anywhere in the sentence; then sentences are counted, not words.
    case sentence
  }

  private struct Counts: Sendable {
    var total = 0
    var left = 0
    var right = 0
    var together = 0
    var documents = 0
    var lastDocument = -1
  }

  private let query: WordQuery
  private let conditions: [CodeCondition]
  private let span: Span
  private let voices: Set<Voice>
  private var table = FormTable()
  private var counts: [Counts] = []
  private var slots = 0
  /// How often what is looked for stands in the text, or in how many sentences where these are the span.
  public private(set) var nodes = 0
  /// All words, or all sentences where these are the span.
  public private(set) var size = 0
  /// How many statements were looked through.
  public private(set) var statements = 0

  /// A gatherer.
  ///
  /// - Parameters:
  ///   - query: the node.
  ///   - conditions: what codes a sentence must have for its nodes to count.
  ///   - span: how near a collocate must stand.
  ///   - voices: whose sentences count.
  public init(query: WordQuery, conditions: [CodeCondition] = [], span: Span, voices: Set<Voice> = [.own]) {
    (self.query, self.conditions, self.span, self.voices) = (query, conditions, span, voices)
  }

  /// Counts a statement.
  ///
  /// - Complexity: O(n) in its words.
  public mutating func add(_ statement: WordedStatement) {
    let numbers = table.numbers(of: statement.words)
    while counts.count < table.forms.count { counts.append(Counts()) }
    var hits = query.hits(in: statement, voices: voices)
    if !conditions.isEmpty { hits.removeAll { conditions.items(in: statement.coded.sentences[$0.sentence]).isEmpty } }
    let bySentence = Dictionary(grouping: hits, by: \.sentence)
    for (position, _) in statement.sentences(in: voices) {
      let sentence = WordsOfSentence(statement.words, sentence: position, numbers: numbers)
      switch span {
      case .window(let left, let right):
        size += sentence.words.count
        for word in sentence.words { counts[word].total += 1 }
        windows(bySentence[position] ?? [], sentence, left, right)
      case .sentence: whole(bySentence[position] ?? [], sentence)
      }
    }
    statements += 1
  }

  /// Counts the places near nodes, each once, however many nodes it is near: on the side on which the nearest has it.
  private mutating func windows(_ hits: [WordQuery.Hit], _ sentence: WordsOfSentence, _ left: Int, _ right: Int) {
    nodes += hits.count
    var nearest: [Int: (distance: Int, isLeft: Bool)] = [:]
    func see(_ place: Int, _ distance: Int, isLeft: Bool) {
      if let known = nearest[place], known.distance <= distance { return }
      nearest[place] = (distance, isLeft)
    }
    for hit in hits {
      let node = sentence.words(in: hit.tokens)
      for place in max(0, node.lowerBound - left)..<node.lowerBound {
        see(place, node.lowerBound - place, isLeft: true)
      }
      for place in node.upperBound..<min(sentence.words.count, node.upperBound + right) {
        see(place, place - node.upperBound + 1, isLeft: false)
      }
    }
    slots += nearest.count
    for (place, near) in nearest { meet(sentence.words[place], isLeft: near.isLeft) }
  }

  private mutating func whole(_ hits: [WordQuery.Hit], _ sentence: WordsOfSentence) {
    size += 1
    let present = Set(sentence.words)
    for word in present { counts[word].total += 1 }
    guard !hits.isEmpty else { return }
    nodes += 1
    slots += 1
    // The node does not meet itself, but it may meet its word elsewhere in the sentence.
    let own = hits.flatMap { sentence.words(in: $0.tokens) }
    let others = Set(sentence.words.indices.filter { !own.contains($0) }.map { sentence.words[$0] })
    for word in others { meet(word, isLeft: nil) }
  }

  private mutating func meet(_ word: Int, isLeft: Bool?) {
    counts[word].together += 1
    if isLeft == true { counts[word].left += 1 }
    if isLeft == false { counts[word].right += 1 }
    if counts[word].lastDocument != statements {
      counts[word].lastDocument = statements
      counts[word].documents += 1
    }
  }

  /// The collocates, the strongest first.
  ///
  /// - Parameters:
  ///   - measure: by what they are ranked.
  ///   - minimum: how often a word must stand near the node.
  ///   - isWanted: which words are wanted at all.
  public func collocates(
    by measure: PairMeasure, atLeast minimum: Int, where isWanted: (WordSequence.Form) -> Bool
  ) -> [Collocate] {
    let found = counts.indices.filter { counts[$0].together >= max(1, minimum) && isWanted(table.forms[$0]) }
    let hasSides = span != .sentence
    let collocates = found.map { number -> Collocate in
      let count = counts[number]
      let pair = Collocation(
        observed: count.together, first: nodes, second: count.total, total: size, slots: slots)
      return Collocate(
        word: table.forms[number].text, collocation: pair, left: hasSides ? count.left : nil,
        right: hasSides ? count.right : nil, documents: count.documents)
    }
    return collocates.ranked(by: { measure.strength(of: $0.collocation) }, then: \.word)
  }
}

/// The words of a sentence without its marks, as numbers.
struct WordsOfSentence {
  /// The words' numbers, in order.
  let words: [Int]
  /// For each token, how many words stand before it.
  private let before: [Int]

  init(_ sequence: WordSequence, sentence: Int, numbers: [Int]) {
    var words: [Int] = []
    var before: [Int] = []
    for token in sequence.sentences[sentence] {
      before.append(words.count)
      if sequence.forms[token.form].isWord { words.append(numbers[token.form]) }
    }
    before.append(words.count)
    (self.words, self.before) = (words, before)
  }

  /// The words among some tokens.
  func words(in tokens: Range<Int>) -> Range<Int> { before[tokens.lowerBound]..<before[tokens.upperBound] }
}

extension Array {
  /// The elements, those with the highest figure first; where figures are equal, by a name.
  func ranked(by strength: (Element) -> Double, then name: (Element) -> String) -> [Element] {
    map { (strength: strength($0), name: name($0), element: $0) }
      .sorted { $0.strength != $1.strength ? $0.strength > $1.strength : $0.name < $1.name }
      .map(\.element)
  }
}
