internal import CICU

/// What the sentence rules see in a character: its Sentence_Break property (UAX #29), as plain bytes.
enum SentenceClass {
  /// A full stop, which may also abbreviate.
  static let stop = UInt8(CICU_SENTENCE_STOP)
  /// Ends a sentence for certain: ! ? 。
  static let mark = UInt8(CICU_SENTENCE_MARK)
  /// Quotation marks and brackets.
  static let close = UInt8(CICU_SENTENCE_CLOSE)
  /// White space inside a line.
  static let space = UInt8(CICU_SENTENCE_SPACE)
  /// Ends a line.
  static let line = UInt8(CICU_SENTENCE_LINE)
  /// Goes with the character before it.
  static let attached = UInt8(CICU_SENTENCE_ATTACHED)
  /// A lower-case letter.
  static let lower = UInt8(CICU_SENTENCE_LOWER)
  /// An upper-case letter.
  static let upper = UInt8(CICU_SENTENCE_UPPER)
  /// A letter without case.
  static let letter = UInt8(CICU_SENTENCE_LETTER)
  /// A digit.
  static let numeric = UInt8(CICU_SENTENCE_NUMERIC)
  /// A comma or the like, which shows that the sentence goes on.
  static let goesOn = UInt8(CICU_SENTENCE_CONTINUE)
}

/// Finds ICU's sentence boundaries: most bytes are only looked at for whether they end a sentence or a line, and the rules
/// (UAX #29, SB3 to SB11) are followed from there.
///
/// Paragraphs do not bear on each other, so that a paragraph with a character of another plane goes to ICU's own iterator.
struct SentenceScanner {
  private let text: [UInt8]
  private let classes = SentenceClass.table

  init(_ text: [UInt8]) { self.text = text }

  /// The ends of the sentences, in order.
  func ends() throws(ICUError) -> [Int] {
    var ends: [Int] = []
    ends.reserveCapacity(text.count / 64 + 1)
    var paragraph = 0
    var position = 0
    while position < text.count {
      let byte = text[position]
      if Self.isQuiet[Int(byte)] {
        position += 1
        continue
      }
      if byte >= 0xF0 {
        let end = endOfParagraph(from: position)
        while let last = ends.last, last > paragraph { ends.removeLast() }
        let boundaries = try BreakIterator(.sentence, locale: "en").boundaries(of: Array(text[paragraph..<end]))
        ends += boundaries.map { paragraph + $0.offset }
        (paragraph, position) = (end, end)
        continue
      }
      let (kind, next) = character(at: position)
      switch kind {
      case SentenceClass.line:
        position = behindLineEnd(position, next)
        paragraph = position
        ends.append(position)
      case SentenceClass.stop, SentenceClass.mark:
        position = terminator(kind, at: position, behind: next, &paragraph, &ends)
      default: position = next
      }
    }
    if ends.last ?? 0 < text.count { ends.append(text.count) }
    return ends
  }

  /// Whether a byte neither ends anything nor begins a character that might: letters, digits, most marks, and what follows
  /// in a character of several bytes.
  private static let isQuiet: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x0A...0x0D, 0x1C...0x1E, 0x21, 0x2E, 0x3F: false
    case 0..<0xC0, 0xE4...0xE9: true
    default: false
    }
  }

  @inline(__always)
  private func character(at offset: Int) -> (kind: UInt8, next: Int) {
    let first = text[offset]
    if first < 0x80 { return (classes[Int(first)], offset + 1) }
    let (scalar, next) = Characters.decode(text, at: offset)
    return (scalar < 0x10000 ? classes[Int(scalar)] : 0, next)
  }

  /// The class of the next character that is no attached one, with where it begins and ends; nil at the end of the text.
  @inline(__always)
  private func following(_ offset: Int) -> (kind: UInt8, start: Int, next: Int)? {
    var position = offset
    while position < text.count {
      let (kind, next) = character(at: position)
      if kind != SentenceClass.attached { return (kind, position, next) }
      position = next
    }
    return nil
  }

  private func behindLineEnd(_ position: Int, _ next: Int) -> Int {
    text[position] == 0x0D && next < text.count && text[next] == 0x0A ? next + 1 : next
  }

  private func endOfParagraph(from start: Int) -> Int {
    var position = start
    while position < text.count {
      let (kind, next) = character(at: position)
      if kind == SentenceClass.line { return behindLineEnd(position, next) }
      position = next
    }
    return position
  }

  /// Follows the rules from a mark that may end a sentence; returns where to go on.
  private func terminator(
    _ kind: UInt8, at position: Int, behind: Int, _ paragraph: inout Int, _ ends: inout [Int]
  ) -> Int {
    guard var next = following(behind) else { return text.count }
    if kind == SentenceClass.stop {
      if next.kind == SentenceClass.numeric { return next.start }  // SB6
      if next.kind == SentenceClass.upper, isCased(before: position, since: paragraph) { return next.start }  // SB7
    }
    // SB9 and SB10: closing marks, then spaces, then the end of a line go with the sentence.
    while next.kind == SentenceClass.close {
      guard let after = following(next.next) else { return text.count }
      next = after
    }
    while next.kind == SentenceClass.space {
      guard let after = following(next.next) else { return text.count }
      next = after
    }
    switch next.kind {
    case SentenceClass.line: return next.start
    case SentenceClass.goesOn, SentenceClass.stop, SentenceClass.mark: return next.start  // SB8a
    default: break
    }
    if kind == SentenceClass.stop, goesOnInLowerCase(from: next.start) { return next.start }
    ends.append(next.start)
    return next.start
  }

  /// SB8: whether the next letter, before any line end or mark, is a lower-case one.
  private func goesOnInLowerCase(from start: Int) -> Bool {
    var position = start
    while position < text.count {
      let (kind, next) = character(at: position)
      switch kind {
      case SentenceClass.lower: return true
      case SentenceClass.letter, SentenceClass.upper, SentenceClass.line, SentenceClass.stop, SentenceClass.mark:
        return false
      default: position = next
      }
    }
    return false
  }

  /// Whether the character before a stop is a letter with case.
  private func isCased(before position: Int, since start: Int) -> Bool {
    var end = position
    while end > start {
      end = Characters.previous(text, before: end)
      let kind = character(at: end).kind
      if kind != SentenceClass.attached { return kind == SentenceClass.upper || kind == SentenceClass.lower }
    }
    return false
  }
}
