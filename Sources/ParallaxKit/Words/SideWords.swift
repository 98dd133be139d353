public import DiscourseModel
public import Reporting
internal import Segmentation

/// Counts the words of both sides, each language by itself, for the words that tell the sides apart.
public struct SideWords: Sendable {
  private let voices: Set<Voice>
  private var counts: [Language: WordCounts] = [:]

  /// Nothing counted yet.
  ///
  /// - Parameter voices: whose sentences count.
  public init(voices: Set<Voice> = [.own]) { self.voices = voices }

  /// Counts a statement under its side and its main language.
  public mutating func add(_ statement: WordedStatement) {
    guard let side = statement.metadata.side, let language = statement.metadata.language else { return }
    counts[language, default: WordCounts(voices: voices)].add(
      statement, group: side == .us ? KeywordAnalysis.target : KeywordAnalysis.reference)
  }

  /// The words that tell the sides apart, by language; none of a language that one side alone speaks.
  ///
  /// Words of grammar, which the lexicon lists, are left out, and words that stand in one statement alone.
  public func distinctive(_ library: LexiconLibrary, seed: UInt64 = 1) throws -> [DistinctiveWords] {
    let left = try Set(library.stopWords.map { try WordSequence.form(of: $0) })
    return Language.allCases.compactMap { language in
      guard let counts = counts[language] else { return nil }
      var analysis = KeywordAnalysis(counts)
      (analysis.minimumDocuments, analysis.replicates, analysis.seed) = (2, 1999, seed)
      let keywords = analysis.keywords { $0.kind == .word && !left.contains($0.text) }
      return keywords.isEmpty ? nil : DistinctiveWords(language: language, keywords: keywords)
    }
  }
}
