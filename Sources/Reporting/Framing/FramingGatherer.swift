public import DiscourseModel
internal import Statistics

/// Gathers what a framing report needs, one statement at a time: counts of each statement, the strongest and a random
/// sample of sentences for each code, and the texts of the statements that say most, within a budget.
public struct FramingGatherer: Sendable {
  /// What bounds the size of a report.
  public struct Budget: Sendable, Hashable {
    /// How many of the strongest sentences are kept for each code, and how many at random.
    public var sentences: Int
    /// The same for each code in each month.
    public var sentencesByMonth: Int
    /// How many bytes of whole statements are kept for reading.
    public var text: Int

    /// A budget; the default keeps a report of any corpus below 15 MB.
    public init(sentences: Int = 12, sentencesByMonth: Int = 3, text: Int = 2_000_000) {
      self.sentences = sentences
      self.sentencesByMonth = sentencesByMonth
      self.text = text
    }
  }

  /// Under what sentences are filed.
  struct Key: Sendable, Hashable {
    var side: Side
    var code: EvidenceCode
    /// The year and the month where it is known; nil for all times.
    var month: StatementDate?
  }

  private let voices: Set<Voice>
  private let seed: UInt64
  let budget: Budget
  private(set) var count = 0
  private(set) var scores: ScoreGatherer
  private(set) var pools: [Key: EvidencePool] = [:]
  private(set) var readings: ReadingShelf

  /// A gatherer.
  ///
  /// - Parameters:
  ///   - voices: whose sentences count.
  ///   - seed: the seed of the random sample.
  ///   - budget: what bounds the size of a report.
  public init(voices: Set<Voice> = [.own], seed: UInt64 = 1, budget: Budget = Budget()) {
    self.voices = voices
    self.seed = seed
    self.budget = budget
    scores = ScoreGatherer(strongest: 0, voices: voices)
    readings = ReadingShelf(limit: budget.text)
  }

  /// Whether nothing was gathered.
  public var isEmpty: Bool { count == 0 }

  /// Takes a statement.
  ///
  /// - Parameters:
  ///   - statement: the statement; one without a side is left out.
  ///   - sentences: its coded sentences.
  /// - Complexity: O(sentences × codes of each).
  public mutating func add(_ statement: Statement, sentences: [CodedSentence]) {
    guard let side = statement.metadata.side else { return }
    let number = count
    count += 1
    scores.add(statement.metadata, side: side, sentences: sentences)
    let month = statement.metadata.date.flatMap { StatementDate(year: $0.year, month: $0.month) }
    var coded = 0
    for sentence in sentences where voices.contains(sentence.voice) {
      let codes = EvidenceCode.of(sentence, side: side)
      guard !codes.isEmpty else { continue }
      coded += 1
      file(sentence, of: number, under: codes, side: side, month: month)
    }
    readings.add(Reading(number: number, statement: statement, sentences: sentences, weight: coded))
  }

  private mutating func file(
    _ sentence: CodedSentence, of number: Int, under codes: Set<EvidenceCode>, side: Side, month: StatementDate?
  ) {
    var lots = SeededGenerator(seed: seed ^ UInt64(number) << 24 ^ UInt64(sentence.sentence))
    let lot = lots.next()
    var strengths: [Construct: Int] = [:]
    for highlight in Highlight.of(sentence) { strengths[highlight.construct] = highlight.strength }
    for code in codes {
      let kept = KeptSentence(
        statement: number, sentence: sentence, strength: strengths[code.construct] ?? 0, lot: lot)
      pools[Key(side: side, code: code), default: EvidencePool()].add(kept, limit: limit)
      if code.isOverTime, let month {
        pools[Key(side: side, code: code, month: month), default: EvidencePool()].add(kept, limit: monthLimit)
      }
    }
  }

  var limit: EvidencePool.Limit { .init(strongest: budget.sentences, sampled: budget.sentences) }
  var monthLimit: EvidencePool.Limit { .init(strongest: budget.sentencesByMonth, sampled: budget.sentencesByMonth) }
}

/// A statement that is kept whole.
struct Reading: Sendable {
  /// Its place in input order.
  var number: Int
  var statement: Statement
  var sentences: [CodedSentence]
  /// How many of its sentences are coded.
  var weight: Int
}

/// The statements that are kept whole: those with the most coded sentences, as many as the limit allows.
struct ReadingShelf: Sendable {
  private let limit: Int
  private var bytes = 0
  private var heap: [Reading] = []

  init(limit: Int) { self.limit = limit }

  /// The statements, in input order.
  var readings: [Reading] { heap.sorted { $0.number < $1.number } }

  mutating func add(_ reading: Reading) {
    heap.append(reading)
    bytes += reading.statement.text.utf8.count
    var child = heap.count - 1
    while child > 0, Self.isLess(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
    while bytes > limit, !heap.isEmpty { dropLeast() }
  }

  private static func isLess(_ left: Reading, _ right: Reading) -> Bool {
    left.weight != right.weight ? left.weight < right.weight : left.number > right.number
  }

  private mutating func dropLeast() {
    heap.swapAt(0, heap.count - 1)
    bytes -= heap.removeLast().statement.text.utf8.count
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
      guard let least = children.min(by: { Self.isLess(heap[$0], heap[$1]) }), Self.isLess(heap[least], heap[parent])
      else { return }
      heap.swapAt(least, parent)
      parent = least
    }
  }
}
