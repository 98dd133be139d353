import ArgumentParser
import DiscourseModel
import Foundation
import Ingestion
import ParallaxKit

/// What a user may say about the input of any command.
struct InputOptions: ParsableArguments {
  @Argument(help: "Files, folders or corpora; - reads standard input, as do none.")
  var files: [String] = []

  /// What is read.
  var paths: [String] { files.isEmpty ? ["-"] : files }

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

  /// The options that change figures, as they were typed.
  var figureOptions: [String] {
    (side.map { ["--side \($0)"] } ?? []) + conditions.map { "--where \($0)" }
      + lexicon.map { "--lexicon \($0)" } + segmentation.options
  }

  /// The lists in force.
  func library() throws -> LexiconLibrary { try LexiconLibrary(adding: lexicon) }

  /// What codes the input.
  func annotator(_ library: LexiconLibrary) throws -> Annotator {
    Annotator(library: library, convention: try segmentation.convention())
  }

  /// Codes the input; of a corpus, what it holds is taken. Diagnostics go to standard error.
  ///
  /// - Returns: how many statements were coded and how many documents failed.
  func run(
    _ library: LexiconLibrary, body: (CodedStatement) async throws -> Void
  ) async throws -> (coded: Int, failed: Int) {
    let pipeline = try pipeline(library)
    var coded = 0
    var failed = 0
    try await pipeline.run(paths) { event in
      switch event {
      case .coded(let statement):
        coded += 1
        try await body(statement)
      case .diagnostic(let diagnostic): failed += Self.report(diagnostic)
      }
    }
    if coded + failed == 0 { try checkConditions() }
    return (coded, failed)
  }

  /// Counts the input: of a corpus by its own counts, which takes a moment; of files by coding them. Diagnostics go to
  /// standard error.
  ///
  /// - Parameters:
  ///   - library: the lists in force.
  ///   - voices: whose sentences count.
  /// - Returns: a summary for each statement, in input order, and the outcome for ``check(_:)``.
  func summaries(
    _ library: LexiconLibrary, voices: Set<Voice>
  ) async throws -> (statements: [StatementSummary], outcome: (coded: Int, failed: Int)) {
    var failed = 0
    let statements = try await pipeline(library).summaries(paths, voices: voices) { failed += Self.report($0) }
    if statements.isEmpty, failed == 0 { try checkConditions() }
    return (statements, (statements.count, failed))
  }

  private func pipeline(_ library: LexiconLibrary) throws -> Pipeline { pipeline(try annotator(library)) }

  /// What codes the input as `annotator` does.
  func pipeline(_ annotator: Annotator) -> Pipeline {
    Pipeline(annotator: annotator, options: ingestion, conditions: conditions, tasks: threads)
  }

  /// Refuses conditions that no statement fulfils.
  func checkConditions() throws {
    guard !conditions.isEmpty else { return }
    let typed = conditions.map { "--where \($0)" }.joined(separator: " ")
    throw OutputError(description: "no statement fulfils \(typed); check the fields' names and values")
  }

  /// Says what is wrong.
  ///
  /// - Returns: 1 where a document was left out for it, or else 0.
  static func report(_ diagnostic: Diagnostic) -> Int {
    Output.error.write(diagnostic.description + "\n")
    return diagnostic.severity == .error ? 1 : 0
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
