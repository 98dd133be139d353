public import DiscourseModel
internal import PatternMatching

/// Cuts text into sentences and words, steered by the terms of a lexicon.
///
/// Words are ICU's, except that the field's terms come out whole: they are further words in ICU's own dictionary lattice,
/// so that the cheapest path decides where a term only straddles two words. With no terms and the profile
/// ``Profile/icu`` the words are exactly ICU's.
public struct Segmenter: Sendable {
  /// A named convention of what a word is.
  public enum Profile: String, Sendable, CaseIterable {
    /// ICU's own words.
    case icu
    /// The default for analysis: terms, dates, numbers with their units and names of persons whole in Chinese; addresses,
    /// dates, abbreviations and hyphenated compounds whole in English.
    case analysis
  }

  /// The terms that come out whole.
  public let terms: TermSet
  /// The convention in use.
  public let profile: Profile
  /// What ends a sentence and what does not.
  public let sentenceRules: SentenceRules
  /// What the profile ``Profile/analysis`` keeps together.
  public let wordRules: WordRules
  /// What a user adds.
  public let convention: UserConvention
  private let dictionary: WordDictionary?

  /// A segmenter.
  ///
  /// - Parameters:
  ///   - terms: the terms that come out whole.
  ///   - profile: the convention of what a word is.
  ///   - sentenceRules: abbreviations that do not end a sentence.
  ///   - wordRules: what the profile ``Profile/analysis`` keeps together.
  ///   - convention: a user's own words, rules or model.
  public init(
    terms: TermSet = TermSet([]), profile: Profile = .analysis, sentenceRules: SentenceRules = .init(),
    wordRules: WordRules = .init(), convention: UserConvention = .init()
  ) {
    self.terms = terms
    self.profile = profile
    self.sentenceRules = sentenceRules
    self.wordRules = wordRules
    self.convention = convention
    dictionary = WordDictionary()
  }

  /// Segments a text.
  ///
  /// - Parameters:
  ///   - text: any text; offsets in the result are UTF-8 offsets into it.
  ///   - language: the language of sentences that have no letters of their own.
  /// - Throws: ``ICUError`` where ICU cannot work, for example without its data.
  /// - Complexity: O(n).
  public func segment(_ text: String, language: Language = .en) throws(ICUError) -> SegmentedText {
    let bytes = Array(text.utf8)
    let normalized = try NormalizedText(bytes)
    let candidates = candidateTerms(of: terms, in: normalized, bytes: bytes)
    let own = convention.words.map { candidateTerms(of: $0, in: normalized, bytes: bytes) } ?? []
    let steering = profile == .icu ? [] : candidates.filter { terms.weights[$0.term] > .part }
    var cutter = WordCutter(bytes: bytes, words: try scan(bytes, steering: steering, own))
    cutter.forceTerms(steering, hasDictionary: dictionary != nil)
    let standing = cutter.standing(candidates, weights: terms.weights)
    let words = try inConvention(bytes) ?? inProfile(cutter.words, of: bytes)
    let sentences = try SentenceCutter(bytes: bytes, rules: sentenceRules, language: language).sentences()
    return SegmentedText(
      bytes: bytes, normalized: normalized, sentences: sentences,
      words: words, terms: standing)
  }

  /// The words with what the profile keeps together.
  private func inProfile(_ words: [Word], of bytes: [UInt8]) -> [Word] {
    guard profile == .analysis else { return words }
    return WordJoiner(bytes: bytes, rules: wordRules, sentenceRules: sentenceRules).join(words)
  }

  /// The words in the convention that a user's model or rules give; nil where there is neither.
  private func inConvention(_ bytes: [UInt8]) throws(ICUError) -> [Word]? {
    if let model = convention.model, let dictionary {
      return model.words(correcting: try scan(bytes, steering: [], []), in: bytes, dictionary: dictionary)
    }
    guard let rules = convention.breakRules else { return nil }
    return Word.between(try BreakIterator(rules: rules).boundaries(of: bytes), from: 0, in: bytes)
  }

  /// The words alone, in ICU's own convention: what there is to do for counting, at several times ICU's speed.
  ///
  /// - Parameter text: valid UTF-8.
  /// - Throws: ``ICUError`` where ICU cannot work.
  /// - Complexity: O(n).
  public func words(in text: [UInt8]) throws(ICUError) -> [Word] { try scan(text, steering: [], []) }

