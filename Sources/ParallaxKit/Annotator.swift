public import CorpusStore
public import DiscourseAnalysis
public import DiscourseModel
public import Segmentation

/// Codes statements one by one: side, segmentation, codes.
public struct Annotator: Sendable {
  /// The lists and rules in force.
  public let library: LexiconLibrary
  /// The segmenter in use.
  public let segmenter: Segmenter
  /// The coder in use.
  public let coder: DiscourseCoder
  /// How statements are coded: with the same identity, the same text gets the same codes.
  public let identity: CodingIdentity

  /// An annotator over a library.
  public init(library: LexiconLibrary, convention: UserConvention = .init()) {
    self.library = library
    segmenter = library.segmenter(convention: convention)
    coder = DiscourseCoder(lexicon: library.lexicon, rules: library.rules, weights: library.weights)
    identity = CodingIdentity(
      program: "parallax \(Parallax.version), record \(Parallax.schemaVersion)", icu: ICU.version,
      normalization: NormalizedText.profile, lexicons: library.hash, segmentation: convention.hash)
  }

  /// Codes a statement.
  ///
  /// - Throws: a ``Diagnostic`` where the side is neither given nor to be inferred; `ICUError` where ICU fails.
  /// - Complexity: O(n) in the length of the text.
  public func annotate(_ statement: Statement) throws -> CodedStatement {
    let (statement, side, text) = try segmented(statement)
    return CodedStatement(statement: statement, sentences: coder.code(statement, side: side, text: text))
  }

  /// Codes a statement for a corpus: with its words.
  ///
  /// - Parameters:
  ///   - read: the statement as it was read.
  ///   - id: its id in the corpus.
  /// - Throws: as ``annotate(_:)``.
  public func index(_ read: Statement, id: String) throws -> IndexedStatement {
    var named = read
    named.metadata.id = id
    let worded = try annotateWithWords(named)
    return IndexedStatement(worded.coded, words: worded.words, read: read)
  }

  /// A statement with its side and main language, given or found, and its text cut into sentences and words.
  func segmented(_ statement: Statement) throws -> (statement: Statement, side: Side, text: SegmentedText) {
    var statement = statement
    let side = try side(of: &statement)
    let text = try segmenter.segment(statement.text, language: statement.metadata.language ?? .en)
    if statement.metadata.language == nil {
      statement.metadata.language = Language.byScript(text.bytes, in: text.bytes.indices) ?? .en
    }
    return (statement, side, text)
  }

  /// The side that is given, or inferred from the institution or the text.
  private func side(of statement: inout Statement) throws -> Side {
    if let side = statement.metadata.side { return side }
    let found =
      statement.metadata.institution.flatMap(SideInference.side(ofInstitution:))
      ?? SideInference.side(ofText: statement.text)
    guard let found else {
      throw Diagnostic(
        at: statement.source,
        "the side is not given and cannot be inferred; add \"side: US\" or \"side: PRC\" to the metadata or pass --side"
      )
    }
    statement.metadata.side = found
    statement.metadata.sideIsInferred = true
    return found
  }
}
