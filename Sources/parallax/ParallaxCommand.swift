import ArgumentParser
import ParallaxKit

/// The program: commands that are named after what they do.
@main
struct ParallaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parallax",
    abstract: "Codes official statements of Washington and Beijing for threat, decoupling and blame.",
    discussion: """
      Examples:
        parallax score speech.txt
        parallax score --side prc --format json *.txt
        parallax report corpus.jsonl -o report.html
        cat corpus.jsonl | parallax annotate -
        parallax lexicon explain "美方应停止打压中国企业。"

      Input is .txt, .md, .jsonl, .csv, .tsv, .html or .pdf, a folder of these, a corpus (.sqlite), or - for
      standard input.
      Exit codes: 0 done, 1 wrong input, 2 wrong usage, 3 done in part.
      """,
    version: Versions.text,
    subcommands: [
      ScoreCommand.self, ReportCommand.self, CompareCommand.self, TrendCommand.self, AnnotateCommand.self,
      TokenizeCommand.self, SegmentCommand.self,
      TextCommand.self,
      LexiconCommand.self, ValidateCommand.self, AgreementCommand.self, CodesheetCommand.self, ExplainCommand.self,
      TrainCommand.self, CorpusCommand.self, KeywordsCommand.self, CollocatesCommand.self, ConcordanceCommand.self,
      NgramsCommand.self, DispersionCommand.self, FrequencyCommand.self, CooccurrenceCommand.self,
    ])

  /// Runs a command; what goes wrong becomes one line and an exit code.
  static func main() async {
    Output.endOnClosedPipe()
    do {
      var command = try await parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Failure.exit(with: error)
    }
  }

  private static func parseAsRoot() async throws -> any ParsableCommand { try Self.parseAsRoot(nil) }
}
