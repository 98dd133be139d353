import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Segmentation
import Statistics

/// `parallax frequency`.
struct FrequencyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frequency",
    abstract: "The words of statements by frequency, with how evenly they are spread over documents.",
    discussion: """
      Examples:
        parallax frequency corpus.jsonl --where side=US --stop-words
        parallax frequency speech.txt --min-frequency 2 --format csv
      """)

  @OptionGroup var words: WordOptions
  @OptionGroup var choice: WordChoice

  @Option(help: "How often a word must occur.")
  var minFrequency = 1

  func run() async throws {
    let annotator = try words.annotator()
    var counts = WordCounts(voices: words.voices)
    let outcome = try await words.run(annotator) { counts.add($0) }
    try InputOptions.check((outcome.coded, 0))
    let parts = counts.parts
    let found = counts.forms(atLeast: minFrequency, where: try choice.filter(annotator)).compactMap { number in
      Dispersion(counts: counts.counts(of: number).map { (part: $0.document, count: $0.count) }, over: parts)
        .map { WordSpread(word: counts.form(number).text, spread: $0) }
    }
    guard !found.isEmpty else {
      throw OutputError(description: "no word occurs \(minFrequency) times; lower --min-frequency, or see --voice")
    }
    let facts = [
      WordReport.Fact("statements", .integer(counts.documents.count)),
      WordReport.Fact(
        "words", .integer(counts.size),
        line: "\(counts.size) words in \(counts.documents.count) statements, \(found.count) different ones listed"),
    ]
    let options = choice.options + (minFrequency > 1 ? ["--min-frequency \(minFrequency)"] : [])
    try words.write(
      .frequencies(
        found, size: counts.size, limit: words.rows, isLimited: words.isLimited, facts: facts,
        language: words.language, provenance: words.provenance(annotator, options: options)))
    try InputOptions.check(outcome)
  }
}

/// `parallax dispersion`.
struct DispersionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispersion",
    abstract: "How evenly a word, pattern, lexicon entry, actor or code is spread over documents.",
    discussion: """
      What is looked for is written as the query of "parallax concordance". DP is 0 where each document has its share and 1
      where one small document has all (Gries 2008); Juilland's D, Rosengren's S and DA are 1 for an even spread.

      Examples:
        parallax dispersion 脱钩 corpus.jsonl
        parallax dispersion "decoupl*" corpus.jsonl --documents --format csv
      """)

  @Argument(help: "What is looked for: a word, pattern, list/entry, actor:CODE or code:CONDITION.")
  var query: String

  @OptionGroup var words: WordOptions
  @OptionGroup var codes: CodeOptions

  @Flag(help: "List the documents with their counts, those without it too.")
  var documents = false

  func run() async throws {
    let annotator = try words.annotator()
    let query = try WordQuery(query, annotator: annotator)
    var gatherer = SpreadGatherer(query: query, conditions: codes.code, voices: words.voices)
    let outcome = try await words.run(annotator) { gatherer.add($0) }
    try InputOptions.check((outcome.coded, 0))
    guard let frequency = gatherer.frequency else {
      throw NothingFound.error(query, conditions: codes.code, gatherer.documents.count)
    }
    let facts = [
      WordReport.Fact("query", .text(query.description)),
      WordReport.Fact("statements", .integer(gatherer.documents.count)),
      WordReport.Fact(
        "words", .integer(gatherer.size),
        line:
          "\(query): \(frequency.spread.frequency) times in \(frequency.spread.range) of \(gatherer.documents.count) statements, \(gatherer.size) words"
      ),
    ]
    let provenance = words.provenance(annotator, options: codes.options)
    try words.write(
      documents
        ? .documents(
          gatherer.documents, limit: words.rows, isLimited: words.isLimited, facts: facts, notes: [],
          language: words.language, provenance: provenance)
        : .dispersion(
          frequency, size: gatherer.size, facts: facts, notes: [], language: words.language, provenance: provenance))
    try InputOptions.check(outcome)
  }
}
