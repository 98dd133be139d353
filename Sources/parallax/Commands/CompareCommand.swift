import ArgumentParser
import CorpusStore
import DiscourseModel
import ParallaxKit
import Reporting

/// `parallax compare`.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Compares groups of statements: differences with intervals and tests, profiles, who threatens and blames whom.",
    discussion: """
      Examples:
        parallax compare corpus.jsonl
        parallax compare corpus.jsonl --by speaker --where side=US --where date>=2017
        parallax compare corpus.jsonl --stratify genre --format csv -o differences.csv

      Two groups are compared with each other; of more, each with all others, or with the one of --reference. The statement
      is the unit of intervals and tests. Near duplicates of one group and side are counted once, and named.
      """)

  @OptionGroup var input: InputOptions

  @Option(
    help: "The field that makes the groups: side, institution, speaker, genre, language, year, month or any other.")
  var by = FieldArgument(key: .side)

  @Option(help: "A field, such as genre, within whose values the groups are compared.")
  var stratify: FieldArgument?

  @Option(help: "The group with which all others are compared.")
  var reference: String?

  @Flag(help: "Read all texts of a large corpus, for near duplicates and the effects of entries.")
  var texts = false

  @Flag(help: "Count near duplicates each.")
  var keepDuplicates = false

  @Option(help: "Whose sentences count: own, quoted, question; may be given again.")
  var voice: [Voice] = [.own]

  @OptionGroup var resampling: ResamplingOptions

  @Option(help: "Hand-coded sentences of the corpus (a filled sheet of codesheet): corrects rates for coding errors.")
  var coded: [String] = []

  @Option(help: "table, json, jsonl, csv, tsv or markdown.")
  var format: ReportFormat = .table

  @Option(help: "The language of headings: en or zh.")
  var language: Language = .en

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func run() async throws {
    let library = try input.library()
    let (statements, traits, outcome) = try await gathered(library)
    if !statements.isEmpty {
      let validator = Validator(Annotator(library: library))
      let items = try coded.flatMap { try validator.items(of: .announced($0)) }
      let report = ComparisonReport(
        statements, traits: traits,
        options: ComparisonOptions(
          by: by.key, strata: stratify?.key, reference: reference, keepsDuplicates: keepDuplicates,
          resampling: resampling.resampling),
        provenance: Parallax.provenance(library, options: options), coded: items)
      try check(report)
      try Output.write(
        format.rendered(
          report.table, text: report.text(language: language, width: Output.width), json: report.json,
          markdown: report.markdown(language: language)), to: output)
    }
    try InputOptions.check(outcome)
  }

  /// A larger corpus is compared by the counts that it holds, without its texts.
  private static let largestToRead = 3000

  /// The statements; with what takes their texts, unless they are many and come from a corpus.
  private func gathered(
    _ library: LexiconLibrary
  ) async throws -> ([StatementSummary], [StatementTraits]?, (coded: Int, failed: Int)) {
    if !texts, input.paths.count == 1, CorpusStore.isCorpus(input.paths[0]) {
      let (statements, outcome) = try await input.summaries(library, voices: Set(voice))
      if statements.count > Self.largestToRead { return (statements, nil, outcome) }
    }
    var gatherer = StatementGatherer(voices: Set(voice))
    let outcome = try await input.run(library) { gatherer.add($0) }
    return (gatherer.summaries, gatherer.traits, outcome)
  }

  /// Refuses what leaves nothing to compare.
  private func check(_ report: ComparisonReport) throws {
    let names = report.groups.map(\.name)
    if let reference, !names.contains(reference) {
      throw OutputError(
        description: "no group \"\(reference)\"; the groups by \(by.key.name) are \(names.joined(separator: ", "))")
    }
    guard names.count < 2 else { return }
    let found = names.first.map { "all statements have \(by.key.name) \"\($0)\"" } ?? "no statement has \(by.key.name)"
    throw OutputError(description: "nothing to compare: \(found); group --by another field")
  }

  /// The options that change figures.
  private var options: [String] {
    var options = input.figureOptions
    options.append("--by \(by.key.name)")
    if let stratify { options.append("--stratify \(stratify.key.name)") }
    if let reference { options.append("--reference \(reference)") }
    if keepDuplicates { options.append("--keep-duplicates") }
    if voice != [.own] { options.append("--voice \(voice.map(\.rawValue).joined(separator: ","))") }
    return options + coded.map { "--coded \($0)" }
  }
}
