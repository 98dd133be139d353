internal import PatternMatching

/// The words of a text in the making: the scanner's first, then the terms' and the profile's changes to them.
struct WordCutter {
  private let bytes: [UInt8]
  private(set) var words: [Word]

  /// Words that follow each other without a gap.
  init(bytes: [UInt8], words: [Word]) {
    self.bytes = bytes
    self.words = words
  }

  /// The maximal stretches of Han and kana.
  static func dictionaryRuns(of bytes: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    var position = 0
    while position < bytes.count {
      let (scalar, next) = Characters.decode(bytes, at: position)
      if Characters.isDictionaryScript(scalar) {
        start = start ?? position
      } else if let begin = start {
        runs.append(begin..<position)
        start = nil
      }
      position = next
    }
    if let start { runs.append(start..<bytes.count) }
    return runs
  }

  /// Makes words of the terms that no lattice holds: those of Han beside letters or digits (5G技术), or all of them where
  /// there is no dictionary.
  mutating func forceTerms(_ steering: [TermOccurrence], hasDictionary: Bool) {
    force(hasDictionary ? steering.filter { isMixed($0.range) } : steering)
  }

  /// Whether a term holds Han beside letters or digits (5G技术), so that no lattice of one run holds it.
  private func isMixed(_ range: Range<Int>) -> Bool {
    var han = false
    var rest = false
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, next) = Characters.decode(bytes, at: position)
      if Characters.isDictionaryScript(scalar) {
        han = true
      } else if scalar < 0x80, Characters.isWord(UInt8(scalar)) {
        rest = true
      } else if scalar != 0xB7, scalar != 0x2D {
        return false
      }
      position = next
    }
    return han && rest
  }

  /// Makes each term one word, leftmost and longest first.
  private mutating func force(_ terms: [TermOccurrence]) {
    guard !terms.isEmpty else { return }
    var pieces: [Word] = []
    pieces.reserveCapacity(words.count)
    var term = 0
    var position = 0
    for word in words {
      while term < terms.count, terms[term].range.lowerBound < max(position, word.range.lowerBound) { term += 1 }
      while term < terms.count, terms[term].range.lowerBound < word.range.upperBound {
        let range = terms[term].range
        let start = max(position, word.range.lowerBound)
        if start < range.lowerBound { pieces.append(Word(range: start..<range.lowerBound, kind: word.kind)) }
        pieces.append(Word(range: range, kind: .word))
        position = range.upperBound
        while term < terms.count, terms[term].range.lowerBound < position { term += 1 }
      }
      let start = max(position, word.range.lowerBound)
      if start < word.range.upperBound { pieces.append(Word(range: start..<word.range.upperBound, kind: word.kind)) }
      position = max(position, word.range.upperBound)
    }
    words = pieces
  }

  /// The candidates that stand: as words, as phrases of whole words, or inside a word that is itself a term.
  func standing(_ candidates: [TermOccurrence], weights: [TermWeight]) -> [TermOccurrence] {
    guard !candidates.isEmpty else { return [] }
    var starts = [Bool](repeating: false, count: bytes.count + 1)
    for word in words { starts[word.range.lowerBound] = true }
    starts[bytes.count] = true
    var whole: [Range<Int>] = []
    return candidates.filter { candidate in
      let range = candidate.range
      // English candidates begin and end at words by the search itself.
      if weights[candidate.term] == .context { return true }
      let isLatinTerm = bytes[range.lowerBound] < 0x80 && bytes[range.upperBound - 1] < 0x80
      if isLatinTerm || (starts[range.lowerBound] && starts[range.upperBound]) {
        whole.append(range)
        return true
      }
      // A single character inside a longer term is a part of it and no word: 不 in 不应.
      guard Lattice.length(of: range, in: bytes) > 1 else { return false }
      while let first = whole.first, first.upperBound <= range.lowerBound { whole.removeFirst() }
      return whole.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    }
  }
}
