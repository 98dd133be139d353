import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Statistics

/// `parallax validate`.
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Scores the analyzers on hand-coded sentences: precision, recall, F1, misses and false alarms.",
    discussion: """
      Examples:
        parallax validate coded-en.jsonl coded-zh.jsonl --show 5
        parallax validate coded.jsonl --format html -o validation.html
        parallax validate sheet.csv --by side --by genre --format json
        parallax validate --parallel pairs.jsonl    # the same sentences in English and Chinese: do codes agree?
      """)

  @Argument(help: "Hand-coded samples in JSON Lines.")
  var files: [String] = []

  @Option(help: "Sentences in both languages, JSON Lines with the fields en and zh: compares the languages.")
  var parallel: String?

  @Option(help: "The side of pairs that name none: us or prc.")
  var side: String?

  /// The forms of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, tsv, markdown, html

    /// The form of a report of figures; nil for a page.
    var ofFigures: ReportFormat? { ReportFormat(rawValue: rawValue) }
  }

  @Option(help: "table, json, csv, tsv, markdown or html (a page with every sentence that differs).")
  var format: Format = .table

  @Option(help: "The language of the page's headings: en or zh.")
  var language: Language = .en

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  @Option(help: "What is told apart: language, side, genre; may be given again.")
  var by: [ValidationGrouping] = [.language]

  @Option(help: "How many differing sentences are shown for each code; all shows every one.")
  var show = "3"

  @Option(help: "The seed of the resampling behind intervals.")
  var seed: UInt64 = 1

  @Option(help: "A lexicon file or folder to add; may be given again.")
  var lexicon: [String] = []

  func validate() throws {
    if files.isEmpty == (parallel == nil) {
      throw ValidationError("give hand-coded samples, or pairs of sentences with --parallel")
    }
    if parallel != nil, format == .html { throw ValidationError("--parallel has no page: choose another --format") }
    if let side, Side(parsing: side) == nil { throw ValidationError("--side \(side): write us or prc") }
  }

  func run() async throws {
    guard let limit = show == "all" ? Int.max : Int(show), limit >= 0 else {
      throw ValidationError("--show \(show): write a number or all")
    }
    let library = try LexiconLibrary(adding: lexicon)
    let validator = Validator(Annotator(library: library))
    if let parallel {
      let sample = try ParallelSample(path: parallel, side: side.flatMap(Side.init(parsing:)))
      let report = ParallelReport(try validator.items(of: sample), seed: seed)
      return try write(report.table, text: report.text(showing: limit), json: report.json)
    }
    var items: [ValidationItem] = []
    for file in files { items += try validator.items(of: .announced(file)) }
    let report = ValidationReport(items, by: by, bootstrap: Bootstrap(replicates: 1000, seed: seed))
    guard format == .html else {
      return try write(report.table, text: report.text(showing: limit), json: report.json)
    }
    let provenance = Parallax.provenance(library, options: lexicon.map { "--lexicon \($0)" })
    try Output.write(
      report.html(provenance: provenance, language: language, templates: .bundledValidation), to: output)
  }

  private func write(_ table: Table, text: String, json: JSONText) throws {
    guard let form = format.ofFigures else { return }
    try Output.write(form.rendered(table, text: text, json: json), to: output)
  }
}
