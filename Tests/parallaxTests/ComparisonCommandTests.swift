import Foundation
import TestSupport
import Testing

@Suite struct ComparisonCommandTests {
  private let samples = Project.path("Samples")

  @Test func theSamplesAreComparedBySide() throws {
    let outcome = try Program.run(["compare", samples, "--replicates", "100", "--permutations", "99"])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains("United States against China") && outcome.output.contains("asymmetry"))
    let again = try Program.run(["compare", samples, "--replicates", "100", "--permutations", "99", "--threads", "1"])
    #expect(again.output == outcome.output)
  }

  @Test func theSamplesAreFollowedOverTime() throws {
    let indicator = Project.path("Samples/indicators/trade.csv")
    let outcome = try Program.run([
      "trend", samples, "--replicates", "100", "--permutations", "99", "--event", "2020=pandemic", "--indicator",
      indicator, "--language", "zh",
    ])
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    for word in ["美方：历时变化", "pandemic（2020）：前与后", "对照指标：US exports to China", "仅为相关，并非因果"] {
      #expect(outcome.output.contains(word))
    }
  }

  @Test func tidyTablesHoldARowForEachObservation() throws {
    for command in ["compare", "trend"] {
      let outcome = try Program.run([
        command, samples, "--format", "csv", "--replicates", "100", "--permutations", "19",
      ])
      let lines = outcome.output.split(separator: "\n")
      #expect(lines.first?.hasPrefix("section,group,") == true && lines.count > 100)
    }
  }

  @Test(arguments: [
    (["compare", "--by", "topic"], "nothing to compare: no statement has topic"),
    (["compare", "--reference", "MARS"], "no group \"MARS\"; the groups by side are US, PRC"),
    (["compare", "--where", "side=US"], "all statements have side \"US\""),
    (["trend", "--where", "year=1848"], "no statement fulfils --where year=1848"),
  ])
  func whatCannotBeComparedSaysWhy(arguments: [String], message: String) throws {
    let outcome = try Program.run(arguments + [samples])
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome.errors)")
  }

  @Test(arguments: [
    ["compare", "--where", "side"], ["compare", "--where", "side=mars"], ["trend", "--period", "decade"],
    ["trend", "--event", "soon=war"], ["trend", "--measure", "mood"], ["compare", "--permutations", "1"],
  ])
  func wrongOptionsAreWrongUsage(arguments: [String]) throws {
    #expect(try Program.run(arguments + [samples]).status == 2)
  }

  @Test(arguments: [
    ("date,value,name,unit\n2018,1,exports,bn\n", "x.csv:2: error: no column \"source\""),
    ("date,value,name,unit,source\nsoon,1,exports,bn,\n", "x.csv:2: error: \"soon\" is no date"),
    ("date,value,name,unit,source\n2018,1\u{2C}5x,exports,bn,\n", "x.csv:2: error:"),
    ("date,value,name,unit,source\n2018,many,exports,bn,\n", "x.csv:2: error: \"many\" is no number"),
    ("date,value,name,unit,source\n", "x.csv: error: holds no figures"),
  ])
  func aWrongIndicatorNamesItsLine(text: String, message: String) throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("x.csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let outcome = try Program.run(["trend", samples, "--indicator", file.path])
    #expect(outcome.status == 1 && outcome.output.isEmpty && outcome.errors.contains(message), "\(outcome.errors)")
  }
}
