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
  var period: ReportPeriod?

  @Option(help: "Whose sentences count: own, quoted, question; may be given again.")
  var voice: [Voice] = [.own]

  @Option(help: "Hand-coded sentences of the corpus (a filled sheet of codesheet): corrects rates for coding errors.")
  var coded: [String] = []

  @Option(help: "The seed of the resampling behind intervals and of the random sample of sentences.")
  var seed: UInt64 = 1

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func validate() throws {
    if form == .pdf, output == nil { throw ValidationError("a PDF needs a file: add -o report.pdf") }
  }

  func run() async throws {
    if form == .pdf { try PDFPrinter.check() }
    let library = try input.library()
    var gatherer = FramingGatherer(voices: Set(voice), seed: seed)
    let outcome = try await input.run(library) { gatherer.add($0.statement, sentences: $0.sentences) }
    if !gatherer.isEmpty {
      let validator = Validator(Annotator(library: library))
      let items = try coded.flatMap { try validator.items(of: .announced($0)) }
      let report = FramingReport(
        gatherer, provenance: Parallax.provenance(library, options: options), bootstrap: Bootstrap(seed: seed),
        period: period, coded: items)
      try write(report)
    }
    try InputOptions.check(outcome)
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
    var options: [String] = []
    if let side = input.side { options.append("--side \(side)") }
    if voice != [.own] { options.append("--voice \(voice.map(\.rawValue).joined(separator: ","))") }
    if let period { options.append("--period \(period.rawValue)") }
    options += input.conditions.map { "--where \($0)" }
    options += coded.map { "--coded \($0)" }
    options += input.lexicon.map { "--lexicon \($0)" } + input.segmentation.options
    return options
  }
}
