public import DiscourseModel
public import Reporting
internal import Segmentation
internal import Statistics

/// Counts in each document how often something stands there, one statement at a time.
public struct SpreadGatherer: Sendable {
  private let query: WordQuery
  private let conditions: [CodeCondition]
  private let voices: Set<Voice>
  /// What was counted in each document, in input order.
  public private(set) var documents: [DocumentFrequency] = []

  /// A gatherer.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - conditions: what codes a sentence must have.
  ///   - voices: whose sentences are looked through.
  public init(query: WordQuery, conditions: [CodeCondition] = [], voices: Set<Voice> = [.own]) {
    (self.query, self.conditions, self.voices) = (query, conditions, voices)
  }

  /// Counts a statement.
  ///
  /// - Complexity: O(n) in its words.
  public mutating func add(_ statement: WordedStatement) {
    let metadata = statement.metadata
    let hits = query.hits(in: statement, voices: voices).filter { hit in
      conditions.isEmpty || !conditions.items(in: statement.coded.sentences[hit.sentence]).isEmpty
    }
    let words = statement.sentences(in: voices).reduce(0) { $0 + $1.sentence.words }
    documents.append(
      DocumentFrequency(
        document: metadata.id, side: metadata.side, date: metadata.date, count: hits.count, words: words))
  }

  /// The words of all documents.
  public var size: Int { documents.reduce(0) { $0 + $1.words } }

  /// How evenly it is spread; nil where it stands nowhere.
  public var frequency: WordSpread? {
    let counts = documents.enumerated().filter { $0.element.count > 0 && $0.element.words > 0 }
    return Dispersion(
      counts: counts.map { (part: $0.offset, count: $0.element.count) },
      over: CorpusParts(sizes: documents.map(\.words))
    ).map { WordSpread(word: query.description, spread: $0) }
  }
}
