public import ArgumentParser
import DiscourseModel
import ParallaxKit
public import Reporting
import Segmentation

extension Table.Format: ExpressibleByArgument {}
extension KeywordMeasure: ExpressibleByArgument {}
extension PairMeasure: ExpressibleByArgument {}

/// What a user may say to every command that counts or finds words.
struct WordOptions: ParsableArguments {
  /// How many rows a reader sees where nothing else is asked for.
  static let usualRows = 50

  @OptionGroup var input: InputOptions

  @Option(help: "Whose sentences count: own, quoted, question; may be given again.")
  var voice: [Voice] = [.own]

  @Option(help: "table, csv, tsv, json, jsonl or markdown.")
  var format: Table.Format = .table

  @Option(help: "The language of headings: en or zh.")
  var language: Language = .en

  @Option(help: "How many rows; 0 for all. Tables show 50 if it is not given, data all.")
  var limit: Int?

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit \(limit): write a number from 0") }
  }

  /// Whose sentences count.
  var voices: Set<Voice> { Set(voice) }

  /// How many rows a reader sees; nil for all.
  var rows: Int? { limit.map { $0 > 0 ? $0 : nil } ?? Self.usualRows }

  /// Whether data are cut too.
  var isLimited: Bool { (limit ?? 0) > 0 }

  /// What codes and segments the input.
  func annotator() throws -> Annotator { try input.annotator(try input.library()) }

  /// Codes the input and keeps its words; says so where it is in two languages.
  func run(
    _ annotator: Annotator, paths: [String]? = nil, body: (WordedStatement) throws -> Void
  ) async throws -> (coded: Int, failed: Int) {
    var languages: Set<Language> = []
    let outcome = try await input.runWithWords(annotator, paths: paths ?? input.paths) { statement in
      if let language = statement.metadata.language { languages.insert(language) }
      try body(statement)
    }
    if languages.count > 1 {
      Output.error.write(
        "warning: statements in both languages, whose words are counted together; --where language=en or zh takes one\n"
      )
    }
    return outcome
  }

  /// Writes a report.
  func write(_ report: WordReport) throws { try Output.write(report.rendered(as: format), to: output) }

  /// How a report was made, with the options that change its figures.
  func provenance(_ annotator: Annotator, options: [String] = []) -> Provenance {
    var all = options
    if let side = input.side { all.append("--side \(side)") }
    if voice != [.own] { all += voice.map { "--voice \($0.rawValue)" } }
    all += input.conditions.map { "--where \($0)" }
    all += input.lexicon.map { "--lexicon \($0)" } + input.segmentation.options
    return Parallax.provenance(annotator.library, options: all)
  }
}

/// What a user may say about which words are listed.
struct WordChoice: ParsableArguments {
  @Flag(help: "Leave out words of grammar, as the list stop-words has them.")
  var stopWords = false

  @Flag(help: "List numbers too.")
  var numbers = false

  /// The options as they were typed.
  var options: [String] { (stopWords ? ["--stop-words"] : []) + (numbers ? ["--numbers"] : []) }

  /// Whether a word is listed.
  func filter(_ annotator: Annotator) throws -> (WordSequence.Form) -> Bool {
    let left = stopWords ? try Set(annotator.library.stopWords.map { try WordSequence.form(of: $0) }) : []
    return { form in
      (form.kind == .word || (numbers && form.kind == .number)) && !left.contains(form.text)
    }
  }
}

/// What a user may say about what is looked for.
struct CodeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only sentences with a code: blame, blame.target=US, decoupling.stance!=report …; may be given again.",
      discussion: "Conditions on one construct hold of the same code."),
    transform: CodeCondition.init(parsing:))
  var code: [CodeCondition] = []

  /// The options as they were typed.
  var options: [String] { code.map { "--code \($0)" } }
}

extension InputOptions {
  /// Codes the input and keeps its words. Diagnostics go to standard error.
  ///
  /// - Returns: how many statements were coded and how many documents failed.
  func runWithWords(
    _ annotator: Annotator, paths: [String], body: (WordedStatement) throws -> Void
  ) async throws -> (coded: Int, failed: Int) {
    var (coded, failed) = (0, 0)
    try await pipeline(annotator).runWithWords(paths) { result in
      switch result {
      case .success(let statement):
        coded += 1
        try body(statement)
      case .failure(let diagnostic): failed += Self.report(diagnostic)
      }
    }
    if coded + failed == 0 { try checkConditions() }
    return (coded, failed)
  }

  /// Codes the input as far as a query can find something in it; of a corpus only statements with its words are read.
  ///
  /// - Returns: how many statements there are, and how many documents failed.
  func runWithWords(
    _ annotator: Annotator, paths: [String], for query: WordQuery, body: (WordedStatement) throws -> Void
  ) async throws -> (coded: Int, failed: Int) {
    var failed = 0
    let statements = try await pipeline(annotator).runWithWords(paths, for: query) { result in
      switch result {
      case .success(let statement): try body(statement)
      case .failure(let diagnostic): failed += Self.report(diagnostic)
      }
    }
    if statements + failed == 0 { try checkConditions() }
    return (statements, failed)
  }
}
