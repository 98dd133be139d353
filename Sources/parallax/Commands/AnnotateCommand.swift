import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting

/// `parallax annotate`.
struct AnnotateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Writes one JSON record a sentence, with every code and its evidence.",
    discussion: """
      Examples:
        cat corpus.jsonl | parallax annotate - > coded.jsonl
        parallax annotate --side us speech.txt
      """)

  @OptionGroup var input: InputOptions

  func run() async throws {
    let library = try input.library()
    let outcome = try await input.run(library) { statement in
      var writer = AnnotationWriter(statementText: statement.statement.text)
      for sentence in statement.sentences { writer.write(sentence) }
      Output.standard.write(writer.bytes)
    }
    try InputOptions.check(outcome)
  }
}
