import ArgumentParser
import DiscourseModel
import Foundation
import ParallaxKit
import Reporting
import Statistics

/// `parallax keywords`.
struct KeywordsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords",
    abstract: "The words that tell one group of statements from another, with effect sizes and tests by document.",
    discussion: """
      Target and reference are paths, or conditions on the metadata of the files given; without a reference the target is
      compared with all other statements, with --word-list with a list of words and frequencies.

      Words are ranked by the conservative log ratio: what the difference is at least, at 95 % over all words together.
      The tests resample documents, since words of one document are not independent; q is after Benjamini–Hochberg.

      Examples:
        parallax keywords corpus.jsonl --target side=US --reference side=PRC --where language=en
        parallax keywords --target us/*.txt --reference prc/*.txt --by log-likelihood --format csv
        parallax keywords corpus.jsonl --target 'date>=2018-07' --stop-words
        parallax keywords speech.txt --word-list written-english.tsv
      """)

  @OptionGroup var words: WordOptions
  @OptionGroup var choice: WordChoice

  @Option(
    parsing: .upToNextOption, help: "The target: paths, or conditions such as side=US, all of which must hold.")
  var target: [String] = []

  @Option(parsing: .upToNextOption, help: "The reference, likewise; all other statements if not given.")
  var reference: [String] = []

  @Option(help: "A list of words and their frequencies as reference: a word and a number a line.")
  var wordList: String?

  @Option(help: "How many words the corpus behind the list has; the sum of the list if not given.")
  var wordListSize: Int?

  @Option(help: "By what words are ranked: \(KeywordMeasure.allCases.map(\.rawValue).joined(separator: ", ")).")
  var by: KeywordMeasure = .conservativeLogRatio

  @Option(help: "How often a word must occur in target and reference together.")
  var minFrequency = 5

  @Option(help: "In how many documents of its side a word must stand.")
  var minDocuments = 1

  @Option(
    help: "The size in words of the prior of log-odds, shared out as the words are in target and reference together.")
  var prior = 1000.0

  @Option(help: "How many draws the tests make at most; 0 leaves them out.")
  var replicates = 9999

  @Option(help: "The seed of the tests.")
  var seed: UInt64 = 1

  func validate() throws {
    if wordList != nil, !reference.isEmpty {
      throw ValidationError("--reference and --word-list exclude each other; give one")
    }
    if target.isEmpty, wordList == nil {
      throw ValidationError("say what is compared: --target and --reference (paths or conditions), or --word-list")
    }
    if replicates < 0 { throw ValidationError("--replicates \(replicates): write a number from 0") }
    if !(prior > 0) { throw ValidationError("--prior \(prior): write a number above 0") }
  }

  func run() async throws {
    let annotator = try words.annotator()
    let groups = try KeywordGroups(self)
    var counts = WordCounts(voices: words.voices)
    let outcome = try await gather(groups, annotator, &counts)
    try InputOptions.check((outcome.coded, 0))
    try groups.check(counts, hasList: wordList != nil)
    var analysis = KeywordAnalysis(counts, against: try list().map { .list($0) } ?? .documents)
    (analysis.minimum, analysis.minimumDocuments) = (minFrequency, minDocuments)
    (analysis.priorSize, analysis.replicates, analysis.seed) = (prior, replicates, seed)
    let keywords = analysis.keywords(where: try choice.filter(annotator))
    guard !keywords.isEmpty else {
      throw OutputError(description: "no word occurs \(minFrequency) times; lower --min-frequency or give more text")
    }
    try words.write(report(keywords, analysis, counts, groups, annotator))
    try InputOptions.check(outcome)
  }

  private func gather(
    _ groups: KeywordGroups, _ annotator: Annotator, _ counts: inout WordCounts
  ) async throws -> (coded: Int, failed: Int) {
    var sum = (coded: 0, failed: 0)
    for part in groups.parts {
      let outcome = try await words.run(annotator, paths: part.paths) { statement in
        if let group = try part.group(statement.metadata) { counts.add(statement, group: group) }
      }
      sum = (sum.coded + outcome.coded, sum.failed + outcome.failed)
    }
    return sum
  }

  private func list() throws -> WordList? {
    try wordList.map { try WordList(SegmentationOptions.text(at: $0), file: $0, size: wordListSize) }
  }

  private func report(
    _ keywords: [Keyword], _ analysis: KeywordAnalysis, _ counts: WordCounts, _ groups: KeywordGroups,
    _ annotator: Annotator
  ) -> WordReport {
    func side(_ name: String, _ title: String, _ group: Int, size: Int) -> WordReport.Fact {
      let statements = counts.documents.count { $0.group == group }
      let isList = group == KeywordAnalysis.reference && wordList != nil
      return WordReport.Fact(
        name,
        .object([
          ("name", .text(title)), ("statements", isList ? .null : .integer(statements)), ("words", .integer(size)),
        ]), line: "\(name): \(title)" + (isList ? "" : ", \(statements) statements") + ", \(size) words")
    }
    let facts = [
      side("target", groups.names.target, KeywordAnalysis.target, size: analysis.targetSize),
      side("reference", groups.names.reference, KeywordAnalysis.reference, size: analysis.referenceSize),
      WordReport.Fact("words_compared", .integer(keywords.count), line: "words compared: \(keywords.count)"),
      WordReport.Fact("ranked_by", .text(by.rawValue)),
      WordReport.Fact("prior_size", .number(prior)), WordReport.Fact("level", .number(analysis.level)),
      WordReport.Fact("replicates", .integer(analysis.canTest ? replicates : 0)),
      WordReport.Fact("seed", .integer(Int(clamping: seed))),
    ]
    return .keywords(
      keywords, by: by, limit: words.rows, isLimited: words.isLimited, names: groups.names, facts: facts,
      notes: notes(analysis), language: words.language,
      provenance: words.provenance(annotator, options: options))
  }

  private func notes(_ analysis: KeywordAnalysis) -> [String] {
    var notes = [
      "LRC: conservative log ratio, 95 % over all words; z: log-odds under an informative prior, variance of two terms;",
      "DP: spread over the documents of its side, 0 even, 1 uneven.",
    ]
    if analysis.canTest {
      notes.append("q: tests by document, at most \(replicates) draws, seed \(seed), after Benjamini–Hochberg.")
    } else if replicates > 0 {
      notes.append("No tests by document: they need two statements on each side.")
    }
    return notes
  }

  private var options: [String] {
    var options = choice.options + ["--min-frequency \(minFrequency)"]
    if minDocuments > 1 { options.append("--min-documents \(minDocuments)") }
    if let wordList { options.append("--word-list \(wordList)") }
    if let wordListSize { options.append("--word-list-size \(wordListSize)") }
    return options
  }
}

