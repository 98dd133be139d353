public import DiscourseModel

/// A word, a mark or a space of a text.
public struct Word: Sendable, Hashable {
  /// What a piece of text is.
  public enum Kind: UInt8, Sendable, Hashable {
    /// Letters or Han characters.
    case word
    /// Digits.
    case number
    /// Punctuation and symbols.
    case punctuation
    /// White space.
    case space
  }

  // Texts have many words: 32 bits for an offset keep them small.
  private var start: UInt32
  private var end: UInt32
  /// What it is.
  public var kind: Kind

  /// Half-open range of UTF-8 offsets into the text, which may have up to 4 GB.
  @inline(__always)
  public var range: Range<Int> { Int(start)..<Int(end) }

  /// A piece of text.
  @inline(__always)
  public init(range: Range<Int>, kind: Kind) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
    self.kind = kind
  }

  /// Whether it is a word or a number.
  public var isWord: Bool { kind == .word || kind == .number }
}

/// A term that stands in a text as a word, as a phrase, or inside a longer term.
public struct TermOccurrence: Sendable, Hashable {
  /// Half-open range of UTF-8 offsets into the text.
  public var range: Range<Int>
  /// Half-open range of offsets into the normalized text.
  public var normalizedRange: Range<Int>
  /// The term's number in the ``TermSet``.
  public var term: Int

  /// An occurrence of a term.
  public init(range: Range<Int>, normalizedRange: Range<Int>, term: Int) {
    self.range = range
    self.normalizedRange = normalizedRange
    self.term = term
  }
}

/// A sentence of a text.
public struct Sentence: Sendable, Hashable {
  /// Half-open range of UTF-8 offsets, without the white space around it.
  public var range: Range<Int>
  /// The sentence's language, by its script; the text's main language where it has no letters.
  public var language: Language
  /// Whether it opens a paragraph.
  public var opensParagraph: Bool

  /// A sentence at a place.
  public init(range: Range<Int>, language: Language, opensParagraph: Bool = false) {
    self.range = range
    self.language = language
    self.opensParagraph = opensParagraph
  }
}

/// A text cut into sentences and words, with the terms that were found in it.
///
/// The words are lossless: they follow each other without a gap and together are the text.
public struct SegmentedText: Sendable {
  /// The text as UTF-8.
  public let bytes: [UInt8]
  /// The text in the form in which terms are matched.
  public let normalized: NormalizedText
  /// The sentences, in order.
  public let sentences: [Sentence]
  /// The words, marks and spaces, in order.
  public let words: [Word]
  /// The terms, by their start, longer ones first.
  public let terms: [TermOccurrence]

  /// The text of a range of UTF-8 offsets.
  public func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The positions in ``words`` of the words that begin inside `range`.
  ///
  /// - Complexity: O(log n).
  public func wordIndices(in range: Range<Int>) -> Range<Int> {
    let start = firstIndex(words, notBefore: range.lowerBound) { $0.range.lowerBound }
    return start..<max(start, firstIndex(words, notBefore: range.upperBound) { $0.range.lowerBound })
  }

  /// The positions in ``terms`` of the terms that begin inside `range`.
  ///
  /// - Complexity: O(log n).
  public func termIndices(in range: Range<Int>) -> Range<Int> {
    let start = firstIndex(terms, notBefore: range.lowerBound) { $0.range.lowerBound }
    return start..<max(start, firstIndex(terms, notBefore: range.upperBound) { $0.range.lowerBound })
  }

  /// The number of tokens (words, numbers and marks) in `range`, and of words and numbers alone.
  public func counts(in range: Range<Int>) -> (tokens: Int, words: Int) {
    words[wordIndices(in: range)].reduce((0, 0)) { counts, word in
      (counts.0 + (word.kind == .space ? 0 : 1), counts.1 + (word.isWord ? 1 : 0))
    }
  }
}

/// The first position whose key is not below `bound`, in an array sorted by the key.
func firstIndex<Element>(_ array: [Element], notBefore bound: Int, key: (Element) -> Int) -> Int {
  var low = 0
  var high = array.count
  while low < high {
    let middle = (low + high) / 2
    if key(array[middle]) < bound { low = middle + 1 } else { high = middle }
  }
  return low
}