  /// The sentences alone.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - language: the language of sentences that have no letters of their own.
  /// - Throws: ``ICUError`` where ICU cannot work.
  public func sentences(in text: [UInt8], language: Language = .en) throws(ICUError) -> [Sentence] {
    try SentenceCutter(bytes: text, rules: sentenceRules, language: language).sentences()
  }

  /// Whether ICU's dictionary holds a word.
  public func dictionaryHolds(_ word: String) -> Bool {
    guard let dictionary else { return false }
    let units = Array(word.utf16)
    guard let first = units.first else { return false }
    var state = dictionary.first(first)
    for unit in units.dropFirst() where state != .dead { state = dictionary.next(state, unit) }
    return state != .dead && dictionary.cost(state) != nil
  }

  /// ICU's words, with the terms in the lattice.
  private func scan(
    _ bytes: [UInt8], steering: [TermOccurrence], _ own: [TermOccurrence]
  ) throws(ICUError) -> [Word] {
    guard let dictionary else {
      return Word.between(try BreakIterator(.word, locale: "zh").boundaries(of: bytes), from: 0, in: bytes)
    }
    var all = WordScanner.Steering(terms: steering, weights: terms.weights)
    if let words = convention.words, !own.isEmpty {
      // A user's words are numbered behind the terms.
      all.terms += own.map {
        TermOccurrence(range: $0.range, normalizedRange: $0.normalizedRange, term: $0.term + terms.patterns.count)
      }
      all.terms.sort { ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound) }
      all.weights += words.weights
    }
    var scanner = WordScanner(bytes, dictionary: dictionary, steering: all)
    return try scanner.scan()
  }

  /// What competes for a stretch of Chinese text: every edge of the lattice, and the path that won.
  ///
  /// - Returns: nil where ICU's dictionary cannot be read.
  public func explain(_ text: String) throws(ICUError) -> [LatticeRun]? {
    guard let dictionary else { return nil }
    let bytes = Array(text.utf8)
    let candidates = candidateTerms(of: terms, in: try NormalizedText(bytes), bytes: bytes)
    var phrases = Phrases(dictionary: dictionary)
    return WordCutter.dictionaryRuns(of: bytes).map { run in
      let inside = candidates.filter {
        run.contains($0.range.lowerBound) && $0.range.upperBound <= run.upperBound && terms.weights[$0.term] > .part
      }
      var lattice = Lattice(dictionary: dictionary)
      lattice.load(bytes, range: run)
      let costs = phrases.costs(of: inside[...], weights: terms.weights, in: bytes)
      lattice.solve(terms: inside[...], costs: costs)
      return LatticeRun(
        range: run, edges: lattice.allEdges(terms: inside[...], costs: costs), path: lattice.path(terms: inside[...]))
    }
  }

  private func candidateTerms(of terms: TermSet, in normalized: NormalizedText, bytes: [UInt8]) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    for match in terms.candidates(in: normalized, original: bytes) {
      let range = withoutTrailingMarks(normalized.originalRange(of: match.range), in: bytes)
      guard !range.isEmpty else { continue }
      found.append(TermOccurrence(range: range, normalizedRange: match.range, term: match.pattern))
    }
    return found.sorted {
      $0.range.lowerBound != $1.range.lowerBound
        ? $0.range.lowerBound < $1.range.lowerBound
        : $0.range.upperBound != $1.range.upperBound ? $0.range.upperBound > $1.range.upperBound : $0.term < $1.term
    }
  }
}

/// A run of Chinese characters with everything that competed for it.
public struct LatticeRun: Sendable {
  /// Half-open range of UTF-8 offsets into the text.
  public var range: Range<Int>
  /// Every edge of the lattice, by its start.
  public var edges: [LatticeEdge]
  /// The cheapest path.
  public var path: [LatticeEdge]
}

/// A normalized stretch ends where the next kept character begins: marks that were left out between them are not part of
/// the term.
private func withoutTrailingMarks(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
  var end = range.upperBound
  while end > range.lowerBound {
    let previous = Characters.previous(bytes, before: end)
    switch Characters.decode(bytes, at: previous).scalar {
    case 0x22, 0x201C, 0x201D, 0x201E, 0x300C...0x300F, 0xFF02, 0x20, 0x0A, 0x3000, 0xAD, 0x200B...0x200F, 0xFEFF:
      end = previous
    default: return range.lowerBound..<end
    }
  }
  return range.lowerBound..<end
}
