import ArgumentParser
import DiscourseModel
import Ingestion
import Lexicon
import ParallaxKit
import Segmentation

/// `parallax text`.
struct TextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Prints the text as Parallax reads it: offsets of records point into it.")

  @OptionGroup var input: InputOptions

  func run() async throws {
    let outcome = try await input.readStatements { statement in Output.standard.write(statement.text + "\n") }
    try InputOptions.check(outcome)
  }
}

/// `parallax tokenize`.
struct TokenizeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize",
    abstract: "Prints sentences with their words, a sentence a line, words separated by spaces.",
    discussion: """
      Examples:
        parallax tokenize speech.txt
        parallax tokenize --explain speech.txt    # what competed for each Chinese stretch, and what it cost
      """)

  /// A convention of what a word is.
  enum Profile: String, ExpressibleByArgument, CaseIterable { case analysis, icu }

  @OptionGroup var input: InputOptions

  @Option(help: "The convention of what a word is: analysis or icu.")
  var profile: Profile = .analysis

  @Flag(help: "Show why each term was kept together.")
  var explain = false

  func run() async throws {
    let library = try input.library()
    let segmenter = library.segmenter(
      profile: profile == .icu ? .icu : .analysis, convention: try input.segmentation.convention())
    let outcome = try await input.readStatements { statement in
      let text = try segmenter.segment(statement.text, language: statement.metadata.language ?? .en)
      for sentence in text.sentences {
        let words = text.wordIndices(in: sentence.range).map { text.words[$0] }.filter { $0.kind != .space }
        Output.standard.write(words.map { text.text(in: $0.range) }.joined(separator: " ") + "\n")
        if explain { Output.standard.write(try explanation(of: text.text(in: sentence.range), library, segmenter)) }
      }
    }
    try InputOptions.check(outcome)
  }

  private func explanation(of sentence: String, _ library: LexiconLibrary, _ segmenter: Segmenter) throws -> String {
    guard let runs = try segmenter.explain(sentence) else {
      return "    ICU's dictionary cannot be read here; terms are forced over ICU's words\n"
    }
    let bytes = Array(sentence.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var out = ""
    for run in runs where run.edges.contains(where: { $0.source != .dictionary && $0.source != .character }) {
      let total = run.path.reduce(0) { $0 + $1.cost }
      out += "    \(run.path.map { text($0.range) }.joined(separator: "|"))  cost \(total)\n"
      for edge in run.edges {
        guard case .term(let number) = edge.source else { continue }
        let entries = library.lexicon.entries(ofTerm: number).map(\.citation).joined(separator: ", ")
        let verdict = run.path.contains { $0.range == edge.range } ? "stands" : "loses to a cheaper path"
        out += "      term \(text(edge.range)) (\(entries)), cost \(edge.cost): \(verdict)\n"
      }
    }
    return out
  }
}

extension InputOptions {
  /// Reads the input, corpora too, without coding it.
  func readStatements(_ body: (Statement) throws -> Void) async throws -> (coded: Int, failed: Int) {
    var read = 0
    var failed = 0
    try await StatementSource(options: ingestion).read(paths) { event in
      switch event {
      case .statement(let statement):
        read += 1
        try body(statement)
      // Texts alone are asked for.
      case .coded: break
      case .diagnostic(let diagnostic): failed += Self.report(diagnostic)
      }
    }
    return (read, failed)
  }
}
