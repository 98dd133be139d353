import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Statistics

/// `parallax agreement`.
struct AgreementCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "Shows how far two or more coders agree, code by code: kappa, AC1, Krippendorff's alpha.",
    discussion: """
      A file is one coder's sentences in JSON Lines; sentences are matched by their id.

      Example:
        parallax agreement first-coder.jsonl second-coder.jsonl
      """)

  @Argument(help: "Two or more coders' files.")
  var files: [String]

  @Option(help: "table, json, csv, tsv or markdown.")
  var format: ReportFormat = .table

  @Option(help: "The seed of the resampling behind intervals.")
  var seed: UInt64 = 1

  func validate() throws {
    if files.count < 2 { throw ValidationError("give the files of two coders or more") }
  }

  func run() async throws {
    let sheets = try files.map(Self.sheet)
    let shared = sheets.dropFirst().reduce(Set(sheets[0].codes.keys)) { $0.union($1.codes.keys) }
      .filter { id in sheets.count { $0.codes[id] != nil } >= 2 }
    guard !shared.isEmpty else {
      throw Diagnostic(at: SourceLocation(file: files[1]), "shares no id with \(files[0]); coders are matched by id")
    }
    let report = AgreementReport(sheets, bootstrap: Bootstrap(replicates: 1000, seed: seed))
    Output.standard.write(format.rendered(report.table, json: report.json))
  }

  private static func sheet(_ path: String) throws -> CoderSheet {
    var codes: [String: GoldCodes] = [:]
    for item in try CodedSample.announced(path).items {
      guard codes.updateValue(item.gold, forKey: item.metadata.id) == nil else {
        throw Diagnostic(at: item.source, "the id \(item.metadata.id) stands twice; a coder codes a sentence once")
      }
    }
    return CoderSheet(name: path, codes: codes)
  }
}
