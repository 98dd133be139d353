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
/// that begins no word costs 255 (`CjkBreakEngine` in ICU's source).
struct Lattice {
  /// The cost of a character that ICU's dictionary does not know.
  static let unknownCharacterCost = 255
  /// The cost of a term that ICU's dictionary does not know. How low it is hardly matters (SEGMENTATION: 60 up to −10 ln p).
  static let termCost = 60
  /// The most that a term of one or two characters costs that ICU's dictionary knows.
  static let knownTermCost = 75

  private let starts: [Int]
  private let units: [UInt16]
  private let unitStarts: [Int]

  /// The run's characters, from the original text.
  init(bytes: [UInt8], range: Range<Int>) {
    var starts: [Int] = []
    var units: [UInt16] = []
    var unitStarts: [Int] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, next) = Characters.decode(bytes, at: position)
      starts.append(position)
      unitStarts.append(units.count)
      if scalar > 0xFFFF {
        units.append(UInt16(0xD800 + ((scalar - 0x10000) >> 10)))
        units.append(UInt16(0xDC00 + ((scalar - 0x10000) & 0x3FF)))
      } else {
        units.append(UInt16(scalar))
      }
      position = next
    }
    starts.append(range.upperBound)
    unitStarts.append(units.count)
    (self.starts, self.units, self.unitStarts) = (starts, units, unitStarts)
  }

  /// All edges that begin at character `index`: words of the dictionary, terms, and the bare character.
  func edges(from index: Int, dictionary: WordDictionary, terms: [TermOccurrence]) -> [LatticeEdge] {
    var edges: [LatticeEdge] = []
    var hasCharacter = false
    for word in dictionary.words(in: units, at: unitStarts[index]) {
      guard let end = characterIndex(ofUnit: unitStarts[index] + word.length) else { continue }
      hasCharacter = hasCharacter || end == index + 1
      edges.append(LatticeEdge(range: starts[index]..<starts[end], cost: word.cost, source: .dictionary))
    }
    if !hasCharacter {
      let range = starts[index]..<starts[index + 1]
      edges.append(LatticeEdge(range: range, cost: Self.unknownCharacterCost, source: .character))
    }
    for term in terms {
      let known = edges.first { $0.range == term.range && $0.source == .dictionary }
      // A short word that ICU knows may keep its own cost, so that real ambiguity (所有人, 有人) stays decided by frequency.
      let cost = min(known?.cost ?? Self.termCost, term.range.count > 6 ? Self.termCost : Self.knownTermCost)
      edges.append(LatticeEdge(range: term.range, cost: cost, source: .term(term.term)))
    }
    return edges
  }

  /// The cheapest path, as the edges that it takes; the terms are those that lie wholly inside the run, by their start.
  func cheapestPath(dictionary: WordDictionary, terms: [TermOccurrence]) -> [LatticeEdge] {
    let count = starts.count - 1
    var best = [Int](repeating: Int.max, count: count + 1)
    var arrival = [LatticeEdge?](repeating: nil, count: count + 1)
    best[0] = 0
    var nextTerm = 0
    for index in 0..<count {
      while nextTerm < terms.count, terms[nextTerm].range.lowerBound < starts[index] { nextTerm += 1 }
      var end = nextTerm
      while end < terms.count, terms[end].range.lowerBound == starts[index] { end += 1 }
      guard best[index] < Int.max else { continue }
      for edge in edges(from: index, dictionary: dictionary, terms: Array(terms[nextTerm..<end])) {
        guard let target = characterIndex(ofByte: edge.range.upperBound) else { continue }
        let cost = best[index] + edge.cost
        if cost < best[target] {
          best[target] = cost
          arrival[target] = edge
        }
      }
    }
    return path(through: arrival, count: count)
  }

  private func path(through arrival: [LatticeEdge?], count: Int) -> [LatticeEdge] {
    var path: [LatticeEdge] = []
    var position = count
    while position > 0, let edge = arrival[position], let start = characterIndex(ofByte: edge.range.lowerBound) {
      path.append(edge)
      position = start
    }
    return path.reversed()
  }

  /// The number of characters in a stretch.
  static func length(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    bytes[range].reduce(0) { $0 + (Characters.isContinuation($1) ? 0 : 1) }
  }

  /// The number of characters in the run.
  var characterCount: Int { starts.count - 1 }

  /// The UTF-8 offset of a character.
  func characterStart(_ index: Int) -> Int { starts[index] }

  private func characterIndex(ofByte offset: Int) -> Int? {
    let index = firstIndex(starts, notBefore: offset) { $0 }
    return index < starts.count && starts[index] == offset ? index : nil
  }

  private func characterIndex(ofUnit unit: Int) -> Int? {
    let index = firstIndex(unitStarts, notBefore: unit) { $0 }
    return index < unitStarts.count && unitStarts[index] == unit ? index : nil
  }
}
