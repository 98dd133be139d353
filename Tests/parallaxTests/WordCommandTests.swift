import Foundation
import TestSupport
import Testing

/// The commands for words as their users run them.
@Suite struct WordCommandTests {
  private func run(_ arguments: [String], input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, input: input)
  }

  /// Documents in JSON Lines, two a side.
  private let corpus = """
    {"id":"a","side":"US","date":"2019-05","text":"We trade. Our trade is open trade."}
    {"id":"b","side":"US","date":"2021-02","text":"We met. Our talks were open."}
    {"id":"c","side":"PRC","date":"2020","text":"China trades with all. Cooperation is open."}
    {"id":"d","side":"PRC","date":"2022-01-01","text":"China seeks cooperation, not decoupling. Cooperation helps China. The United States is smearing China."}

    """

  @Test func keywordsOfGroupsGivenByConditions() throws {
    let outcome = try run(
      ["keywords", "--target", "side=US", "--reference", "side=PRC", "--min-frequency", "2", "--format", "csv"],
      input: corpus)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let rows = outcome.output.split(separator: "\n")
    #expect(rows.first?.hasPrefix("word,of,target_count,reference_count") == true)
    #expect(rows.contains { $0.hasPrefix("cooperation,side=PRC,0,3,") })
    let table = try run(
      ["keywords", "--target", "side=US", "--by", "log-ratio", "--min-frequency", "2"], input: corpus)
    #expect(table.output.contains("target: side=US, 2 statements") && table.output.contains("all others"))
  }

  @Test func keywordsOfGroupsGivenByPathsOrAList() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ text: String) throws -> String {
      let url = folder.appendingPathComponent(name)
      try Data(text.utf8).write(to: url)
      return url.path
    }
    let lines = corpus.split(separator: "\n")
    let first = try file("first.jsonl", lines[0] + "\n" + lines[1] + "\n")
    let second = try file("second.jsonl", lines[2] + "\n" + lines[3] + "\n")
    let list = try file("list.txt", "open 90\ntrade 2\n")
    let byPaths = try run(
      ["keywords", "--target", first, "--reference", second, "--min-frequency", "3", "--format", "json"])
    #expect(byPaths.status == 0 && byPaths.output.contains("\"words_compared\": "))
    let byList = try run(["keywords", first, "--word-list", list, "--min-frequency", "3", "--format", "tsv"])
    #expect(byList.status == 0 && byList.output.contains("\ntrade\ttarget\t3\t2\t"), "\(byList.errors)")
    let bad = try run(["keywords", first, "--word-list", try file("bad.txt", "open 1\nnothing\n")])
    #expect(bad.status == 1 && bad.errors.contains("bad.txt:2: error: write a word and its frequency"))
  }

  @Test func concordancesOfWordsAndCodes() throws {
    let words = try run(["concordance", "decoupl*", "-", "--format", "jsonl"], input: corpus)
    #expect(
      words.status == 0 && words.output.contains("\"node\": \"decoupling\"") && words.output.contains("\"sentence\": 0")
    )
    let codes = try run(["concordance", "--code", "blame.target=US", "--query", "china", "-"], input: corpus)
    #expect(codes.status == 0 && codes.output.contains("china: 1 places in 4 statements"), "\(codes.errors)")
    #expect(codes.output.contains("d:2 2022-01-01 PRC"))
  }

  @Test(arguments: [
    (["collocates", "open"], "table"), (["dispersion", "open"], "json"), (["ngrams"], "jsonl"),
    (["frequency", "--stop-words"], "markdown"), (["cooccurrence", "--item", "open", "--item", "trade"], "tsv"),
  ])
  func everyFormIsWritten(arguments: [String], form: String) throws {
    let frequency = arguments[0] == "dispersion" ? [] : ["--min-frequency", "1"]
    let outcome = try run(arguments + ["-", "--format", form] + frequency, input: corpus)
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains("open"), "\(outcome.output)")
  }

  @Test(arguments: [
    (["concordance", "nowhere", "-"], 1, "does not stand in these 4 statements; words are whole words: *nowhere*"),
    (["concordance", "actor:MARS", "-"], 1, "no actor; write one of"),
    (["concordance"], 2, "write what is looked for, then the paths"),
    (["concordance", "trade", "-", "--sort", "X"], 2, "write L1 to L9"),
    (["concordance", "--code", "blame.target=Mars", "-"], 2, "target is one of US"),
    (["concordance", "trade", "-", "--query", "open"], 2, "--query goes with --code"),
    (["collocates", "trade", "-", "--left", "0", "--right", "0"], 2, "not both 0"),
    (["collocates", "met", "-", "--min-frequency", "9"], 1, "lower --min-frequency"),
    (["frequency", "-", "--min-frequency", "99"], 1, "no word occurs 99 times"),
    (["frequency", "-", "--where", "side=mars"], 2, "US or PRC"),
    (["frequency", "-", "--where", "genre=ode"], 1, "no statement fulfils --where genre=ode"),
    (["ngrams", "-", "--length", "1"], 2, "from 2 to 8"),
    (["cooccurrence", "-"], 2, "say what shares sentences"), (["cooccurrence", "-", "--of", "words"], 2, "twice"),
    (["cooccurrence", "-", "--item", "trade", "--item", "nowhere"], 1, "sentences that have one: trade 2"),
    (["keywords", "-"], 2, "say what is compared"), (["keywords", "--target", "side=mars"], 2, "US or PRC"),
    (["keywords", "--target", "genre=ode"], 1, "the target (genre=ode) has no words"),
    (["keywords", "--target", "date>=2019"], 1, "the reference (all others) has no words"),
    (["keywords", "--target", "side=US", "--reference", "date>=2019"], 1, "is both target and reference"),
    (["keywords", "--target", "/nowhere.txt"], 2, "say what the target is compared with"),
  ])
  func whatIsWrongIsOneClearLine(arguments: [String], status: Int32, message: String) throws {
    let outcome = try run(arguments, input: corpus)
    #expect(outcome.status == status && outcome.output.isEmpty, "\(outcome.status) \(outcome.output)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    if status == 1 { #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)") }
  }

  @Test func bothLanguagesTogetherAreAWarning() throws {
    let outcome = try run(
      ["frequency", "-", "--limit", "1"], input: corpus + #"{"id":"e","side":"PRC","text":"双方应加强合作。"}"# + "\n")
    #expect(outcome.status == 0 && outcome.errors.contains("statements in both languages"))
  }
}
