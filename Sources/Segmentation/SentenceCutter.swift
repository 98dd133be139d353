internal import DiscourseModel

/// What ends a sentence beyond ICU's rules: data of the list `abbreviations`.
public struct SentenceRules: Sendable, Hashable {
  /// Words whose stop does not end a sentence, lower case, without the last stop: `dr`, `u.s`, `inc`.
  public var abbreviations: Set<String>
  /// Words, lower case, that after an abbreviation such as `U.S.` do begin a new sentence: `the`, `we`, `in`.
  public var starters: Set<String>
  /// Abbreviations that always go with the word behind them: `dr`, `gen`, `st`.
  public var titles: Set<String>

  /// Rules from their lists.
  public init(abbreviations: Set<String> = [], starters: Set<String> = [], titles: Set<String> = []) {
    self.abbreviations = abbreviations
    self.starters = starters
    self.titles = titles
  }
}

/// Cuts text into sentences: ICU's boundaries, mended where they are known to be wrong.
struct SentenceCutter {
  private let bytes: [UInt8]
  private let rules: SentenceRules
  private let language: Language

  init(bytes: [UInt8], rules: SentenceRules, language: Language) {
    self.bytes = bytes
    self.rules = rules
    self.language = language
  }

  /// The sentences, without the white space around them; stretches of white space alone are none.
  func sentences() throws(ICUError) -> [Sentence] {
    let ends = try SentenceScanner(bytes).ends().map(movedBeforeOpeners)
    var sentences: [Sentence] = []
    var start = 0
    var afterBreak = true
    for (index, end) in ends.enumerated() {
      guard end > start else { continue }
      if index + 1 < ends.count, joins(start: start, end: end) { continue }
      let range = trimmed(start..<end)
      if !range.isEmpty {
        let own = Language.byScript(bytes, in: range)
        sentences.append(Sentence(range: range, language: own ?? language, opensParagraph: afterBreak))
        afterBreak = false
      }
      if bytes[start..<end].contains(where: { $0 == 0x0A || $0 == 0x0D }) { afterBreak = true }
      start = end
    }
    return sentences
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let (scalar, next) = Characters.decode(bytes, at: low)
      guard Self.isSpace(scalar) else { break }
      low = next
    }
    while high > low {
      let previous = Characters.previous(bytes, before: high)
      guard Self.isSpace(Characters.decode(bytes, at: previous).scalar) else { break }
      high = previous
    }
    return low..<high
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    // Marks without width stand for nothing at a sentence's ends either.
    Characters.isSpace(scalar) || scalar == 0x200B || scalar == 0xFEFF
  }

  private static func isOpener(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x2018, 0x300C, 0x300E, 0x300A, 0x3008, 0xFF08, 0x3010, 0x3014, 0x28, 0x5B: true
    default: false
    }
  }

  /// ICU gives an opening quote or bracket right after a full stop to the sentence before: it goes with the next.
  private func movedBeforeOpeners(_ end: Int) -> Int {
    guard end < bytes.count else { return end }
    var position = end
    while position > 0 {
      let previous = Characters.previous(bytes, before: position)
      let scalar = Characters.decode(bytes, at: previous).scalar
      guard Self.isOpener(scalar) else { break }
      position = previous
    }
    return position
  }

  /// Whether the boundary at `end` is none: after an abbreviation, an initial or a list number.
  private func joins(start: Int, end: Int) -> Bool {
    let content = trimmed(start..<end)
    guard content.count >= 2, bytes[content.upperBound - 1] == 0x2E else { return false }
    // A line's end is a sentence's end.
    if bytes[content.upperBound..<end].contains(0x0A) { return false }
    var tokenStart = content.upperBound - 1
    while tokenStart > content.lowerBound, !Self.separates(bytes[tokenStart - 1]) { tokenStart -= 1 }
    let token = Array(bytes[tokenStart..<(content.upperBound - 1)])
    guard let first = token.first else { return false }
    if token.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      return tokenStart == content.lowerBound && token.count <= 2
    }
    let text = String(decoding: token, as: UTF8.self)
    let word = text.lowercased()
    if rules.titles.contains(word) { return true }
    let next = followingWord(from: end)
    if token.count == 1, first >= 0x41, first <= 0x5A, first != 0x49 {
      return !rules.starters.contains(next)
    }
    guard rules.abbreviations.contains(word) else { return false }
    return !rules.starters.contains(next)
  }

  private static func separates(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x28 || byte == 0x5B || byte == 0x2D || byte == 0x22 || byte >= 0x80 || byte == 0x0A
  }

  private func followingWord(from offset: Int) -> String {
    var start = offset
    while start < bytes.count, !Characters.isWord(bytes[start]) { start += 1 }
    var end = start
    while end < bytes.count, Characters.isLetter(bytes[end]) { end += 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }
}
