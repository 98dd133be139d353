import Foundation
import TestSupport
import Testing

/// `parallax report` as its users run it.
@Suite struct ReportCommandTests {
  @Test(arguments: [
    ("md", "# Framing report"), ("json", "\"sections\""), ("csv", "side,period,figure"),
    ("vega-lite", "vega-lite/v5.json"), ("html", "<!DOCTYPE html>"),
  ])
  func everyFormIsWritten(form: String, start: String) throws {
    let samples = ["Samples/us-en-04-speech.md", "Samples/prc-zh-07-readout.md"].map(Project.path)
    let outcome = try Program.run(["report", "--format", form, "--event", "2020-01-15=A deal"] + samples)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains(start))
  }

  @Test func theNameOfTheOutputTellsItsForm() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("report.json").path
    #expect(try Program.run(["report", Project.path("Samples/us-en-04-speech.md"), "-o", path]).status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{"))
  }

  @Test func aSingleStatementIsPlacedAmongOthers() throws {
    let outcome = try Program.run([
      "report", "--language", "zh", "--format", "md", Project.path("Samples/us-en-04-speech.md"), "--against",
      Project.path("Samples"),
    ])
    #expect(outcome.status == 0 && outcome.output.contains("百分位"))
  }

  @Test(arguments: [
    (["--period", "week"], Int32(2), "month, quarter or year"), (["--format", "pdf"], 2, "-o report.pdf"),
    (["--against", "/nowhere"], 1, "/nowhere"), (["--indicator", "/nowhere.csv"], 1, "/nowhere.csv"),
    (["--coded", "/nowhere.csv"], 1, "/nowhere.csv"),
    (["-o", "/nowhere/out.html"], 1, "cannot write /nowhere/out.html"),
  ])
  func whatIsWrongIsSaid(arguments: [String], status: Int32, message: String) throws {
    let outcome = try Program.run(["report", Project.path("Samples/us-en-04-speech.md")] + arguments)
    #expect(outcome.status == status && outcome.output.isEmpty)
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
