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
        parallax validate sheet.csv --by side --by genre --format json
        parallax validate --parallel pairs.jsonl    # the same sentences in English and Chinese: do codes agree?
      """)

  @Argument(help: "Hand-coded samples in JSON Lines.")
  var files: [String] = []

  @Option(help: "Sentences in both languages, JSON Lines with the fields en and zh: compares the languages.")
  var parallel: String?

  @Option(help: "The side of pairs that name none: us or prc.")
  var side: String?

  @Option(help: "table, json, csv, tsv or markdown.")
  var format: ReportFormat = .table

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
    if let side, Side(parsing: side) == nil { throw ValidationError("--side \(side): write us or prc") }
  }

  func run() async throws {
    guard let limit = show == "all" ? Int.max : Int(show), limit >= 0 else {
      throw ValidationError("--show \(show): write a number or all")
    }
    let validator = Validator(Annotator(library: try LexiconLibrary(adding: lexicon)))
    if let parallel {
      let sample = try ParallelSample(path: parallel, side: side.flatMap(Side.init(parsing:)))
      let report = ParallelReport(try validator.items(of: sample), seed: seed)
      return Output.standard.write(
        format.rendered(report.table, text: report.text(showing: limit), json: report.json))
    }
    var items: [ValidationItem] = []
    for file in files { items += try validator.items(of: .announced(file)) }
    let report = ValidationReport(items, by: by, bootstrap: Bootstrap(replicates: 1000, seed: seed))
    Output.standard.write(format.rendered(report.table, text: report.text(showing: limit), json: report.json))
  }
}
