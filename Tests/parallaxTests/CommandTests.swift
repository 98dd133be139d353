import Foundation
import TestSupport
import Testing

/// Runs the built program as its users do.
@Suite struct CommandTests {
  private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, input: input)
  }

  private func run(_ arguments: [String], input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, input: input)
  }

  @Test func scorePrintsAllConstructs() throws {
    let outcome = try run("score", Project.path("Samples/prc-zh-07-readout.md"))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    for word in ["Decoupling", "Threat perception", "Blame", "Rationale", "Recognition", "seed 1"] {
      #expect(outcome.output.contains(word))
    }
    #expect(try run("score", "--language", "zh", Project.path("Samples/prc-zh-07-readout.md")).output.contains("威胁感知"))
  }

  @Test func annotateReadsStandardInput() throws {
    let outcome = try run("annotate", "-", input: #"{"id":"a","side":"US","text":"We met. They left."}"# + "\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").count == 2 && outcome.output.hasPrefix(#"{"document": "a", "sentence": 0"#))
  }

  @Test(arguments: [
    ["score", "/nowhere/at/all.txt"], ["lexicon", "show", "no/entry"], ["validate", "/nowhere.jsonl"],
  ])
  func wrongInputIsOneLineAndStatusOne(arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
  }

  @Test func wrongUsageIsStatusTwo() throws {
    #expect(try run("score", "--nonsense").status == 2)
    #expect(try run("score", "--side", "mars").status == 2)
  }

  @Test func aBadFileAmongGoodOnesIsStatusThree() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try "---\nside: us\n---\nWe met.\n".write(
      to: folder.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
    try "---\nside: mars\n---\nWe met.\n".write(
      to: folder.appendingPathComponent("b.txt"), atomically: true, encoding: .utf8)
    let outcome = try run("score", folder.path)
    #expect(outcome.status == 3 && outcome.errors.contains("b.txt:2"))
    #expect(outcome.output.contains("United States · a"))
  }

  @Test func anUnwritableOutputLeavesNothingBehind() throws {
    let outcome = try run("score", Project.path("Samples/us-en-01-remarks.md"), "-o", "/nowhere/out.txt")
    #expect(outcome.status == 1 && outcome.errors.contains("cannot write /nowhere/out.txt"))
  }

  @Test func theLexiconExplainsASentence() throws {
    let outcome = try run("lexicon", "explain", "美方应停止打压中国企业。")
    #expect(outcome.status == 0 && outcome.output.contains("agent = US (美方)"))
  }

  @Test func aSentenceOfAFileIsExplained() throws {
    let file = Project.path("Samples/prc-zh-07-readout.md")
    let text = try run("explain", "\(file):9")
    #expect(text.status == 0 && text.output.contains("oppose, by rules/"))
    let json = try run("explain", file, "--format", "json")
    #expect(json.output.split(separator: "\n").count > 10 && json.output.contains("\"findings\": {"))
    let beyond = try run("explain", "\(file):999")
    #expect(beyond.status == 1 && beyond.errors.contains("has no sentence 999"))
    #expect(try run("explain", "missing.txt:3").errors.contains("missing.txt: error: no such file"))
  }

  @Test func coincidingCodersAgreeAndStrangersAreRefused() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func coder(_ name: String, ids: [String]) throws -> String {
      let lines = ids.map { id in
        """
        {"id": "\(id)", "side": "US", "language": "en", "text": "Text.", "codes": {"voice": "own", "decoupling": [], \
        "threat": [], "blame": [], "rationale": [], "recognition": \(id == "1")}}
        """
      }
      let url = folder.appendingPathComponent(name)
      try (lines.joined(separator: "\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
      return url.path
    }
    let first = try coder("a.jsonl", ids: ["1", "2"])
    let same = try run("agreement", first, try coder("b.jsonl", ids: ["2", "1"]), "--format", "csv")
    #expect(same.status == 0 && same.output.contains("recognition,nominal,2,1"))
    let strangers = try run("agreement", first, try coder("c.jsonl", ids: ["3"]))
    #expect(strangers.status == 1 && strangers.errors.contains("shares no id"))
    #expect(try run("agreement", first).status == 2)
  }

  @Test func versionAndHelpAreNoErrors() throws {
    #expect(try run("--version").output.contains("annotation schema"))
    #expect(try run("--help").status == 0)
  }
}
