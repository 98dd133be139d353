internal import PatternMatching

/// A term as the segmenter sees it: what to look for and how it may stand.
public struct TermPattern: Sendable, Hashable {
  /// The term in normalized form.
  public var text: String
  /// The exact spelling that the original must have, where case matters.
  public var exact: String?
  /// Whether the last word may go on: `coerc*`.
  public var isOpen: Bool

  /// A term in normalized form.
  public init(text: String, exact: String? = nil, isOpen: Bool = false) {
    self.text = text
    self.exact = exact
    self.isOpen = isOpen
  }
}

/// How a term bears on the words of a text.
public enum TermWeight: Int, Sendable, Hashable, Comparable {
  /// It is only looked for, and may stand inside a word: a word of context.
  case context
  /// It is only looked for, as a word: a part of a term with a gap.
  case part
  /// It is a word, or a phrase of words that stay words of their own: 中国企业.
  case phrase
  /// It is one word whatever it is made of: 脱钩断链.
  case word

  /// Stronger ones come last.
  public static func < (left: TermWeight, right: TermWeight) -> Bool { left.rawValue < right.rawValue }
}

/// The terms that steer segmentation, compiled for search.
public struct TermSet: Sendable {
  /// The terms, by number.
  public let patterns: [TermPattern]
  /// How each term bears on the words.
  public let weights: [TermWeight]
  let automaton: PatternAutomaton
  private let exactBytes: [[UInt8]?]

  /// Compiles terms; a term's number is its position.
  ///
  /// - Parameters:
  ///   - patterns: the terms.
  ///   - weights: how each bears on the words; words where nothing is given.
  public init(_ patterns: [TermPattern], weights: [TermWeight]? = nil) {
    self.patterns = patterns
    self.weights = weights ?? patterns.map { _ in .word }
    automaton = PatternAutomaton(patterns.map { Array($0.text.utf8) })
    exactBytes = patterns.map { $0.exact.map { Array($0.utf8) } }
  }

  /// All places where a term may stand, before the segmenter decides which are words.
  func candidates(in text: NormalizedText, original: [UInt8]) -> [PatternMatch] {
    let bytes = text.bytes
    var found: [PatternMatch] = []
    var position = 0
    while position < bytes.count {
      if startsUnit(bytes, at: position) {
        automaton.forEachMatch(in: bytes, at: position) { match in
          if let match = accepted(match, in: text, original: original) { found.append(match) }
        }
      }
      position += 1
    }
    return found
  }

  private func startsUnit(_ bytes: [UInt8], at position: Int) -> Bool {
    let byte = bytes[position]
    if Characters.isContinuation(byte) { return false }
    return !Characters.isWord(byte) || position == 0 || !Characters.isWord(bytes[position - 1])
  }

  private func accepted(_ match: PatternMatch, in text: NormalizedText, original: [UInt8]) -> PatternMatch? {
    let pattern = patterns[match.pattern]
    var end = match.range.upperBound
    let bytes = text.bytes
    if Characters.isWord(bytes[end - 1]), end < bytes.count, Characters.isWord(bytes[end]) {
      guard pattern.isOpen else { return nil }
      while end < bytes.count, Characters.isLetter(bytes[end]) { end += 1 }
    }
    if let exact = exactBytes[match.pattern] {
      guard original[text.originalRange(of: match.range)].elementsEqual(exact) else { return nil }
    }
    return PatternMatch(range: match.range.lowerBound..<end, pattern: match.pattern)
  }
}
