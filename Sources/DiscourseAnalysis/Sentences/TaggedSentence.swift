public import DiscourseModel
public import Lexicon
public import Segmentation

/// A word or a mark of a sentence, with the clause in which it stands.
public struct Token: Sendable, Hashable {
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
  /// The word, lower case.
  public var text: String
  /// Whether it is a word or a number.
  public var isWord: Bool
  /// The clause's number in the sentence, from 0.
  public var clause: Int
  /// How deep it stands in quotation marks.
  public var quoteDepth: Int
}

/// A lexicon entry that fires over some tokens.
public struct Tag: Sendable, Hashable {
  /// The entry's position in the lexicon.
  public var entry: Int
  /// Its list.
  public var list: ListName
  /// Its role.
  public var role: Role
  /// Half-open range of positions in ``TaggedSentence/tokens``.
  public var tokens: Range<Int>
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
  /// The grammatical form.
  public var form: WordForm
}

/// A sentence with its clauses and everything that the lexicon found in it: what rules see.
public struct TaggedSentence: Sendable {
  /// The segmented text.
  public let text: SegmentedText
  /// The sentence.
  public let sentence: Sentence
  /// The lexicon.
  public let lexicon: Lexicon
  /// Words and marks, without spaces.
  public let tokens: [Token]
  /// The tags, by their start, longer ones first.
  public let tags: [Tag]
  /// The positions in ``tags`` that begin at each token.
  let tagsByStart: [[Int]]
  /// The positions in ``tags`` that end before each token; one more element than tokens.
  let tagsByEnd: [[Int]]

  /// Tags a sentence.
  ///
  /// - Complexity: O(k log k) for k words and terms.
  public init(_ sentence: Sentence, of text: SegmentedText, lexicon: Lexicon) {
    self.text = text
    self.sentence = sentence
    self.lexicon = lexicon
    tokens = ClauseCutter.tokens(of: text, in: sentence.range)
    var tags: [Tag] = []
    var byStart = [[Int]](repeating: [], count: tokens.count)
    var byEnd = [[Int]](repeating: [], count: tokens.count + 1)
    for match in lexicon.matches(in: text, range: sentence.range) {
      let first = Self.token(at: match.range.lowerBound, in: tokens)
      let last = Self.token(at: match.range.upperBound - 1, in: tokens)
      guard let first, let last else { continue }
      byStart[first].append(tags.count)
      byEnd[last + 1].append(tags.count)
      tags.append(
        Tag(
          entry: match.entry, list: lexicon.lists[match.entry], role: lexicon.roles[match.entry],
          tokens: first..<(last + 1), range: match.range,
          form: match.form))
    }
    self.tags = tags
    tagsByStart = byStart
    tagsByEnd = byEnd
  }

  /// The sentence's language.
  public var language: Language { sentence.language }

  /// The entry of a tag.
  public func entry(of tag: Tag) -> Entry { lexicon.entries[tag.entry] }

  /// The tags of a list with one of some roles.
  public func tags(_ list: ListName, _ roles: Role...) -> [Tag] {
    tags.filter { $0.list == list && roles.contains($0.role) }
  }

  /// Whether some tag of a list has one of some roles.
  public func has(_ list: ListName, _ roles: Role...) -> Bool {
    tags.contains { $0.list == list && roles.contains($0.role) }
  }

  /// The evidence that a tag gives.
  public func evidence(_ tag: Tag, rule: String? = nil) -> Evidence {
    Evidence(range: tag.range, text: text.text(in: tag.range), entry: lexicon.citations[tag.entry], rule: rule)
  }

  /// The tokens of a clause.
  public func tokens(ofClause clause: Int) -> Range<Int> {
    let start = tokens.firstIndex { $0.clause == clause } ?? 0
    let end = tokens.lastIndex { $0.clause == clause }.map { $0 + 1 } ?? start
    return start..<end
  }

  /// Whether the sentence ends as a question.
  public var isQuestion: Bool {
    for token in tokens.reversed() {
      if token.isWord { return false }
      if token.text == "?" || token.text == "？" { return true }
    }
    return false
  }

  private static func token(at offset: Int, in tokens: [Token]) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count ? low : nil
  }
}

/// Cuts a sentence's words into clauses and finds what stands in quotation marks.
enum ClauseCutter {
  static func tokens(of text: SegmentedText, in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var clause = 0
    var depth = 0
    for index in text.wordIndices(in: range) {
      let word = text.words[index]
      guard word.kind != .space else { continue }
      let content = text.text(in: word.range)
      if word.kind == .punctuation, isClosing(content, depth: depth) { depth = max(0, depth - 1) }
      tokens.append(
        Token(
          range: word.range, text: content.lowercased(), isWord: word.isWord, clause: clause, quoteDepth: depth))
      guard word.kind == .punctuation else { continue }
      if isOpening(content, depth: depth) { depth += 1 }
      if endsClause(word.range, in: text) { clause += 1 }
    }
    return tokens
  }

  private static func endsClause(_ range: Range<Int>, in text: SegmentedText) -> Bool {
    let bytes = text.bytes
    let (scalar, next) = Characters.decode(bytes, at: range.lowerBound)
    let previous = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    return ClauseMarks.isMark(scalar, after: previous, before: next < bytes.count ? bytes[next] : 0x20)
  }

  private static func isOpening(_ mark: String, depth: Int) -> Bool {
    ["“", "「", "『", "《"].contains(mark) || (mark == "\"" && depth == 0)
  }

  private static func isClosing(_ mark: String, depth: Int) -> Bool {
    ["”", "」", "』", "》"].contains(mark) || (mark == "\"" && depth > 0)
  }
}
