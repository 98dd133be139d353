import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Segmentation

/// `parallax ngrams`.
struct NgramsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ngrams",
    abstract: "Words that follow each other, with their frequency and association.",
    discussion: """
      A mark ends a run of words. --stop-words leaves out what begins or ends with a word of grammar.

      Examples:
        parallax ngrams corpus.jsonl --where language=en --stop-words
        parallax ngrams corpus.jsonl --length 2-4 --min-frequency 10 --format csv
      """)

  @OptionGroup var words: WordOptions
  @OptionGroup var choice: WordChoice

  @Option(help: "How many words: a number or a range such as 2-4, up to \(NgramGatherer.longest).")
  var length = "2"

  @Option(
    help:
      "By what they are ranked: \(PairMeasure.allCases.map(\.rawValue).joined(separator: ", ")). More than two words rank by mi or frequency."
  )
  var by: PairMeasure = .frequency

  @Option(help: "How often they must occur.")
  var minFrequency = 3

  func validate() throws { _ = try lengths() }

  private func lengths() throws -> ClosedRange<Int> {
    let ends = length.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    if let first = ends.first.flatMap({ $0 }), let last = ends.last.flatMap({ $0 }), ends.count <= 2, first >= 2,
      first <= last, last <= NgramGatherer.longest
    {
      return first...last
    }
    throw ValidationError(
      "--length \(length): write a number from 2 to \(NgramGatherer.longest), or a range such as 2-4")
  }

  func run() async throws {
    let annotator = try words.annotator()
    let isWanted = try choice.filter(annotator)
    var gatherer = NgramGatherer(lengths: try lengths(), voices: words.voices)
    let outcome = try await words.run(annotator) { gatherer.add($0) }
    try InputOptions.check((outcome.coded, 0))
    let found = gatherer.ngrams(by: by, atLeast: minFrequency) { [choice] forms in
      // Inside, grammar holds words together: "rule of law".
      guard let first = forms.first, let last = forms.last, isWanted(first), isWanted(last) else { return false }
      return choice.numbers || forms.allSatisfy { $0.kind == .word }
    }
    guard !found.isEmpty else {
      throw OutputError(
        description: "no \(length) words follow each other \(minFrequency) times; lower --min-frequency")
    }
    let facts = [
      WordReport.Fact("statements", .integer(gatherer.statements)),
      WordReport.Fact(
        "words", .integer(gatherer.size),
        line: "\(gatherer.size) words in \(gatherer.statements) statements, \(found.count) n-grams of \(length) words"),
      WordReport.Fact("ranked_by", .text(by.rawValue)),
    ]
    let options = choice.options + ["--length \(length)", "--min-frequency \(minFrequency)"]
    try words.write(
      .ngrams(
        found, size: gatherer.size, limit: words.rows, isLimited: words.isLimited, facts: facts,
        language: words.language, provenance: words.provenance(annotator, options: options)))
    try InputOptions.check(outcome)
  }
}

/// `parallax cooccurrence`.
struct CooccurrenceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cooccurrence",
    abstract: "Which words, actors or codes share sentences, with measures of association over sentences.",
    discussion: """
      Items are what --item names, each a query of "parallax concordance"; or all actors or all codes; or, with --of words, the
      most frequent words of the files, for which they are read twice.

      Examples:
        parallax cooccurrence corpus.jsonl --of codes
        parallax cooccurrence corpus.jsonl --item 'decoupl*' --item actor:US --item code:threat
        parallax cooccurrence corpus.jsonl --of words --top 200 --format csv
      """)

  /// What shares sentences.
  enum Kind: String, ExpressibleByArgument, CaseIterable { case words, actors, codes }

  @OptionGroup var words: WordOptions
  @OptionGroup var choice: WordChoice

  @Option(help: "What is looked at: words, actors or codes.")
  var of: Kind?

  @Option(help: "A word, pattern, list/entry, actor:CODE or code:CONDITION; may be given again.")
  var item: [String] = []

  @Option(help: "How many of the most frequent words are looked at with --of words.")
  var top = 100

  @Option(help: "By what pairs are ranked: \(PairMeasure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var by: PairMeasure = .logLikelihood

  @Option(help: "How many sentences a pair must share.")
  var minFrequency = 3

  func validate() throws {
    guard (of == nil) != item.isEmpty else {
      throw ValidationError("say what shares sentences: --of words, actors or codes, or --item twice or more")
    }
    if of == nil, item.count < 2 { throw ValidationError("give --item twice or more, or --of") }
    if of == .words, words.input.paths.contains("-") {
      throw ValidationError(
        "--of words reads its files twice, which standard input does not allow; give files, or name words with --item")
    }
    if top < 2 { throw ValidationError("--top \(top): write a number from 2") }
  }

  func run() async throws {
    let annotator = try words.annotator()
    var gatherer = CooccurrenceGatherer(items: try await items(annotator), voices: words.voices)
    let outcome = try await words.run(annotator) { gatherer.add($0) }
    try InputOptions.check((outcome.coded, 0))
    let pairs = gatherer.cooccurrences(by: by, atLeast: minFrequency)
    guard !pairs.isEmpty else {
      let found = gatherer.found.filter { $0.sentences > 0 }.map { "\($0.name) \($0.sentences)" }.prefix(8)
      throw OutputError(
        description: "no two of them share \(minFrequency) sentences; lower --min-frequency; sentences that have one: "
          + (found.isEmpty ? "none" : found.joined(separator: ", ")))
    }
    let facts = [
      WordReport.Fact("statements", .integer(gatherer.statements)),
      WordReport.Fact(
        "sentences", .integer(gatherer.sentences),
        line: "\(gatherer.sentences) sentences in \(gatherer.statements) statements, \(pairs.count) pairs"),
      WordReport.Fact("ranked_by", .text(by.rawValue)), WordReport.Fact("min_frequency", .integer(minFrequency)),
    ]
    try words.write(
      .cooccurrences(
        pairs, limit: words.rows, isLimited: words.isLimited, facts: facts, language: words.language,
        provenance: words.provenance(annotator, options: options)))
    try InputOptions.check(outcome)
  }

  private func items(_ annotator: Annotator) async throws -> CooccurrenceGatherer.Items {
    switch of {
    case nil: return .queries(try item.map { try WordQuery($0, annotator: annotator) })
    case .actors: return .actors
    case .codes: return .codes
    case .words:
      var counts = WordCounts(voices: words.voices)
      _ = try await words.run(annotator) { counts.add($0) }
      let frequent = counts.forms(atLeast: minFrequency, where: try choice.filter(annotator)).prefix(top)
      return .words(Set(frequent.map { counts.form($0).text }))
    }
  }

  private var options: [String] {
    choice.options + (of.map { ["--of \($0.rawValue)"] } ?? []) + item.map { "--item \($0)" }
      + (of == .words ? ["--top \(top)"] : []) + ["--min-frequency \(minFrequency)"]
  }
}
