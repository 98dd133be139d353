public import DiscourseModel
public import Lexicon
public import Segmentation

/// A word or a mark of a sentence, with the clause in which it stands.
public struct Token: Sendable, Hashable {
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
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
  /// The numbers of the tags that begin, and of those that end, at each boundary between tokens.
  private let starting: [[Int]]
  private let ending: [[Int]]

  /// Tags a sentence.
  ///
  /// - Complexity: O(k log k) for k words and terms.
  public init(_ sentence: Sentence, of text: SegmentedText, lexicon: Lexicon) {
    self.text = text
    self.sentence = sentence
    self.lexicon = lexicon
    tokens = ClauseCutter.tokens(of: text, in: sentence.range)
    var tags: [Tag] = []
    for match in lexicon.matches(in: text, range: sentence.range) {
      let first = Self.token(at: match.range.lowerBound, in: tokens)
      let last = Self.token(at: match.range.upperBound - 1, in: tokens)
      guard let first, let last else { continue }
      tags.append(
        Tag(
          entry: match.entry, list: lexicon.lists[match.entry], role: lexicon.roles[match.entry],
          tokens: first..<(last + 1), range: match.range,
          form: match.form))
    }
    self.tags = tags
    var starting = [[Int]](repeating: [], count: tokens.count + 1)
    var ending = starting
    for (number, tag) in tags.enumerated() {
      starting[tag.tokens.lowerBound].append(number)
      ending[tag.tokens.upperBound].append(number)
    }
    (self.starting, self.ending) = (starting, ending)
  }

  /// The numbers of the tags that begin at a boundary between tokens.
  func tagsStarting(at position: Int) -> [Int] { starting.indices.contains(position) ? starting[position] : [] }

  /// The numbers of the tags that end at a boundary between tokens.
  func tagsEnding(at position: Int) -> [Int] { ending.indices.contains(position) ? ending[position] : [] }

  /// The sentence's language.
  public var language: Language { sentence.language }

  /// A token's word, lower case.
  public func word(_ token: Token) -> String { text.text(in: token.range).lowercased() }

  /// Whether a token reads like `word`, which is lower case; the case of its ASCII letters does not matter.
  public func reads(_ token: Token, _ word: String) -> Bool {
    let expected = word.utf8.span
    guard expected.count == token.range.count else { return false }
    for index in 0..<expected.count {
      let byte = text.bytes[token.range.lowerBound + index]
      guard (byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte) == expected[index] else { return false }
    }
    return true
  }

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
      // A mark may be repeated, and stand beside another: ?!
      let mark = text.text(in: token.range)
      if mark.contains("?") || mark.contains("？") { return true }
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
    let indices = text.wordIndices(in: range)
    var tokens: [Token] = []
    tokens.reserveCapacity(indices.count)
    var clause = 0
    var depth = 0
    for index in indices {
      let word = text.words[index]
      guard word.kind != .space else { continue }
      guard word.kind == .punctuation else {
        tokens.append(Token(range: word.range, isWord: true, clause: clause, quoteDepth: depth))
        continue
      }
      let (mark, next) = Characters.decode(text.bytes, at: word.range.lowerBound)
      if isClosing(mark, depth: depth) { depth = max(0, depth - 1) }
      tokens.append(Token(range: word.range, isWord: false, clause: clause, quoteDepth: depth))
      if isOpening(mark, depth: depth) { depth += 1 }
      let previous = word.range.lowerBound > 0 ? text.bytes[word.range.lowerBound - 1] : 0x20
      if ClauseMarks.isMark(mark, after: previous, before: next < text.bytes.count ? text.bytes[next] : 0x20) {
        clause += 1
      }
    }
    return tokens
  }

  private static func isOpening(_ mark: UInt32, depth: Int) -> Bool {
    switch mark {
    case 0x201C, 0x300C, 0x300E, 0x300A: true
    default: mark == 0x22 && depth == 0
    }
  }

  private static func isClosing(_ mark: UInt32, depth: Int) -> Bool {
    switch mark {
    case 0x201D, 0x300D, 0x300F, 0x300B: true
    default: mark == 0x22 && depth > 0
    }
  }
}
