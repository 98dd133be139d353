import ArgumentParser
import ParallaxKit
import Reporting

/// `parallax codesheet`.
struct CodesheetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codesheet",
    abstract: "Draws sentences at random for coders to fill in: by side, language, and whether something was found.",
    discussion: """
      Fill in the columns voice, decoupling, threat, blame, rationale and recognition (codes as in "core PRC oppose economy",
      "US PRC assert 2 technology", "PRC US accusation"; several with semicolons), then give the sheet to validate, agreement
      or train.

      Example:
        parallax codesheet corpus.jsonl --size 200 -o sheet.csv
      """)

  /// The forms of output.
  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, jsonl }

  @OptionGroup var input: InputOptions

  @Option(help: "How many sentences are drawn.")
  var size = 200

  @Option(help: "The seed of the draw.")
  var seed: UInt64 = 1

  @Option(help: "csv or jsonl; by the name of the output if not given.")
  var format: Format?

  @Option(name: .shortAndLong, help: "The file to write; standard output if not given.")
  var output: String?

  func validate() throws {
    if size < 1 { throw ValidationError("--size must be at least 1") }
  }

  func run() async throws {
    var sampler = SheetSampler(size: size, seed: seed)
    let outcome = try await input.run(try input.library()) { sampler.add($0) }
    let sheet = sampler.sheet()
    if !sheet.items.isEmpty {
      let isJSON = format.map { $0 == .jsonl } ?? output?.hasSuffix(".jsonl") ?? false
      try Output.write(isJSON ? sheet.jsonLines : sheet.csv, to: output)
    }
    try InputOptions.check(outcome)
  }
}
