internal import PatternMatching

/// A stretch of a Han run that some word or term could cover, and what it would cost.
public struct LatticeEdge: Sendable, Hashable {
  /// What proposes the stretch.
  public enum Source: Sendable, Hashable {
    /// ICU's dictionary.
    case dictionary
    /// A term of the lexicon, by its number.
    case term(Int)
    /// A character that no word of the dictionary begins with.
    case character
  }

  /// Half-open range of UTF-8 offsets into the text.
  public var range: Range<Int>
  /// About −10 ln p of the word.
  public var cost: Int
  /// What proposes it.
  public var source: Source
}

/// Finds the cheapest way through a run of Chinese characters over ICU's dictionary with the lexicon's terms in it.
///
/// With no terms the path is ICU's own: a unigram Viterbi with the costs of ICU's dictionary, in which a single character
/// that begins no word costs 255 (`CjkBreakEngine` in ICU's source). One lattice serves all runs of a text, one after
/// another, so that its rows are laid out once.
struct Lattice {
  /// The cost of a character that ICU's dictionary does not know.
  static let unknownCharacterCost: Int32 = 255
  /// The cost of a term that ICU's dictionary does not know. How low it is hardly matters (SEGMENTATION: 60 up to −10 ln p).
  static let termCost: Int32 = 60
  /// The most that a term of one or two characters costs that ICU's dictionary knows.
  static let knownTermCost: Int32 = 75
  private static let byDictionary: Int32 = -1
  private static let byCharacter: Int32 = -2

  private let dictionary: WordDictionary
  private var units: [UInt16] = []
  private var starts: [Int] = []
  /// For each boundary between characters: the cost of the best path to it, where its last edge begins, what proposes it.
  private var best: [Int32] = []
  private var previous: [Int32] = []
  private var source: [Int32] = []

  /// A lattice over a dictionary.
  init(dictionary: WordDictionary) { self.dictionary = dictionary }

  /// The number of characters in the run.
  var characterCount: Int { units.count }