/// Which statements are the target and which the reference.
struct KeywordGroups {
  /// Files that are read, and the group of each of their statements.
  struct Part {
    var paths: [String]
    /// The group; nil for a statement of neither.
    var group: (Metadata) throws -> Int?
  }

  /// What is read, in order.
  let parts: [Part]
  /// What target and reference are called.
  let names: (target: String, reference: String)

  /// Groups as they were typed.
  init(_ command: KeywordsCommand) throws {
    let target = try Self.split(command.target)
    let reference = try Self.split(command.reference)
    func name(_ conditions: [MetadataFilter], _ role: String) -> String {
      conditions.isEmpty ? role : conditions.map(\.description).joined(separator: " ")
    }
    let given = command.words.input.paths == ["-"] ? [] : command.words.input.paths
    names = (
      name(target.conditions, "target"),
      command.wordList ?? name(reference.conditions, target.conditions.isEmpty ? "reference" : "all others")
    )
    if target.conditions.isEmpty, reference.conditions.isEmpty {
      parts = try Self.byPaths(target.paths, reference.paths, given: given, hasList: command.wordList != nil)
      return
    }
    // Paths behind conditions are files to look through, wherever they were typed.
    let paths = given + target.paths + reference.paths
    guard !target.conditions.isEmpty else {
      throw ValidationError("--target is paths and --reference conditions; write both in one way")
    }
    let (wanted, others) = (target.conditions, reference.conditions)
    let hasList = command.wordList != nil
    parts = [
      Part(paths: paths.isEmpty ? ["-"] : paths) { metadata in
        let isTarget = wanted.match(metadata)
        let isReference = !others.isEmpty && others.match(metadata)
        guard !(isTarget && isReference) else {
          throw OutputError(
            description: "\(metadata.id) is both target and reference; write conditions that exclude each other")
        }
        if isTarget { return KeywordAnalysis.target }
        return isReference || (others.isEmpty && !hasList) ? KeywordAnalysis.reference : nil
      }
    ]
  }

  private static func byPaths(
    _ target: [String], _ reference: [String], given: [String], hasList: Bool
  ) throws -> [Part] {
    func part(_ paths: [String], _ group: Int) -> Part { Part(paths: paths) { _ in group } }
    if target.isEmpty { return [part(given.isEmpty ? ["-"] : given, KeywordAnalysis.target)] }
    if hasList {
      guard given.isEmpty else { throw ValidationError("give the files behind --target or without it, not both") }
      return [part(target, KeywordAnalysis.target)]
    }
    // Files without an option before them are the reference, where there is no other.
    guard reference.isEmpty != given.isEmpty else {
      throw ValidationError("say what the target is compared with: --reference PATH…, --word-list FILE, or conditions")
    }
    return [part(target, KeywordAnalysis.target), part(reference + given, KeywordAnalysis.reference)]
  }

  /// Conditions and paths; what exists as a file is a path.
  private static func split(_ values: [String]) throws -> (conditions: [MetadataFilter], paths: [String]) {
    var (conditions, paths): ([MetadataFilter], [String]) = ([], [])
    for value in values {
      guard !FileManager.default.fileExists(atPath: value) else {
        paths.append(value)
        continue
      }
      do {
        conditions.append(try MetadataFilter(parsing: value))
      } catch MetadataFilter.ParsingError.noRelation {
        paths.append(value)
      } catch {
        throw ValidationError("\(error)")
      }
    }
    return (conditions, paths)
  }

  /// Both groups must have words.
  func check(_ counts: WordCounts, hasList: Bool) throws {
    func needsWords(_ group: Int, _ role: String, _ name: String) throws {
      guard counts.size(ofGroup: group) == 0 else { return }
      throw OutputError(
        description: "the \(role) (\(name)) has no words in these files; check its conditions or paths, and --voice")
    }
    try needsWords(KeywordAnalysis.target, "target", names.target)
    if !hasList { try needsWords(KeywordAnalysis.reference, "reference", names.reference) }
  }
}
