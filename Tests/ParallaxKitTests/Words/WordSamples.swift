import DiscourseModel
import Ingestion
import ParallaxKit
import Reporting
import Segmentation
import TestSupport

/// Statements with their words for tests: the project's samples, or made up.
enum WordSamples {
  static let annotator: Result<Annotator, any Error> = Result { Annotator(library: try LexiconLibrary()) }

  /// A provenance that does not change with the program.
  static let provenance = Provenance(program: "parallax", icu: "–", lexicons: "–", options: [])

  /// Every voice, so that a test of words does not hang on who speaks.
  static let voices = Set(Voice.allCases)

  /// A statement of a text.
  static func statement(_ text: String, id: String = "s", side: Side = .us) throws -> WordedStatement {
    try annotator.get().annotateWithWords(
      Statement(metadata: Metadata(id: id, side: side), text: text, source: SourceLocation(file: id)))
  }

  /// The sample statements, coded once for all tests.
  private static let coded = Task {
    var statements: [WordedStatement] = []
    try await Pipeline(annotator: try annotator.get()).runWithWords(try Project.samples()) { result in
      statements.append(try result.get())
    }
    return statements
  }

  /// The sample statements whose names begin so.
  static func samples(_ prefixes: String...) async throws -> [WordedStatement] {
    try await coded.value.filter { statement in prefixes.contains(where: statement.metadata.id.hasPrefix) }
  }

  /// The sample statements whose names begin so, cut by a few terms alone and not coded: the same words whatever the lexicons.
  static func uncoded(_ prefixes: String...) async throws -> [WordedStatement] {
    let terms = ["脱钩", "脱钩断链", "断链", "供应链", "去风险"].map { TermPattern(text: $0) }
    let segmenter = Segmenter(terms: TermSet(terms))
    var statements: [WordedStatement] = []
    try await DocumentReader().read(try Project.samples()) { event in
      guard case .statement(let statement) = event,
        prefixes.contains(where: statement.metadata.id.hasPrefix)
      else { return }
      let text = try segmenter.segment(statement.text)
      let sentences = text.sentences.enumerated().map { number, sentence in
        let counts = text.counts(in: sentence.range)
        return CodedSentence(
          document: statement.metadata.id, sentence: number, range: sentence.range,
          text: text.text(in: sentence.range), language: sentence.language, tokens: counts.tokens, words: counts.words)
      }
      statements.append(
        WordedStatement(
          coded: CodedStatement(statement: statement, sentences: sentences), words: WordSequence(text)))
    }
    return statements
  }

  /// A statement of one sentence with these words, without any text to segment.
  static func made(_ words: [String], id: String) -> WordedStatement {
    let forms = Set(words).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: forms.enumerated().map { ($1, $0) })
    let sentence = CodedSentence(
      document: id, sentence: 0, range: 0..<0, text: "", language: .en, tokens: words.count, words: words.count)
    let statement = Statement(
      metadata: Metadata(id: id, side: .us, language: .en), text: "", source: SourceLocation(file: id))
    return WordedStatement(
      coded: CodedStatement(statement: statement, sentences: [sentence]),
      words: WordSequence(
        forms: forms.map { WordSequence.Form(text: $0, kind: .word) },
        sentences: [words.map { WordSequence.Token(form: numbers[$0] ?? 0, range: 0..<0) }]))
  }
}
