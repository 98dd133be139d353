import ArgumentParser
import DiscourseModel
import Foundation
import Ingestion
import ParallaxKit

/// What a user may say about the input of any command.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files or folders; - reads standard input.")
  var paths: [String] = ["-"]

  @Option(help: "The side of every document: us or prc.")
  var side: String?

  @Option(name: .customLong("input-language"), help: "The main language of every document: en or zh.")
  var inputLanguage: String?

  @Option(help: "The column or field that holds the text.")
  var textColumn = "text"

  @Option(
    name: .customLong("input-format"), help: "text, markdown, jsonl, csv, tsv, html or pdf; by name if not given.")
  var inputFormat: String?

  @Option(help: "The encoding, by its ICU name; found out if not given.")
  var encoding: String?

  @Option(help: "A lexicon file or folder to add; may be given again.")
  var lexicon: [String] = []

  @Option(
    name: .customLong("where"),
    help:
      "Only statements with FIELD=VALUE or FIELD!=VALUE (side, institution, speaker, genre, language, any other field), or a date, year or month with <, <=, > or >=; may be given again, and all must hold.",
    transform: MetadataFilter.init(parsing:))
  var conditions: [MetadataFilter] = []

  @OptionGroup var segmentation: SegmentationOptions

  @Option(help: "How many documents are coded at once.")
  var threads: Int = ProcessInfo.processInfo.activeProcessorCount

  func validate() throws {
    if let side, Side(parsing: side) == nil { throw ValidationError("--side \(side): write us or prc") }
    if let inputLanguage, Language(parsing: inputLanguage) == nil {
      throw ValidationError("--input-language \(inputLanguage): write en or zh")
    }
    if let inputFormat, DocumentFormat(rawValue: inputFormat) == nil {
      let known = DocumentFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--input-format \(inputFormat): write one of \(known)")
    }
    if threads < 1 { throw ValidationError("--threads must be at least 1") }
  }

  /// What was typed, as the library takes it.
  var ingestion: IngestionOptions {
    IngestionOptions(
      textColumn: textColumn, side: side.flatMap(Side.init(parsing:)),
      language: inputLanguage.flatMap(Language.init(parsing:)),
      format: inputFormat.flatMap(DocumentFormat.init(rawValue:)), encoding: encoding)
  }

  /// The lists in force.
  func library() throws -> LexiconLibrary { try LexiconLibrary(adding: lexicon) }

  /// Codes the input. Diagnostics go to standard error.
  ///
  /// - Returns: how many statements were coded and how many documents failed.
  func run(
    _ library: LexiconLibrary, body: (CodedStatement) async throws -> Void
  ) async throws -> (coded: Int, failed: Int) {
    let pipeline = Pipeline(
      annotator: Annotator(library: library, convention: try segmentation.convention()), options: ingestion,
      conditions: conditions, tasks: threads)
    var coded = 0
    var failed = 0
    try await pipeline.run(paths) { event in
      switch event {
      case .coded(let statement):
        coded += 1
        try await body(statement)
      case .diagnostic(let diagnostic):
        Output.error.write(diagnostic.description + "\n")
        if diagnostic.severity == .error { failed += 1 }
      }
    }
    if coded + failed == 0, !conditions.isEmpty {
      let typed = conditions.map { "--where \($0)" }.joined(separator: " ")
      throw OutputError(description: "no statement fulfils \(typed); check the fields' names and values")
    }
    return (coded, failed)
  }

  /// The exit code that the outcome calls for.
  static func check(_ outcome: (coded: Int, failed: Int)) throws {
    if outcome.failed > 0 { throw outcome.coded > 0 ? ExitStatus.partlyDone : ExitStatus.wrongInput }
    guard outcome.coded > 0 else {
      throw OutputError(
        description: "nothing to code: no .txt, .md, .jsonl, .csv, .tsv, .html or .pdf document was found")
    }
  }
}
