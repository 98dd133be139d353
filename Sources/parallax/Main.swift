import ArgumentParser
import ParallaxKit

@main
struct ParallaxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parallax", abstract: "x", subcommands: [ValidateCommand.self, LexiconCheckCommand.self])
}
struct ValidateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "validate")
  @Argument var files: [String]
  @Option var show: Int = 0
  func run() async throws {
    let v = Validator(Annotator(library: try LexiconLibrary()))
    print(try ValidationReportBuilder.text(files, v, show))
  }
}
struct LexiconCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lexcheck")
  func run() async throws {
    let o = try LexiconCheck(try LexiconLibrary()).run()
    for d in o.diagnostics { print(d) }
    print(o.entries, o.examples, o.diagnostics.count)
  }
}
