import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting

/// `parallax concordance`.
struct ConcordanceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance",
    abstract: "Every place where a word, pattern, lexicon entry, actor or code stands, with the words around it.",
    usage:
      "parallax concordance [<options>] <query> [<paths> ...]\n       parallax concordance [<options>] --code <condition> [<paths> ...]",
    discussion: """
      The query is a word or words (decoupling, 脱钩, "national security"), a pattern (decoupl*, *钩), an entry of a lexicon
      (threat/coercion, threat/*), an actor (actor:US) or a code (code:blame.target=US). With --code there is no query: what
      carries the code is shown; add --query to look for a word in such sentences.

      Examples:
        parallax concordance "decoupl*" speech.txt --sort R1,R2
        parallax concordance 脱钩 corpus.jsonl --where side=PRC --sort date
        parallax concordance --code blame.target=US --code blame.type=accusation corpus.jsonl
        parallax concordance --code decoupling.stance=oppose --query 科技 corpus.jsonl
        parallax concordance actor:TW corpus.jsonl --sample 100 --format csv -o lines.csv
      """)

  @OptionGroup var words: WordOptions
  @OptionGroup var codes: CodeOptions

  @Option(help: "What is looked for in sentences with the code, together with --code.")
  var query: String?

  @Option(
    help:
      "What lines are sorted by: L1 to L9 and R1 to R9 (words before and behind), node, match, document, date, side.")
  var sort: String?

  @Option(help: "How many words and marks are shown on each side.")
  var context = 15

  @Option(help: "Show so many lines, drawn at random.")
  var sample: Int?

  @Option(help: "The seed of the sample.")
  var seed: UInt64 = 1

  func validate() throws {
    if query != nil, codes.code.isEmpty {
      throw ValidationError("--query goes with --code; without it, write the query before the paths")
    }
    if codes.code.isEmpty, words.input.paths == ["-"] {
      throw ValidationError("write what is looked for, then the paths: parallax concordance QUERY PATH…")
    }
    if context < 0 { throw ValidationError("--context \(context): write a number from 0") }
    if let sample, sample < 1 { throw ValidationError("--sample \(sample): write a number above 0") }
    _ = try orders()
  }

  func run() async throws {
    let annotator = try words.annotator()
    let (query, paths) = try subject(annotator)
    var gatherer = ConcordanceGatherer(
      query: query, conditions: codes.code, voices: words.voices, context: context, sample: sample, seed: seed)
    let outcome = try await words.input.runWithWords(annotator, paths: paths, for: query) { gatherer.add($0) }
    try InputOptions.check((outcome.coded, 0))
    guard gatherer.found > 0 else { throw NothingFound.error(query, conditions: codes.code, outcome.coded) }
    let facts = [
      WordReport.Fact("query", .text(query.description)), WordReport.Fact("statements", .integer(outcome.coded)),
      WordReport.Fact(
        "found", .integer(gatherer.found),
        line: "\(query.description): \(gatherer.found) places in \(outcome.coded) statements"
          + (sample.map { $0 < gatherer.found ? ", \($0) of them drawn with seed \(seed)" : "" } ?? "")),
      WordReport.Fact("seed", sample == nil ? .null : .integer(Int(clamping: seed))),
    ]
    let report = ConcordanceReport(
      gatherer.lines, by: try orders(), limit: words.rows, isLimited: words.isLimited, facts: facts,
      language: words.language, provenance: words.provenance(annotator, options: codes.options))
    try Output.write(report.rendered(as: words.format, width: Output.width), to: words.output)
    try InputOptions.check(outcome)
  }

  /// What is looked for, and where.
  private func subject(_ annotator: Annotator) throws -> (WordQuery, [String]) {
    let typed = words.input.paths
    if !codes.code.isEmpty {
      return (try query.map { try WordQuery($0, annotator: annotator) } ?? WordQuery(codes: codes.code), typed)
    }
    let rest = Array(typed.dropFirst())
    return (try WordQuery(typed[0], annotator: annotator), rest.isEmpty ? ["-"] : rest)
  }

  private func orders() throws -> [ConcordanceOrder] {
    try (sort ?? "").split(separator: ",").map { name in
      guard let order = ConcordanceOrder(parsing: String(name)) else {
        throw ValidationError("--sort \(name): write L1 to L9, R1 to R9, node, match, document, date or side")
      }
      return order
    }
  }
}

/// What a user is told where nothing was found.
enum NothingFound {
  static func error(_ query: WordQuery, conditions: [CodeCondition], _ statements: Int) -> OutputError {
    let codes = conditions.isEmpty ? "" : " with \(conditions.map { "--code \($0)" }.joined(separator: " "))"
    let hint =
      query.isOfWords
      ? "; words are whole words: *\(query)* finds it inside of others, --voice in quotations"
      : "; --voice finds it in quotations and questions too"
    return OutputError(description: "\(query) does not stand in these \(statements) statements\(codes)\(hint)")
  }
}
