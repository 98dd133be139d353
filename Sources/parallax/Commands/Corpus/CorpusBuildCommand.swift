import ArgumentParser
import DiscourseModel
import Foundation
import ParallaxKit

/// `parallax corpus build`.
struct CorpusBuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Makes a corpus of files, or brings it up to date: only what is new or changed is coded.",
    discussion: """
      A build that was broken off goes on where it was. Files that are no longer among the paths stay until --prune removes
      them. Without paths, the files of the corpus are looked at again: after a change of lexicons, for example.

      Examples:
        parallax corpus build china.sqlite statements/ speeches.jsonl
        parallax corpus build china.sqlite --lexicon mine.yaml
      """)

  @Argument(help: "The corpus, as a rule with the ending .sqlite.")
  var corpus: String

  @Flag(help: "Remove what came from files that are no longer among the paths.")
  var prune = false

  @OptionGroup var input: InputOptions

  func run() async throws {
    if input.files.isEmpty, !FileManager.default.fileExists(atPath: corpus) {
      throw ValidationError("\(corpus) does not exist yet; name the files or folders that it is made of")
    }
    try await input.build(corpus, scope: .build(prune: prune))
  }
}

/// `parallax corpus add`.
struct CorpusAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Puts files into a corpus beside what is there.",
    discussion: """
      Example:
        parallax corpus add china.sqlite --side us new-speech.txt
      """)

  @Argument(help: "The corpus.")
  var corpus: String

  @OptionGroup var input: InputOptions

  func run() async throws { try await input.build(corpus, scope: .add) }
}

/// `parallax corpus remove`.
struct CorpusRemoveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Takes statements, or all of a file, out of a corpus.")

  @Argument(help: "The corpus.")
  var corpus: String

  @Argument(help: "Ids of statements or paths of files, as list shows them.")
  var names: [String]

  func run() async throws {
    let removed = try await CorpusBuilder.remove(names, from: corpus)
    Output.error.write("\(corpus): \(removed) removed\n")
  }
}

extension InputOptions {
  /// Builds a corpus from the input and says what was done.
  func build(_ corpus: String, scope: CorpusBuilder.Scope) async throws {
    guard conditions.isEmpty else {
      throw ValidationError("a corpus takes all statements of its files; give --where to the command that asks it")
    }
    let paths = files.isEmpty && scope == .add ? ["-"] : files
    let builder = CorpusBuilder(annotator: try annotator(try library()), options: ingestion, tasks: threads)
    var progress = ProgressLine()
    let outcome = try await builder.run(corpus, from: paths, scope: scope) { report in
      switch report {
      case .progress(let count): progress.show("\(count) statements")
      case .diagnostic(let diagnostic):
        progress.clear()
        _ = Self.report(diagnostic)
      }
    }
    progress.clear()
    Output.error.write(Self.summary(of: outcome, corpus: corpus, scope: scope))
    if outcome.errors > 0 {
      throw outcome.coded + outcome.kept > 0 ? ExitStatus.partlyDone : ExitStatus.wrongInput
    }
  }

  private static func summary(of outcome: CorpusBuilder.Outcome, corpus: String, scope: CorpusBuilder.Scope) -> String {
    var out = ""
    if !outcome.gone.isEmpty {
      let verb =
        scope == .build(prune: true) ? "removed with their statements" : "still in the corpus; --prune removes them"
      let shown = outcome.gone.prefix(3).joined(separator: ", ") + (outcome.gone.count > 3 ? " …" : "")
      out += "\(corpus): \(outcome.gone.count) files are gone (\(shown)): \(verb)\n"
    }
    let parts = [
      (outcome.coded, "coded"), (outcome.kept, "unchanged"), (outcome.removed, "removed"), (outcome.failed, "left out"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return out + "\(corpus): \(parts.isEmpty ? "nothing to do" : parts.joined(separator: ", "))\n"
  }
}

/// A line on standard error that tells how far the work is; shown at a terminal alone, four times a second.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = Date.distantPast
  private var hasLine = false

  /// Shows a text in place of the last.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown, Date().timeIntervalSince(last) >= 0.25 else { return }
    last = Date()
    hasLine = true
    Output.error.write("\r\u{1B}[K\(text())")
  }

  /// Takes the line away.
  mutating func clear() {
    if hasLine { Output.error.write("\r\u{1B}[K") }
    hasLine = false
  }
}
