public import DiscourseModel
public import Reporting
internal import Segmentation
internal import Statistics

/// Counts what shares sentences, one statement at a time; memory grows with the number of different pairs.
public struct CooccurrenceGatherer: Sendable {
  /// What is looked for in sentences.
  public enum Items: Sendable {
    /// What several queries find, each by the name under which it was typed.
    case queries([WordQuery])
    /// Words, by their normalized forms.
    case words(Set<String>)
    /// The actors that sentences name.
    case actors
    /// The codes that sentences carry, field by field; fields of one construct, which go together anyway, are no pairs.
    case codes
  }

  private struct Pair: Sendable, Hashable {
    var first: Int
    var second: Int
  }

  private struct Counts: Sendable {
    var sentences = 0
    var documents = 0
    var lastDocument = -1
  }

  private let items: Items
  private let voices: Set<Voice>
  private var numbers: [String: Int] = [:]
  private var names: [String] = []
  private var totals: [Int] = []
  private var pairs: [Pair: Counts] = [:]
  /// All sentences that count.
  public private(set) var sentences = 0
  /// How many statements were counted.
  public private(set) var statements = 0

  /// A gatherer.
  ///
  /// - Parameters:
  ///   - items: what is looked for.
  ///   - voices: whose sentences count.
  public init(items: Items, voices: Set<Voice> = [.own]) { (self.items, self.voices) = (items, voices) }

  /// Counts a statement.
  ///
  /// - Complexity: O(n) in its words, and O(k²) in the items of a sentence.
  public mutating func add(_ statement: WordedStatement) {
    let found = itemsFound(in: statement)
    for (position, sentence) in statement.sentences(in: voices) {
      sentences += 1
      let present = names(in: sentence, found[position] ?? []).map { number(of: $0) }.sorted()
      for (place, first) in present.enumerated() {
        totals[first] += 1
        for second in present[(place + 1)...] where arePair(first, second) { add(Pair(first: first, second: second)) }
      }
    }
    statements += 1
  }

  /// For each sentence, the words that it has or the queries that find something in it.
  private func itemsFound(in statement: WordedStatement) -> [Int: [String]] {
    var found: [Int: [String]] = [:]
    switch items {
    case .queries(let queries):
      for query in queries {
        for sentence in Set(query.hits(in: statement, voices: voices).map(\.sentence)) {
          found[sentence, default: []].append(query.description)
        }
      }
    case .words(let words):
      let isWanted = statement.words.forms.map { words.contains($0.text) }
      for (position, tokens) in statement.words.sentences.enumerated() {
        found[position] = tokens.filter { isWanted[$0.form] }.map { statement.words.forms[$0.form].text }
      }
    case .actors, .codes: break
    }
    return found
  }

  private func names(in sentence: CodedSentence, _ queried: [String]) -> Set<String> {
    switch items {
    case .queries, .words: return Set(queried)
    case .actors: return Set(sentence.actors.map(\.actor.rawValue))
    case .codes:
      return Set(
        sentence.codeItems.flatMap { item -> [String] in
          let fields = item.fields.flatMap { field in field.values.map { "\(item.construct).\(field.name)=\($0)" } }
          return fields.isEmpty ? [item.construct] : fields
        })
    }
  }

  private func arePair(_ first: Int, _ second: Int) -> Bool {
    guard case .codes = items else { return true }
    return names[first].prefix { $0 != "." } != names[second].prefix { $0 != "." }
  }

  private mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    totals.append(0)
    return names.count - 1
  }

  private mutating func add(_ pair: Pair) {
    var counts = pairs[pair] ?? Counts()
    counts.sentences += 1
    if counts.lastDocument != statements {
      counts.lastDocument = statements
      counts.documents += 1
    }
    pairs[pair] = counts
  }

  /// The items that were found, with the sentences that have them.
  public var found: [(name: String, sentences: Int)] { zip(names, totals).sorted { $0.0 < $1.0 }.map { ($0, $1) } }

  /// The pairs, the strongest first; of a pair the name that comes first in the alphabet stands first.
  ///
  /// - Parameters:
  ///   - measure: by what they are ranked.
  ///   - minimum: how many sentences they must share.
  public func cooccurrences(by measure: PairMeasure, atLeast minimum: Int) -> [Cooccurrence] {
    let found = pairs.filter { $0.value.sentences >= max(1, minimum) }.map { pair, counts in
      let (first, second) =
        names[pair.first] < names[pair.second] ? (pair.first, pair.second) : (pair.second, pair.first)
      return Cooccurrence(
        first: names[first], second: names[second],
        collocation: Collocation(
          observed: counts.sentences, first: totals[first], second: totals[second], total: sentences),
        documents: counts.documents)
    }
    return found.ranked(by: { measure.strength(of: $0.collocation) }, then: { $0.first + " " + $0.second })
  }
}
