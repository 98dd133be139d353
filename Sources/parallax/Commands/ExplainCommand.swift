import ArgumentParser
import DiscourseModel
import Foundation
import Ingestion
import ParallaxKit

/// `parallax explain`.
struct ExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Shows why a sentence was coded as it was: words, tags, actors, the rules that hold, the record.",
    discussion: """
      Sentences are numbered as in the records of annotate, from 0.

      Examples:
        parallax explain speech.txt:12
        parallax explain --side us "They must stop coercing their neighbours."
        parallax explain --format json corpus.jsonl
      """)

  /// The forms of output.
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "A file, FILE:SENTENCE, or a quoted sentence.")
  var subject: String

  @Option(help: "The side whose words they are: us or prc.")
  var side: String?

  @Option(help: "text, or json: a sentence a line.")
  var format: Format = .text

  @Option(help: "A lexicon file or folder to add; may be given again.")
  var lexicon: [String] = []

  func validate() throws {
    if let side, Side(parsing: side) == nil { throw ValidationError("--side \(side): write us or prc") }
  }

  func run() async throws {
    let annotator = Annotator(library: try LexiconLibrary(adding: lexicon))
    let side = side.flatMap(Side.init(parsing:))
    guard let (path, number) = fileAndSentence else {
      // No sentence is a single word with a number behind a colon.
      if !subject.contains(" "), let colon = subject.lastIndex(of: ":"), Int(subject[colon...].dropFirst()) != nil {
        throw Diagnostic(at: SourceLocation(file: String(subject[..<colon])), "no such file")
      }
      let statement = Statement(
        metadata: Metadata(id: "sentence", side: side), text: subject, source: SourceLocation(file: "sentence"))
      return write(try annotator.explain(statement))
    }
    var found = 0
    try await StatementSource(options: IngestionOptions(side: side)).read([path]) { event in
      switch event {
      case .diagnostic(let diagnostic):
        if diagnostic.severity == .error { throw diagnostic }
        Output.error.write(diagnostic.description + "\n")
      case .statement(let statement):
        let explanations = try annotator.explain(statement, sentence: number)
        found += explanations.count
        write(explanations)
      // Codes are not asked for: they are found anew, with their reasons.
      case .coded: break
      }
    }
    guard found > 0 else {
      throw Diagnostic(
        at: SourceLocation(file: path),
        number.map { "has no sentence \($0); they are numbered from 0, as in \"parallax annotate\"" }
          ?? "holds no sentence")
    }
  }

  /// The file, and the sentence that is meant; nil where the subject is itself a sentence.
  private var fileAndSentence: (path: String, number: Int?)? {
    if FileManager.default.fileExists(atPath: subject) { return (subject, nil) }
    guard let colon = subject.lastIndex(of: ":"), let number = Int(subject[subject.index(after: colon)...]) else {
      return nil
    }
    let path = String(subject[..<colon])
    return FileManager.default.fileExists(atPath: path) ? (path, number) : nil
  }

  private func write(_ explanations: [Explanation]) {
    for explanation in explanations {
      Output.standard.write(format == .json ? explanation.json + "\n" : explanation.text)
    }
  }
}
