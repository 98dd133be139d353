import Foundation
import TestSupport
import Testing

/// Opens reports of the samples in Chromium, as their readers do.
@Suite(.serialized) struct BrowserTests {
  private static func find(_ names: [String]) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return names.flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  static let chromium = find(["chromium", "chromium-browser", "google-chrome"])
  static let node = find(["node", "nodejs"])

  private func run(_ executable: String, _ arguments: [String], in folder: URL) throws -> (
    status: Int32, output: String
  ) {
    let log = folder.appendingPathComponent("log-\(UUID().uuidString)")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOf: log, encoding: .utf8))
  }

  @Test(
    .enabled(if: chromium != nil && node != nil, "Chromium and node are not installed: apt install chromium nodejs"))
  func reportsOpenInABrowser() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var reports: [String] = []
    for language in ["en", "zh"] {
      let path = folder.appendingPathComponent("samples-\(language).html").path
      let made = try Program.run(["report", Project.path("Samples"), "--language", language, "-o", path])
      #expect(made.status == 0)
      reports.append(path)
    }
    let script = Project.path("Tests/Browser/check-report.mjs")
    let shots = folder.appendingPathComponent("shots").path
    let outcome = try run(
      try #require(Self.node), [script, try #require(Self.chromium), shots] + reports, in: folder)
    let problems = outcome.output.split(separator: "\n").filter { $0.hasPrefix("problem: ") }
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    #expect(outcome.status == 0)
  }

  @Test(.enabled(if: chromium != nil, "Chromium is not installed: apt install chromium"))
  func reportsArePrintedToPDF() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("report.pdf")
    let made = try Program.run(["report", Project.path("Samples/us-zh-03-speech.md"), "-o", path.path])
    #expect(made.status == 0)
    #expect(try Data(contentsOf: path).starts(with: Data("%PDF-".utf8)))
  }
}
