public import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Proves the examples of a library's entries.
public struct LexiconCheck: Sendable {
  /// How many entries and examples were tried.
  public struct Outcome: Sendable {
    /// Entries looked at.
    public var entries = 0
    /// Examples tried.
    public var examples = 0
    /// What failed, in the order of the files.
    public var diagnostics: [Diagnostic] = []
  }

  private let library: LexiconLibrary

  /// A check of all lists of a library.
  public init(_ library: LexiconLibrary) { self.library = library }

  /// Segments every example and looks whether its entry fires, or keeps silent, as it must.
  ///
  /// - Throws: `ICUError` where ICU cannot segment.
  public func run() throws -> Outcome {
    let segmenter = library.segmenter()
    var outcome = Outcome()
    for (index, entry) in library.lexicon.entries.enumerated() {
      outcome.entries += 1
      outcome.diagnostics += missingExamples(entry)
      // Abbreviations steer sentences; they are not matched.
      guard !entry.list.steersWords else { continue }
      outcome.diagnostics += try hopelessTerms(entry, at: index, segmenter: segmenter)
      for example in entry.examples {
        outcome.examples += 1
        let fires = try firings(in: example, segmenter: segmenter).contains(index)
        guard fires != example.mustMatch else { continue }
        let verdict = example.mustMatch ? "does not fire in its example" : "fires in a sentence where it must not"
        outcome.diagnostics.append(
          Diagnostic(at: entry.location, "\(entry.citation) \(verdict): \(example.text)"))
      }
    }
    return outcome
  }

  /// Terms that do not fire even where they stand alone: another list's longer name hides them, or their own exclusion.
  private func hopelessTerms(_ entry: Entry, at index: Int, segmenter: Segmenter) throws -> [Diagnostic] {
    guard entry.requires.isEmpty else { return [] }
    return try entry.terms.compactMap { term in
      guard term.parts.count == 1 else { return nil }
      let fires = try term.parts[0].contains { surface in
        let alone = Example(text: surface.exact ?? surface.text, language: term.language, mustMatch: true)
        return try firings(in: alone, segmenter: segmenter).contains(index)
      }
      guard !fires else { return nil }
      return Diagnostic(
        .warning, at: entry.location,
        "the term \"\(term.notation)\" of \(entry.citation) can never win: even alone another entry hides it; see"
          + " \"parallax lexicon explain\"")
    }
  }

  private func firings(in example: Example, segmenter: Segmenter) throws -> Set<Int> {
    let text = try segmenter.segment(example.text, language: example.language)
    return Set(text.sentences.flatMap { library.lexicon.matches(in: text, range: $0.range).map(\.entry) })
  }

  private func missingExamples(_ entry: Entry) -> [Diagnostic] {
    Language.allCases.compactMap { language in
      guard entry.terms.contains(where: { $0.language == language }),
        !entry.examples.contains(where: { $0.language == language && $0.mustMatch })
      else { return nil }
      return Diagnostic(
        at: entry.location, "\(entry.citation) has \(language.rawValue) terms but no \(language.rawValue) example")
    }
  }
}
