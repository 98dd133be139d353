public import DiscourseModel
internal import Lexicon
internal import Segmentation

/// What is looked for in a text: words, patterns, entries of a lexicon, actors or codes.
///
/// | typed | means |
/// | --- | --- |
/// | `decoupling`, `脱钩` | the word, in any case, width and script |
/// | `national security` | these words one after the other |
/// | `decoupl*`, `?钩` | words by pattern: `*` any stretch, `?` one character |
/// | `threat/coercion`, `threat/*` | words that the lexicon's entry made a code of |
/// | `actor:US` | names of an actor |
/// | `code:blame.target=US` | words that carry a code |
public struct WordQuery: Sendable, CustomStringConvertible {
  private enum Kind: Sendable {
    case words([Wildcard])
    case entry(Wildcard)
    case actor(Actor)
    case code([CodeCondition])
  }

  /// A place where what is looked for stands.
  public struct Hit: Sendable, Hashable {
    /// The sentence's position in its statement.
    public var sentence: Int
    /// Half-open range of the positions of its tokens in the sentence.
    public var tokens: Range<Int>
    /// Half-open range of UTF-8 offsets into the statement's text.
    public var range: Range<Int>
    /// What it is found as: the words' forms, the entry, the actor or the code.
    public var match: String
  }

  /// As it is typed.
  public let description: String
  private let kind: Kind

  /// Reads a query.
  ///
  /// - Parameters:
  ///   - text: as it is typed.
  ///   - annotator: whose segmenter cuts a phrase into words, and whose lexicon knows the entries.
  /// - Throws: a ``Diagnostic`` that says what is wrong with it; `ICUError` where ICU cannot segment.
  public init(_ text: String, annotator: Annotator) throws {
    description = text
    func wrong(_ message: String) -> Diagnostic { Diagnostic(at: SourceLocation(file: text), message) }
    if let name = text.dropping(prefix: "actor:") {
      guard let actor = Actor.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
        throw wrong("no actor; write one of " + Actor.named.map { "actor:\($0.rawValue)" }.joined(separator: ", "))
      }
      kind = .actor(actor)
    } else if let condition = text.dropping(prefix: "code:") {
      do throws(CodeCondition.ParsingError) {
        kind = .code([try CodeCondition(parsing: condition)])
      } catch {
        throw wrong(error.description)
      }
    } else if let slash = text.firstIndex(of: "/"), ListName(rawValue: String(text[..<slash])) != nil {
      let entry = Wildcard(text)
      guard annotator.library.lexicon.citations.contains(where: entry.matches) else {
        throw wrong("no such entry; \"parallax lexicon list\" names them")
      }
      kind = .entry(entry)
    } else {
      kind = .words(try Self.words(text, segmenter: annotator.segmenter))
      if case .words(let words) = kind, words.isEmpty { throw wrong("holds no word to look for") }
    }
  }

  /// The words that carry codes.
  public init(codes conditions: [CodeCondition]) {
    description = conditions.map(\.description).joined(separator: " ")
    kind = .code(conditions)
  }

  private static func words(_ text: String, segmenter: Segmenter) throws -> [Wildcard] {
    guard Wildcard(text).isPattern else {
      let segmented = try segmenter.segment(text)
      let sequence = WordSequence(segmented)
      return sequence.sentences.joined().map { Wildcard(sequence.forms[$0.form].text) }
    }
    let pattern = try WordSequence.form(of: text)
    return pattern.split(separator: " ").map { Wildcard(String($0)) }
  }

  /// Whether it looks for words by their forms alone.
  public var isOfWords: Bool { patterns != nil }

  /// The patterns of the words that it looks for, one after the other; nil where it looks for anything else.
  var patterns: [Wildcard]? {
    if case .words(let patterns) = kind { return patterns }
    return nil
  }

  /// Where a statement has what is looked for, in order; codes and entries come from its records.
  ///
  /// - Parameter voices: whose sentences are looked through.
  /// - Complexity: O(n) in the words of the statement.
  public func hits(in statement: WordedStatement, voices: Set<Voice>) -> [Hit] {
    let sentences = statement.sentences(in: voices)
    if case .words(let patterns) = kind { return wordHits(patterns, in: statement, sentences.map(\.position)) }
    return sentences.flatMap { position, sentence in
      places(in: sentence).map { place in
        let tokens = statement.words.tokens(of: position, in: place.range)
        return Hit(sentence: position, tokens: tokens, range: place.range, match: place.match)
      }
    }
  }

  private func wordHits(_ patterns: [Wildcard], in statement: WordedStatement, _ sentences: [Int]) -> [Hit] {
    let forms = statement.words.forms
    // Each form is compared once, however often it stands there.
    let fits = patterns.map { pattern in
      forms.map { $0.kind != .punctuation || !pattern.isPattern ? pattern.matches($0.text) : false }
    }
    guard fits.allSatisfy({ $0.contains(true) }) else { return [] }
    return sentences.flatMap { position in
      let tokens = statement.words.sentences[position]
      return tokens.indices.compactMap { start -> Hit? in
        let end = start + patterns.count
        guard end <= tokens.count, (start..<end).allSatisfy({ fits[$0 - start][tokens[$0].form] }) else { return nil }
        let match = tokens[start..<end].map { forms[$0.form].text }.joined(separator: " ")
        return Hit(
          sentence: position, tokens: start..<end,
          range: tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound, match: match)
      }
    }
  }

  /// The places of a sentence that its record gives, in order, each once.
  private func places(in sentence: CodedSentence) -> [(range: Range<Int>, match: String)] {
    var found: [(range: Range<Int>, match: String)]
    switch kind {
    case .words: return []
    case .actor(let actor):
      found = sentence.actors.filter { $0.actor == actor }.map { ($0.range, actor.rawValue) }
    case .entry(let pattern):
      let evidence = sentence.codeItems.flatMap(\.evidence).filter { pattern.matches($0.entry) }
      found = evidence.map { ($0.range, $0.entry) }
    case .code(let conditions):
      found = conditions.items(in: sentence).flatMap { item in
        // A code whose words are not known is the whole sentence's.
        let ranges = item.evidence.isEmpty ? [sentence.range] : item.evidence.map(\.range)
        return ranges.map { ($0, item.summary) }
      }
    }
    found.sort {
      ($0.range.lowerBound, $0.range.upperBound, $0.match) < ($1.range.lowerBound, $1.range.upperBound, $1.match)
    }
    var last: (range: Range<Int>, match: String)?
    return found.filter { place in
      defer { last = place }
      return last.map { $0 != place } ?? true
    }
  }
}

extension WordSequence {
  /// The positions of the tokens of a sentence that share a byte with a range of the text.
  func tokens(of sentence: Int, in range: Range<Int>) -> Range<Int> {
    let tokens = sentences[sentence]
    let start = tokens.firstIndex { $0.range.upperBound > range.lowerBound } ?? tokens.count
    let end = tokens[start...].firstIndex { $0.range.lowerBound >= range.upperBound } ?? tokens.count
    return start..<max(start, end)
  }
}

extension String {
  fileprivate func dropping(prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
