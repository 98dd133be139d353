/// What the phrases of a lexicon cost in the lattice, and of which words they are made.
///
/// A phrase (鼓吹脱钩) stays several words, so that it must not win against a word that begins inside it (脱钩断链): it costs
/// what its words cost, less a little, since the list says that they go together. Both are found once for each phrase.
struct Phrases {
  /// How much likelier the words of a phrase are together than apart, in the unit of the dictionary: about e⁶.
  static let bonus: Int32 = 60

  /// A phrase's cost and its words, as stretches from its start.
  private struct Shape {
    var cost: Int32
    var parts: [Range<Int>]
  }

  private var lattice: Lattice
  private var shapes: [Int: Shape] = [:]

  init(dictionary: WordDictionary) { lattice = Lattice(dictionary: dictionary) }

  /// The costs of the terms that are phrases, by their place among `terms`; 0 for those that are words, and nothing at all
  /// where none is a phrase.
  mutating func costs(of terms: ArraySlice<TermOccurrence>, weights: [TermWeight], in text: [UInt8]) -> [Int32] {
    guard terms.contains(where: { weights[$0.term] == .phrase }) else { return [] }
    return terms.map { weights[$0.term] == .phrase ? shape(of: $0, among: terms, in: text).cost : 0 }
  }

  /// The words of a phrase, in order.
  mutating func parts(of phrase: TermOccurrence, among terms: ArraySlice<TermOccurrence>, in text: [UInt8]) -> [Word] {
    let start = phrase.range.lowerBound
    return shape(of: phrase, among: terms, in: text).parts.map {
      Word(start + $0.lowerBound, start + $0.upperBound, .word)
    }
  }

  private mutating func shape(
    of phrase: TermOccurrence, among terms: ArraySlice<TermOccurrence>, in text: [UInt8]
  ) -> Shape {
    // The same term may stand in simplified and in traditional characters, which differ in nothing that counts here.
    if let known = shapes[phrase.term], known.parts.last?.upperBound == phrase.range.count { return known }
    let range = phrase.range
    let shorter = terms.filter {
      range.contains($0.range.lowerBound) && $0.range.upperBound <= range.upperBound && $0.range.count < range.count
    }
    lattice.load(text, range: range)
    lattice.solve(terms: shorter[...])
    let start = range.lowerBound
    var words: [Range<Int>] = []
    lattice.forEachStretchBackwards { part, _ in
      words.append(part.lowerBound - start..<part.upperBound - start)
    }
    words = Self.withoutSingles(words.reversed())
    // What falls to single characters is a word that the dictionary lacks.
    let isShort = lattice.characterCount <= 4
    let isWord = words.count == 1 || (isShort && words.contains { $0.count <= 3 })
    let shape =
      isWord
      ? Shape(cost: 0, parts: [0..<range.count])
      : Shape(cost: max(Lattice.termCost, lattice.totalCost - Self.bonus), parts: words)
    shapes[phrase.term] = shape
    return shape
  }

  /// Neighbouring single characters are one word: 加|征|关税 is 加征|关税.
  private static func withoutSingles(_ parts: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    var lastIsSingle = false
    for part in parts {
      let isSingle = part.count <= 3
      if isSingle, lastIsSingle, let last = joined.last {
        joined[joined.count - 1] = last.lowerBound..<part.upperBound
      } else {
        joined.append(part)
      }
      lastIsSingle = isSingle
    }
    return joined
  }
}
