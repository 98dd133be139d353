import ArgumentParser
import CorpusStore
import DiscourseModel
import ParallaxKit
import Reporting

/// `parallax corpus list`.
struct CorpusListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the statements of a corpus, or its files.")

  @Argument(help: "The corpus.")
  var corpus: String

  @Flag(help: "List files instead of statements.")
  var files = false

  @Option(help: "table, json, csv, tsv or markdown.")
  var format: ReportFormat = .table

  func run() async throws {
    let store = try CorpusStore(reading: corpus)
    let table =
      files
      ? CorpusTables.files(try store.files())
      : CorpusTables.statements(try store.summaries(voices: Set(Voice.allCases)))
    Output.standard.write(format.rendered(table))
  }
}

/// `parallax corpus info`.
struct CorpusInfoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Says what a corpus holds and how it was coded.")

  @Argument(help: "The corpus.")
  var corpus: String

  @Flag(help: "Print the tables and views with what each column means.")
  var schema = false

  @Option(help: "table, json, csv, tsv or markdown.")
  var format: ReportFormat = .table

  func run() async throws {
    let store = try CorpusStore(reading: corpus)
    if schema { return Output.standard.write(try store.schema()) }
    let table = CorpusTables.info(try store.info())
    Output.standard.write(format.rendered(table))
  }
}

/// `parallax corpus export`.
struct CorpusExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the statements of a corpus as they were read, as JSON Lines.",
    discussion: """
      The records are written by "parallax annotate CORPUS", words by "parallax tokenize CORPUS".

      Example:
        parallax corpus export china.sqlite -o china.jsonl
      """)

  @Argument(help: "The corpus.")
  var corpus: String

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func run() async throws {
    let store = try CorpusStore(reading: corpus)
    try await Output.stream(to: output) { out in
      try await store.forEachStatement(withSentences: { _ in false }) {
        out.write(StatementWriter.line($0.asRead) + "\n")
      }
    }
  }
}
