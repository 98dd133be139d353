import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting

/// `parallax trend`.
struct TrendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trend",
    abstract:
      "Follows figures over time: changes, bursts, trends, shifts of grounds, events, and indicators beside them.",
    discussion: """
      Examples:
        parallax trend corpus.jsonl --period year
        parallax trend corpus.jsonl --period month --measure threat.index --event 2018-07-06="first tariffs"
        parallax trend corpus.jsonl --period year --indicator Samples/indicators/trade.csv --format csv -o trend.csv

      A period without statements is missing, not zero. A date that is only a year lies in no month: such statements are left
      out and counted. An indicator is CSV with the columns date, value, name, unit and source.
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "week, month, quarter or year.")
  var period: PeriodLength = .year

  @Option(help: "The field that makes the groups.")
  var by = FieldArgument(key: .side)

  @Option(
    help: "A measure to follow, by its key in \"score --format csv\"; may be given again; the main ones if not given.")
  var measure: [String] = []

  @Option(help: "A dated event as DATE=\"label\": compares before and after; may be given again.")
  var event: [DatedEvent] = []

  @Option(help: "How many periods before and after an event count; all if not given.")
  var window: Int?

  @Option(help: "A file of indicators; may be given again.")
  var indicator: [String] = []

  @Option(help: "The largest lag of correlations, in periods.")
  var lags = 6

  @Option(help: "How trends are taken out of series before they are correlated: difference or detrend.")
  var change: SeriesChange = .difference

  @Option(help: "Whose sentences count: own, quoted, question; may be given again.")
  var voice: [Voice] = [.own]

  @OptionGroup var resampling: ResamplingOptions

  @Option(help: "table, json, jsonl, csv, tsv or markdown.")
  var format: ReportFormat = .table

  @Option(help: "The language of headings: en or zh.")
  var language: Language = .en

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func validate() throws {
    let known = Figures.definitions.map(\.key)
    for key in measure where !known.contains(key) {
      throw ValidationError("--measure \(key): write one of \(known.joined(separator: ", "))")
    }
    if let window, window < 1 { throw ValidationError("--window must be at least 1") }
    guard (0...60).contains(lags) else { throw ValidationError("--lags must be 0 to 60") }
  }

  func run() async throws {
    let indicators = try indicator.flatMap(IndicatorFile.read)
    let library = try input.library()
    let (statements, outcome) = try await input.summaries(library, voices: Set(voice))
    if !statements.isEmpty {
      guard
        let report = TrendReport(
          statements, options: trend, indicators: indicators,
          provenance: Parallax.provenance(library, options: options))
      else {
        throw OutputError(
          description:
            "no statement has a date that is precise enough for a \(period.rawValue) and a \(by.key.name); add dates to the metadata or choose a longer --period"
        )
      }
      try Output.write(
        format.rendered(
          report.table, text: report.text(language: language, width: Output.width), json: report.json,
          markdown: report.markdown(language: language)), to: output)
    }
    try InputOptions.check(outcome)
  }

  private var trend: TrendOptions {
    TrendOptions(
      period: period, by: by.key, measures: measure.isEmpty ? TrendOptions.usualMeasures : measure, events: event,
      window: window, lags: lags, change: change, resampling: resampling.resampling)
  }

  /// The options that change figures.
  private var options: [String] {
    var options = input.figureOptions + ["--period \(period.rawValue)", "--by \(by.key.name)"]
    options += event.map { "--event \($0.date)=\($0.label)" } + indicator.map { "--indicator \($0)" }
    if let window { options.append("--window \(window)") }
    if change != .difference { options.append("--change \(change.rawValue)") }
    if voice != [.own] { options.append("--voice \(voice.map(\.rawValue).joined(separator: ","))") }
    return options
  }
}
