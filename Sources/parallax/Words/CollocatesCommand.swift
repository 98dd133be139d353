import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting

/// `parallax collocates`.
struct CollocatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collocates",
    abstract: "The words that stand near a word, pattern, lexicon entry, actor or code, with measures of association.",
    discussion: """
      The node is written as the query of "parallax concordance". A window counts words inside the sentence, marks left out;
      what is expected by chance counts the places that the windows really have. ΔP → says how much the node raises the
      chance of the word, ΔP ← how much the word raises that of the node.

      Examples:
        parallax collocates decoupling corpus.jsonl --stop-words
        parallax collocates 脱钩 corpus.jsonl --left 3 --right 3 --by log-likelihood
        parallax collocates actor:US corpus.jsonl --span sentence --format csv
      """)

  /// How near a collocate must stand.
  enum Span: String, ExpressibleByArgument, CaseIterable { case window, sentence }

  @Argument(help: "The node: a word, pattern, list/entry, actor:CODE or code:CONDITION.")
  var node: String

  @OptionGroup var words: WordOptions
  @OptionGroup var choice: WordChoice
  @OptionGroup var codes: CodeOptions

  @Option(help: "How near: window, or sentence, which counts sentences.")
  var span: Span = .window

  @Option(help: "How many words before the node.")
  var left = 5

  @Option(help: "How many words behind the node.")
  var right = 5

  @Option(help: "By what words are ranked: \(PairMeasure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var by: PairMeasure = .logDice

  @Option(help: "How often a word must stand near the node.")
  var minFrequency = 3

  func validate() throws {
    if left < 0 || right < 0 || left + right == 0 {
      throw ValidationError("--left and --right: write numbers from 0, not both 0")
    }
  }

  func run() async throws {
    let annotator = try words.annotator()
    let query = try WordQuery(node, annotator: annotator)
    var gatherer = CollocateGatherer(
      query: query, conditions: codes.code, span: span == .sentence ? .sentence : .window(left: left, right: right),
      voices: words.voices)
    let outcome = try await words.run(annotator) { gatherer.add($0) }
    try InputOptions.check((outcome.coded, 0))
    guard gatherer.nodes > 0 else { throw NothingFound.error(query, conditions: codes.code, gatherer.statements) }
    let collocates = gatherer.collocates(by: by, atLeast: minFrequency, where: try choice.filter(annotator))
    guard !collocates.isEmpty else {
      throw OutputError(
        description:
          "no word stands \(minFrequency) times near \(query) (found \(gatherer.nodes) times); lower --min-frequency"
      )
    }
    try words.write(
      .collocates(
        collocates, limit: words.rows, isLimited: words.isLimited, facts: facts(gatherer, query),
        language: words.language, provenance: words.provenance(annotator, options: options)))
    try InputOptions.check(outcome)
  }

  private func facts(_ gatherer: CollocateGatherer, _ query: WordQuery) -> [WordReport.Fact] {
    let isSentence = span == .sentence
    let unit = isSentence ? "sentences" : "words"
    let where_ = isSentence ? "same sentence" : "\(left) words before, \(right) behind, inside the sentence"
    return [
      WordReport.Fact("node", .text(query.description)),
      WordReport.Fact(
        "node_count", .integer(gatherer.nodes),
        line:
          "\(query.description): \(gatherer.nodes) \(isSentence ? "sentences" : "places") in \(gatherer.statements) statements, \(gatherer.size) \(unit); \(where_)"
      ),
      WordReport.Fact("statements", .integer(gatherer.statements)), WordReport.Fact(unit, .integer(gatherer.size)),
      WordReport.Fact("span", .text(isSentence ? "sentence" : "\(left)L \(right)R")),
      WordReport.Fact("ranked_by", .text(by.rawValue)), WordReport.Fact("min_frequency", .integer(minFrequency)),
    ]
  }

  private var options: [String] {
    choice.options + codes.options + [span == .sentence ? "--span sentence" : "--left \(left) --right \(right)"]
      + ["--min-frequency \(minFrequency)"]
  }
}
