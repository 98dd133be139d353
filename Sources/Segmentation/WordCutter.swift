internal import PatternMatching

/// The words of a text in the making: ICU's boundaries first, then the terms' and the profile's changes to them.
struct WordCutter {
  private let bytes: [UInt8]
  private(set) var words: [Word]

  /// Words between ICU's boundaries.
  init(bytes: [UInt8], boundaries: [Boundary]) {
    self.bytes = bytes
    var words: [Word] = []
    words.reserveCapacity(boundaries.count)
    var start = 0
    for boundary in boundaries {
      words.append(Word(range: start..<boundary.offset, kind: Self.kind(of: bytes, from: start, tag: boundary.tag)))
      start = boundary.offset
    }
    self.words = words
  }

  private static func kind(of bytes: [UInt8], from start: Int, tag: Int32) -> Word.Kind {
    switch tag {
    case 100..<200: return .number
    case 200..<500: return .word
    default: break
    }
    let (scalar, _) = Characters.decode(bytes, at: start)
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: return .space
    default: return Characters.isHan(scalar) ? .word : .punctuation
    }
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

  /// Cuts anew where terms may stand: Chinese runs by the lattice, other terms by force.
  mutating func recut(with candidates: [TermOccurrence], patterns: TermSet, dictionary: WordDictionary?) {
    guard !candidates.isEmpty else { return }
    var pieces: [Word] = []
    pieces.reserveCapacity(words.count)
    var word = 0
    var candidate = 0
    for run in Self.dictionaryRuns(of: bytes) {
      while candidate < candidates.count, candidates[candidate].range.lowerBound < run.lowerBound { candidate += 1 }
      var end = candidate
      while end < candidates.count, candidates[end].range.lowerBound < run.upperBound { end += 1 }
      let inside = candidates[candidate..<end].filter {
        $0.range.upperBound <= run.upperBound && patterns.weights[$0.term] > .part
      }
      candidate = end
      guard !inside.isEmpty, let dictionary else { continue }
      while word < words.count, words[word].range.upperBound <= run.lowerBound {
        pieces.append(words[word])
        word += 1
      }
      // A word of ICU's that reaches beyond the run (a digit with a Han unit) keeps its own boundaries.
      let lattice = Lattice(bytes: bytes, range: run)
      let path = lattice.cheapestPath(dictionary: dictionary, terms: inside).flatMap { edge -> [LatticeEdge] in
        guard case .term(let number) = edge.source, patterns.weights[number] == .phrase else { return [edge] }
        return words(of: edge, dictionary: dictionary, terms: inside)
      }
      guard word < words.count, words[word].range.lowerBound == run.lowerBound else { continue }
      var last = word
      while last < words.count, words[last].range.upperBound < run.upperBound { last += 1 }
      guard last < words.count, words[last].range.upperBound == run.upperBound else { continue }
      pieces.append(contentsOf: path.map { Word(range: $0.range, kind: .word) })
      word = last + 1
    }
    pieces.append(contentsOf: words[word...])
    words = pieces
    let steering = candidates.filter { patterns.weights[$0.term] > .part }
    force(dictionary == nil ? steering : steering.filter { isMixed($0.range) })
  }

  /// The words of which a phrase is made; the phrase itself where some part of it would be a single character.
  private func words(of edge: LatticeEdge, dictionary: WordDictionary, terms: [TermOccurrence]) -> [LatticeEdge] {
    let shorter = terms.filter {
      edge.range.contains($0.range.lowerBound) && $0.range.upperBound <= edge.range.upperBound
        && $0.range.count < edge.range.count
    }
    let lattice = Lattice(bytes: bytes, range: edge.range)
    let path = lattice.cheapestPath(dictionary: dictionary, terms: shorter)
    // A short term with a single character in it is a word of the field; a long one is a set phrase.
    let isWord =
      Lattice.length(of: edge.range, in: bytes) <= 4 && path.contains { Lattice.length(of: $0.range, in: bytes) < 2 }
    return isWord ? [edge] : path
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

  /// Joins hyphenated compounds (de-risking) and abbreviations with their last stop (U.S.).
  mutating func joinCompounds() {
    var joined: [Word] = []
    joined.reserveCapacity(words.count)
    for word in words {
      guard let last = joined.last, last.range.upperBound == word.range.lowerBound, joins(last, word) else {
        joined.append(word)
        continue
      }
      joined[joined.count - 1].range = last.range.lowerBound..<word.range.upperBound
      joined[joined.count - 1].kind = .word
    }
    words = joined
  }

  private func joins(_ left: Word, _ right: Word) -> Bool {
    let next = right.range.upperBound
    let byte = bytes[right.range.lowerBound]
    if right.range.count == 1, byte == 0x2D {  // a hyphen with letters on both sides
      return left.kind == .word && isLatin(at: left.range.upperBound - 1) && next < bytes.count
        && Characters.isLetter(bytes[next])
    }
    if right.range.count == 1, byte == 0x2E { return isAbbreviation(left.range) }
    return bytes[left.range.upperBound - 1] == 0x2D && left.range.count > 1 && left.kind == .word
      && Characters.isLetter(byte)
  }

  private func isLatin(at offset: Int) -> Bool { Characters.isWord(bytes[offset]) }

  /// Single letters with stops between them: `U.S`, `e.g`.
  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count % 2 == 1 else { return false }
    return range.allSatisfy { offset in
      (offset - range.lowerBound) % 2 == 0 ? Characters.isLetter(bytes[offset]) : bytes[offset] == 0x2E
    }
  }

  /// The candidates that stand: as words, as phrases of whole words, or inside a word that is itself a term.
  func standing(_ candidates: [TermOccurrence], weights: [TermWeight]) -> [TermOccurrence] {
    var starts = Set<Int>(minimumCapacity: words.count)
    for word in words { starts.insert(word.range.lowerBound) }
    starts.insert(bytes.count)
    var whole: [Range<Int>] = []
    return candidates.filter { candidate in
      let range = candidate.range
      // English candidates begin and end at words by the search itself.
      if weights[candidate.term] == .context { return true }
      let isLatinTerm = bytes[range.lowerBound] < 0x80 && bytes[range.upperBound - 1] < 0x80
      if isLatinTerm || (starts.contains(range.lowerBound) && starts.contains(range.upperBound)) {
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
