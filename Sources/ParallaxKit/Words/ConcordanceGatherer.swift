public import DiscourseModel
public import Reporting
internal import Segmentation
internal import Statistics

/// Gathers the places where something stands, one statement at a time.
public struct ConcordanceGatherer: Sendable {
  private let query: WordQuery
  private let conditions: [CodeCondition]
  private let voices: Set<Voice>
  private let context: Int
  private let sample: Int?
  private var generator: SeededGenerator
  private var kept: [(place: Int, line: ConcordanceLine)] = []
  /// How many places were found, those that are not kept too.
  public private(set) var found = 0
  /// A gatherer.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - conditions: what codes a sentence must have.
  ///   - voices: whose sentences are looked through.
  ///   - context: how many words and marks are shown on each side.
  ///   - sample: how many places are kept, drawn at random; nil for all.
  ///   - seed: the generator's seed.
  public init(
    query: WordQuery, conditions: [CodeCondition] = [], voices: Set<Voice> = [.own], context: Int = 12,
    sample: Int? = nil, seed: UInt64 = 1
  ) {
    (self.query, self.conditions, self.voices) = (query, conditions, voices)
    (self.context, self.sample) = (context, sample)
    generator = SeededGenerator(seed: seed)
  }

  /// Looks through a statement.
  ///
  /// - Complexity: O(n) in its words.
  public mutating func add(_ statement: WordedStatement) {
    var hits = query.hits(in: statement, voices: voices)
    if !conditions.isEmpty { hits.removeAll { conditions.items(in: statement.coded.sentences[$0.sentence]).isEmpty } }
    guard !hits.isEmpty else { return }
    let surroundings = Surroundings(statement, context: context)
    for hit in hits {
      found += 1
      if let place = place() { keep(surroundings.line(for: hit), at: place) }
    }
  }

  /// Where the place found last is kept: each has the same chance (reservoir sampling, Vitter 1985); nil for nowhere.
  private mutating func place() -> Int? {
    guard let sample, kept.count >= sample else { return kept.count }
    let drawn = generator.below(found)
    return drawn < sample ? drawn : nil
  }

  private mutating func keep(_ line: ConcordanceLine, at place: Int) {
    if place < kept.count { kept[place] = (found, line) } else { kept.append((found, line)) }
  }

  /// The lines, in the order of input.
  public var lines: [ConcordanceLine] { kept.sorted { $0.place < $1.place }.map(\.line) }
}

/// A statement's tokens in a row, from which the text around a place is cut.
private struct Surroundings {
  private let statement: WordedStatement
  private let context: Int
  private let utf8: [UInt8]
  private let offsets: CodePointOffsets
  private let tokens: [WordSequence.Token]
  /// The position of the first token of each sentence.
  private let starts: [Int]

  init(_ statement: WordedStatement, context: Int) {
    self.statement = statement
    self.context = context
    utf8 = Array(statement.coded.statement.text.utf8)
    offsets = CodePointOffsets(statement.coded.statement.text)
    var tokens: [WordSequence.Token] = []
    starts = statement.words.sentences.map { sentence in
      defer { tokens += sentence }
      return tokens.count
    }
    self.tokens = tokens
  }

  func line(for hit: WordQuery.Hit) -> ConcordanceLine {
    let first = starts[hit.sentence] + hit.tokens.lowerBound
    let end = starts[hit.sentence] + hit.tokens.upperBound
    let before = max(0, first - context)..<first
    let behind = end..<min(tokens.count, end + context)
    let metadata = statement.metadata
    let sentence = statement.coded.sentences[hit.sentence]
    return ConcordanceLine(
      document: metadata.id, side: metadata.side, date: metadata.date, sentence: sentence.sentence,
      voice: sentence.voice, range: offsets.codePoints(in: hit.range),
      left: before.isEmpty ? "" : text(tokens[before.lowerBound].range.lowerBound..<hit.range.lowerBound),
      node: text(hit.range),
      right: behind.isEmpty ? "" : text(hit.range.upperBound..<tokens[behind.upperBound - 1].range.upperBound),
      match: hit.match, leftWords: words(before).reversed(), rightWords: words(behind))
  }

  private func words(_ range: Range<Int>) -> [String] {
    range.map { statement.words.forms[tokens[$0].form] }.filter { $0.isWord }.map(\.text)
  }

  /// The text of a range, on one line.
  private func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let text = String(decoding: utf8[range], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
