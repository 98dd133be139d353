import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Statistics

/// `parallax report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes the framing report: one page with findings, charts, and the sentences behind every number.",
    discussion: """
      Examples:
        parallax report corpus.jsonl -o report.html
        parallax report speeches/ --language zh -o report.pdf
        parallax report speech.txt --against corpus.jsonl -o speech.html
        parallax report corpus.jsonl --coded sheet.csv --format json -o report.json
      """)

  /// The forms of output.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case html, md, json, csv, pdf
    case vegaLite = "vega-lite"
  }

  @OptionGroup var input: InputOptions

  @Option(help: "html, md, json, csv, pdf or vega-lite; by the name of the output if not given.")
  var format: Format?

  @Option(help: "The language of headings and text: en or zh.")
  var language: Language = .en

  @Option(help: "The length of periods: month, quarter or year; by the dates if not given.")
  var period: PeriodLength?

  @Option(help: "A dated event that charts mark, such as 2018-07-06=\"first tariffs\"; may be given again.")
  var event: [DatedEvent] = []

  @Option(help: "A CSV file of series to lay beside the figures (date, value, name, unit, source); may be given again.")
  var indicator: [String] = []

  @Option(help: "Statements (files, folders, corpora) among which a single statement is placed; may be given again.")
  var against: [String] = []

  @Option(help: "Whose sentences count: own, quoted, question; may be given again.")
  var voice: [Voice] = [.own]

  @Option(help: "Hand-coded sentences of the corpus (a filled sheet of codesheet): corrects rates for coding errors.")
  var coded: [String] = []

  @Option(help: "The seed of the resampling behind intervals and of the random sample of sentences.")
  var seed: UInt64 = 1

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func validate() throws {
    if period == .week { throw ValidationError("--period week: write month, quarter or year") }
    if form == .pdf, output == nil { throw ValidationError("a PDF needs a file: add -o report.pdf") }
  }

  func run() async throws {
    if form == .pdf { try PDFPrinter.check() }
    let indicators = try indicator.flatMap(IndicatorFile.read)
    let library = try input.library()
    let annotator = try input.annotator(library)
    var gatherer = FramingGatherer(voices: Set(voice), seed: seed)
    var words = SideWords(voices: Set(voice))
    let outcome = try await input.runWithWords(annotator, paths: input.paths) { statement in
      gatherer.add(statement.coded.statement, sentences: statement.coded.sentences)
      words.add(statement)
    }
    if !gatherer.isEmpty {
      let validator = Validator(annotator)
      let items = try coded.flatMap { try validator.items(of: .announced($0)) }
      let report = FramingReport(
        gatherer, provenance: Parallax.provenance(library, options: options),
        options: FramingOptions(
          period: period, events: event, indicators: indicators,
          reference: try await reference(annotator),
          resampling: Resampling(bootstrap: Bootstrap(seed: seed))), coded: items,
        words: try words.distinctive(library, seed: seed))
      try write(report)
    }
    try InputOptions.check(outcome)
  }

  /// The counts of the statements among which a single one is placed.
  private func reference(_ annotator: Annotator) async throws -> [StatementCounts] {
    guard !against.isEmpty else { return [] }
    let pipeline = Pipeline(annotator: annotator, tasks: input.threads)
    let summaries = try await pipeline.summaries(against, voices: Set(voice)) { diagnostic in
      Output.error.write(diagnostic.description + "\n")
    }
    guard summaries.count > 1 else {
      throw OutputError(
        description: "--against \(against.joined(separator: " ")): fewer than two statements were found")
    }
    return summaries.map(\.counts)
  }

  /// The form asked for, or that of the output's name.
  private var form: Format {
    if let format { return format }
    let ending = output?.split(separator: ".").last.map(String.init) ?? ""
    return Format(rawValue: ending) ?? (ending == "markdown" ? .md : .html)
  }

  private func write(_ report: FramingReport) throws {
    switch form {
    case .html: try Output.write(report.html(language: language, templates: .bundled), to: output)
    case .md: try Output.write(report.markdown(language: language), to: output)
    case .json: try Output.write(report.json(language: language).pretty, to: output)
    case .csv: try Output.write(report.table.rendered(as: .csv), to: output)
    case .vegaLite: try Output.write(report.document(language: language).vegaLite.pretty, to: output)
    case .pdf: try PDFPrinter.print(report.html(language: language, templates: .bundled), to: output ?? "")
    }
  }

  /// The options that change figures.
  private var options: [String] {
    var options = input.figureOptions
    if voice != [.own] { options.append("--voice \(voice.map(\.rawValue).joined(separator: ","))") }
    if let period { options.append("--period \(period.rawValue)") }
    options += event.map { "--event \($0.date)=\($0.label)" } + indicator.map { "--indicator \($0)" }
    options += against.map { "--against \($0)" }
    options += coded.map { "--coded \($0)" }
    return options
  }
}
