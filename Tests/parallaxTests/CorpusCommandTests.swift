import CorpusStore
import DiscourseModel
import Foundation
import Segmentation
import TestSupport
import Testing

/// Runs the built program on corpora.
@Suite struct CorpusCommandTests {
  private let folder: URL
  private var corpus: String { folder.appendingPathComponent("c.sqlite").path }
  private let samples = Project.path("Samples")

  init() throws { folder = try Project.temporaryFolder() }

  private func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  @Test(arguments: [
    ["annotate"], ["score", "--format", "json"], ["score", "--format", "csv", "--where", "side=PRC"], ["text"],
    ["tokenize"],
    ["annotate", "--side", "prc"], ["concordance", "trade"], ["concordance", "decoupl*", "--sort", "R1"],
    ["annotate", "--input-language", "zh"], ["codesheet", "--size", "20"],
  ])
  func everyCommandAnswersFromACorpusAsFromItsFiles(command: [String]) throws {
    #expect(try Program.run(["corpus", "build", corpus, samples]).status == 0)
    let direct = try Program.run(command + [samples])
    let stored = try Program.run(command + [corpus])
    #expect(direct.status == 0 && stored.status == 0 && stored.errors.isEmpty)
    #expect(stored.output == direct.output)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func aCorpusIsKnownByItsFirstBytesAndMixesWithFiles() throws {
    let a = try file("a.md", "---\nside: us\n---\nWe oppose decoupling.\n")
    let b = try file("b.md", "---\nside: prc\n---\nWe oppose decoupling too.\n")
    let named = folder.appendingPathComponent("china").path
    #expect(try Program.run(["corpus", "build", named, a]).status == 0)
    let mixed = try Program.run(["annotate", named, b])
    #expect(mixed.status == 0)
    #expect(mixed.output == (try Program.run(["annotate", a, b]).output))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func whatIsExportedBuildsTheSameCorpus() throws {
    let copy = folder.appendingPathComponent("copy.sqlite").path
    let exported = folder.appendingPathComponent("out.jsonl").path
    #expect(try Program.run(["corpus", "build", corpus, samples]).status == 0)
    #expect(try Program.run(["corpus", "export", corpus, "-o", exported]).status == 0)
    #expect(try Program.run(["corpus", "build", copy, exported]).status == 0)
    #expect(try Program.run(["annotate", copy]).output == Program.run(["annotate", samples]).output)
    #expect(try Program.run(["corpus", "export", copy]).output == String(contentsOfFile: exported, encoding: .utf8))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func infoSaysWhatACorpusHolds() throws {
    #expect(try Program.run(["corpus", "build", corpus, samples]).status == 0)
    let info = try Program.run(["corpus", "info", corpus])
    // What changes with the machine, and with every change of a list, is left out.
    let lines = info.output.split(separator: "\n").filter { line in
      !["ICU", "lexicons", "coded by", "words  ", "─"].contains { line.contains($0) }
    }
    let text = lines.map {
      $0.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: ": ")
    }
    let golden = "Tests/parallaxTests/Golden/corpus-info.txt"
    #expect(Golden.difference(of: text.joined(separator: "\n") + "\n", from: golden) == nil)
    let schema = try Program.run(["corpus", "info", corpus, "--schema"])
    #expect(Golden.difference(of: schema.output, from: "Tests/parallaxTests/Golden/corpus-schema.sql") == nil)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func statementsAreAddedListedAndRemoved() throws {
    let a = try file("a.md", "---\nside: us\ndate: 2020-01-02\n---\nWe met.\n")
    let line = #"{"id": "b", "side": "PRC", "text": "They left."}"# + "\n"
    #expect(try Program.run(["corpus", "build", corpus, a]).errors == "\(corpus): 1 coded\n")
    #expect(try Program.run(["corpus", "add", corpus, "-"], input: line).errors == "\(corpus): 1 coded, 1 unchanged\n")
    let list = try Program.run(["corpus", "list", corpus, "--format", "csv"]).output
    #expect(
      list == "id,side,date,language,institution,title,sentences,words\na,US,2020-01-02,en,,,1,2\nb,PRC,,en,,,1,2\n")
    #expect(try Program.run(["corpus", "remove", corpus, "b", "nobody"]).status == 1)
    #expect(try Program.run(["corpus", "remove", corpus, "b"]).errors == "\(corpus): 1 removed\n")
    #expect(try Program.run(["corpus", "list", corpus, "--files", "--format", "csv"]).output.contains("\(a),1,0"))
    try FileManager.default.removeItem(at: folder)
  }

  @Test func wrongUseIsToldApartFromWrongInput() throws {
    #expect(try Program.run(["corpus", "build", corpus]).status == 2)
    #expect(try Program.run(["corpus", "build", corpus, samples, "--where", "side=US"]).status == 2)
    #expect(try Program.run(["score", corpus]).status == 1)
    let bad = try file("bad.jsonl", "{\"id\": \"a\", \"side\": \"US\", \"text\": \"We met.\"}\n{\n")
    #expect(try Program.run(["corpus", "build", corpus, bad]).status == 3)
    #expect(try Program.run(["corpus", "build", corpus, bad]).status == 3)
    try FileManager.default.removeItem(at: folder)
  }

  @Test func aBuildThatIsKilledAgainAndAgainEndsAsOneThatIsNot() async throws {
    let words = ["decoupling", "China", "we", "oppose", "threat", "trade", "must", "stop", "walls", "ports"]
    var random = RandomText(seed: 11)
    let lines = (0..<2000).map { number in
      let text = (0..<(3 + random.below(9))).map { _ in words[random.below(words.count)] }.joined(separator: " ")
      return
        "{\"id\": \"s\(number)\", \"side\": \"\(number.isMultiple(of: 2) ? "US" : "PRC")\", \"text\": \"\(text).\"}\n"
    }
    let input = try file("in.jsonl", lines.joined())
    let whole = folder.appendingPathComponent("whole.sqlite").path
    #expect(try Program.run(["corpus", "build", whole, input]).status == 0)
    var ended = false
    var kills = 0
    while !ended, kills < 6 {
      ended = try Program.kill(["corpus", "build", corpus, input], afterSeconds: 0.2 + Double(random.below(120)) / 100)
      kills += 1
    }
    #expect(try Program.run(["corpus", "build", corpus, input]).status == 0)
    let (one, other) = (try CorpusStore(reading: whole), try CorpusStore(reading: corpus))
    #expect(try other.isWhole() && one.summaries() == other.summaries())
    func forms(_ store: CorpusStore) throws -> [String] {
      try store.vocabulary().map { "\($0.form.text) \($0.occurrences) \($0.statements)" }.sorted()
    }
    #expect(try forms(one) == forms(other))
    #expect(try Program.run(["annotate", whole]).output == Program.run(["annotate", corpus]).output)
    try FileManager.default.removeItem(at: folder)
  }
}
