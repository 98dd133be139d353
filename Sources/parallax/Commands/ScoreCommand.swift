import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Statistics

/// `parallax score`.
struct ScoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Scores statements: decoupling, threat, blame, rationale, recognition, with their strongest sentences.",
    discussion: """
      Examples:
        parallax score speech.txt
        parallax score --side prc --format json *.txt
        parallax score --format csv -o scores.csv corpus.jsonl
      """)

  /// The forms of output.
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, jsonl, csv, tsv, markdown }

  @OptionGroup var input: InputOptions

  @Option(help: "table, json, jsonl, csv, tsv or markdown.")
  var format: Format = .table

  @Option(help: "The language of headings: en or zh.")
  var language: Language = .en

  @Option(help: "How many of the strongest sentences are shown for each construct.")
  var strongest = 3

  @Option(help: "Whose sentences count: own, quoted, question; may be given again.")
  var voice: [Voice] = [.own]

  @Option(help: "The seed of the resampling behind intervals.")
  var seed: UInt64 = 1

  @Option(help: "Hand-coded sentences of the corpus (a filled sheet of codesheet): corrects rates for coding errors.")
  var coded: [String] = []

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func run() async throws {
    let library = try input.library()
    var gatherer = ScoreGatherer(strongest: max(0, strongest), voices: Set(voice))
    let outcome = try await input.run(library) { statement in
      guard let side = statement.statement.metadata.side else { return }
      gatherer.add(statement.statement.metadata, side: side, sentences: statement.sentences)
    }
    if !gatherer.isEmpty {
      let validator = Validator(Annotator(library: library))
      let items = try coded.flatMap { try validator.items(of: .announced($0)) }
      let report = ScoreReport(
        gatherer, provenance: Parallax.provenance(library, options: options), bootstrap: Bootstrap(seed: seed),
        coded: items)
      try Output.write(rendered(report), to: output)
    }
    try InputOptions.check(outcome)
  }

  private func rendered(_ report: ScoreReport) -> String {
    switch format {
    case .table: report.text(language: language, width: Output.width)
    case .json: report.json.pretty
    case .jsonl: report.table.rendered(as: .jsonl)
    case .csv: report.table.rendered(as: .csv)
    case .tsv: report.table.rendered(as: .tsv)
    case .markdown: report.markdown(language: language)
    }
  }

  /// The options that change figures.
  private var options: [String] {
    var options = input.figureOptions
    if voice != [.own] { options.append("--voice \(voice.map(\.rawValue).joined(separator: ","))") }
    options += coded.map { "--coded \($0)" }
    return options
  }
}
