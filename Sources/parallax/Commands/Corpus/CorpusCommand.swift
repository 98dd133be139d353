import ArgumentParser

/// `parallax corpus`.
struct CorpusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Keeps statements with their codes and words in one SQLite file, which every command takes as input.",
    discussion: """
      Examples:
        parallax corpus build china.sqlite statements/ speeches.jsonl
        parallax score china.sqlite
        parallax corpus info china.sqlite --schema
      """,
    subcommands: [
      CorpusBuildCommand.self, CorpusAddCommand.self, CorpusRemoveCommand.self, CorpusListCommand.self,
      CorpusInfoCommand.self, CorpusExportCommand.self,
    ])
}