  /// Takes up a run of characters.
  mutating func load(_ bytes: [UInt8], range: Range<Int>) {
    units.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, next) = Characters.decode(bytes, at: position)
      starts.append(position)
      // The dictionary holds no character of another plane: a unit that begins no word stands for it.
      units.append(scalar > 0xFFFF ? 0xFFFF : UInt16(scalar))
      position = next
    }
    starts.append(range.upperBound)
    let count = units.count + 1
    if best.count < count {
      best = [Int32](repeating: .max, count: count + count / 2)
      previous = best
      source = best
    }
  }

  /// What the path that was found costs.
  var totalCost: Int32 { best[units.count] }

  /// Finds the cheapest path.
  ///
  /// - Parameters:
  ///   - terms: the terms that lie wholly inside the run, by their start.
  ///   - costs: what each of them costs, where it is not 0; nothing where all are words.
  /// - Complexity: O(n · d) for n characters, d the length of the longest word that begins at one.
  mutating func solve(terms: ArraySlice<TermOccurrence> = [], costs: [Int32] = []) {
    let count = units.count
    for index in 0...count { best[index] = .max }
    best[0] = 0
    var term = terms.startIndex
    for index in 0..<count {
      while term < terms.endIndex, terms[term].range.lowerBound < starts[index] { term += 1 }
      let base = best[index]
      guard base < .max else { continue }
      relax(from: index, base: base)
      var next = term
      while next < terms.endIndex, terms[next].range.lowerBound == starts[index] {
        relax(
          terms[next], number: next, from: index, base: base,
          given: costs.isEmpty ? 0 : costs[next - terms.startIndex])
        next += 1
      }
    }
  }

  /// Tries every word of the dictionary that begins at a character.
  @inline(__always)
  private mutating func relax(from index: Int, base: Int32) {
    var state = dictionary.first(units[index])
    let limit = min(units.count, index + WordDictionary.longestWord)
    var end = index + 1
    var single = Self.unknownCharacterCost
    var singleSource = Self.byCharacter
    if state != .dead, let cost = dictionary.cost(state) {
      single = cost
      singleSource = Self.byDictionary
    }
    reach(end, base + single, from: index, singleSource)
    while state != .dead, end < limit {
      state = dictionary.next(state, units[end])
      end += 1
      if state != .dead, let cost = dictionary.cost(state) { reach(end, base + cost, from: index, Self.byDictionary) }
    }
  }

  private mutating func relax(
    _ term: TermOccurrence, number: Int, from index: Int, base: Int32, given: Int32
  ) {
    let end = firstIndex(starts, notBefore: term.range.upperBound) { $0 }
    guard starts[end] == term.range.upperBound else { return }
    let cost = given > 0 ? given : cost(of: term, from: index, to: end)
    reach(end, base + cost, from: index, Int32(number))
  }

  /// What a term costs: a short word that ICU knows may keep its own cost, so that real ambiguity (所有人, 有人) stays
  /// decided by frequency.
  private func cost(of term: TermOccurrence, from index: Int, to end: Int) -> Int32 {
    var state = dictionary.first(units[index])
    var position = index + 1
    while state != .dead, position < end {
      state = dictionary.next(state, units[position])
      position += 1
    }
    let known = state == .dead ? nil : dictionary.cost(state)
    return min(known ?? Self.termCost, term.range.count > 6 ? Self.termCost : Self.knownTermCost)
  }

  @inline(__always)
  private mutating func reach(_ end: Int, _ cost: Int32, from index: Int, _ proposer: Int32) {
    guard cost < best[end] else { return }
    best[end] = cost
    previous[end] = Int32(truncatingIfNeeded: index)
    source[end] = proposer
  }

  /// Calls `body` with each stretch of the path that was found, last one first, and the position in the terms of the term
  /// that proposed it, if one did.
  @inline(__always)
  func forEachStretchBackwards(_ body: (Range<Int>, Int?) -> Void) {
    var end = units.count
    while end > 0 {
      let start = Int(previous[end])
      body(starts[start]..<starts[end], source[end] >= 0 ? Int(source[end]) : nil)
      end = start
    }
  }

  /// The path that was found, as edges.
  func path(terms: ArraySlice<TermOccurrence> = []) -> [LatticeEdge] {
    var path: [LatticeEdge] = []
    var end = units.count
    while end > 0 {
      let start = Int(previous[end])
      let proposer: LatticeEdge.Source =
        source[end] >= 0
        ? .term(terms[Int(source[end])].term) : source[end] == Self.byCharacter ? .character : .dictionary
      path.append(
        LatticeEdge(range: starts[start]..<starts[end], cost: Int(best[end] - best[start]), source: proposer))
      end = start
    }
    return path.reversed()
  }

  /// Every edge of the run, by its start: words of the dictionary, terms, and bare characters.
  func allEdges(terms: ArraySlice<TermOccurrence>, costs: [Int32] = []) -> [LatticeEdge] {
    (0..<units.count).flatMap { index in
      var edges: [LatticeEdge] = []
      var state = dictionary.first(units[index])
      var end = index + 1
      if state == .dead || dictionary.cost(state) == nil {
        edges.append(edge(index, end, Self.unknownCharacterCost, .character))
      }
      while state != .dead {
        if let cost = dictionary.cost(state) { edges.append(edge(index, end, cost, .dictionary)) }
        guard end < min(units.count, index + WordDictionary.longestWord) else { break }
        state = dictionary.next(state, units[end])
        end += 1
      }
      for (number, term) in terms.enumerated() where term.range.lowerBound == starts[index] {
        let end = firstIndex(starts, notBefore: term.range.upperBound) { $0 }
        let given = costs.isEmpty ? 0 : costs[number]
        edges.append(edge(index, end, given > 0 ? given : cost(of: term, from: index, to: end), .term(term.term)))
      }
      return edges
    }
  }

  private func edge(_ start: Int, _ end: Int, _ cost: Int32, _ source: LatticeEdge.Source) -> LatticeEdge {
    LatticeEdge(range: starts[start]..<starts[end], cost: Int(cost), source: source)
  }

  /// The number of characters in a stretch.
  static func length(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    bytes[range].reduce(0) { $0 + (Characters.isContinuation($1) ? 0 : 1) }
  }
}
