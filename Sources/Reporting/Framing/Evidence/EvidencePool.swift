internal import DiscourseModel

/// A sentence that is kept as evidence.
struct KeptSentence: Sendable {
  /// The statement's place in input order.
  var statement: Int
  /// The sentence.
  var sentence: CodedSentence
  /// How strongly it carries what was coded in it; only the order matters.
  var strength: Int
  /// A number that is as good as random, and the same for the same sentence and seed.
  var lot: UInt64

  /// Earlier in the corpus first.
  static func precedes(_ left: KeptSentence, _ right: KeptSentence) -> Bool {
    (left.statement, left.sentence.sentence) < (right.statement, right.sentence.sentence)
  }
}

/// The sentences kept for one code: the strongest, and a random sample of all.
///
/// The sample holds the sentences with the smallest lots (bottom-k sampling, Cohen & Kaplan 2007), so that samples of
/// parts merge into one of the whole, and do not depend on the order of input.
struct EvidencePool: Sendable {
  /// How many are kept of each kind.
  struct Limit: Sendable, Hashable {
    var strongest: Int
    var sampled: Int
  }

  /// How many sentences were seen.
  private(set) var total = 0
  private(set) var strongest: [KeptSentence] = []
  private(set) var sampled: [KeptSentence] = []

  /// Takes a sentence.
  mutating func add(_ sentence: KeptSentence, limit: Limit) {
    total += 1
    Self.insert(sentence, into: &strongest, limit: limit.strongest, by: Self.isStronger)
    Self.insert(sentence, into: &sampled, limit: limit.sampled) { $0.lot < $1.lot }
  }

  /// The pool of two sets of sentences together.
  mutating func merge(_ other: EvidencePool, limit: Limit) {
    total += other.total
    for sentence in other.strongest {
      Self.insert(sentence, into: &strongest, limit: limit.strongest, by: Self.isStronger)
    }
    for sentence in other.sampled { Self.insert(sentence, into: &sampled, limit: limit.sampled) { $0.lot < $1.lot } }
  }

  private static func isStronger(_ left: KeptSentence, _ right: KeptSentence) -> Bool {
    left.strength != right.strength ? left.strength > right.strength : KeptSentence.precedes(left, right)
  }

  /// Keeps the first `limit` of an order; most sentences fail at the first comparison.
  private static func insert(
    _ sentence: KeptSentence, into list: inout [KeptSentence], limit: Int,
    by precedes: (KeptSentence, KeptSentence) -> Bool
  ) {
    if list.count >= limit, let last = list.last, !precedes(sentence, last) { return }
    let place = list.firstIndex { precedes(sentence, $0) } ?? list.count
    list.insert(sentence, at: place)
    if list.count > limit { list.removeLast() }
  }
}
