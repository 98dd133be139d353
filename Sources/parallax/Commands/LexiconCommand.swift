import ArgumentParser
import DiscourseAnalysis
import DiscourseModel
import Lexicon
import ParallaxKit
import Reporting
import Segmentation

/// `parallax lexicon`.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon", abstract: "Lists, shows, proves and explains the lexicons.",
    subcommands: [List.self, Show.self, Check.self, Explain.self])

  /// Lexicons beside the bundled ones.
  struct Options: ParsableArguments {
    @Option(help: "A lexicon file or folder to add; may be given again.")
    var lexicon: [String] = []
  }

  /// `parallax lexicon list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists all entries.")

    /// The forms of output.
    enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, tsv, json, jsonl, markdown }

    @OptionGroup var options: Options
    @Option(help: "table, csv, tsv, json, jsonl or markdown.")
    var format: Format = .table

    func run() async throws {
      let library = try LexiconLibrary(adding: options.lexicon)
      let rows = library.lexicon.entries.map { entry -> [Cell] in
        func terms(_ language: Language) -> Cell {
          let all = entry.terms.filter { $0.language == language }.map(\.notation).joined(separator: "; ")
          return .text(format == .table ? DisplayWidth.truncate(all, to: 40) : all)
        }
        return [.text(entry.citation), .text(entry.role.rawValue), terms(.en), terms(.zh)]
      }
      let table = Table(columns: ["entry", "role", "en", "zh"], rows: rows)
      Output.standard.write(table.rendered(as: Table.Format(rawValue: format.rawValue) ?? .table))
    }
  }

  /// `parallax lexicon show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shows an entry: parallax lexicon show threat/coercion.")

    @OptionGroup var options: Options
    @Argument(help: "The entry as list/entry.")
    var entry: String

    func run() async throws {
      let library = try LexiconLibrary(adding: options.lexicon)
      guard let found = library.lexicon.entry(citedAs: entry) else {
        throw OutputError(description: "there is no entry \(entry); parallax lexicon list shows all")
      }
      Output.standard.write(LexiconText.entry(found))
    }
  }

  /// `parallax lexicon check`.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Proves that every entry fires in its examples and keeps silent in its counter-examples.")

    @Argument(help: "Lexicon files or folders of your own, checked together with the bundled ones.")
    var files: [String] = []

    func run() async throws {
      let outcome = try LexiconCheck(try LexiconLibrary(adding: files)).run()
      for diagnostic in outcome.diagnostics { Output.error.write(diagnostic.description + "\n") }
      let failures = outcome.diagnostics.filter { $0.severity == .error }.count
      Output.standard.write("\(outcome.entries) entries, \(outcome.examples) examples, \(failures) failures\n")
      if failures > 0 { throw ExitStatus.wrongInput }
    }
  }

  /// `parallax lexicon explain`.
  struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows what fires in a sentence, who acts on whom, and which rules hold.",
      discussion: "Example:\n  parallax lexicon explain --side prc \"美方应停止打压中国企业。\"")

    @OptionGroup var options: Options
    @Option(help: "The side whose words the sentence is: us or prc.")
    var side: String = "prc"
    @Argument(help: "The sentence.")
    var sentence: String

    func run() async throws {
      guard let side = Side(parsing: side) else { throw ValidationError("--side \(side): write us or prc") }
      let annotator = Annotator(library: try LexiconLibrary(adding: options.lexicon))
      for explanation in try annotator.explain(sentence, side: side) { Output.standard.write(explanation.text) }
    }
  }
}

/// Entries as text.
enum LexiconText {
  static func entry(_ entry: Entry) -> String {
    var out = "\(entry.citation)  (\(entry.location))\n  role: \(entry.role.rawValue)\n"
    let attributes = entry.attributes
    let pairs: [(String, String?)] = [
      ("actor", attributes.actor?.rawValue), ("class", attributes.actorClass), ("since", attributes.since?.description),
      ("until", attributes.until?.description), ("tier", attributes.tier?.rawValue),
      (
        "domain",
        (attributes.decouplingDomains.map(\.rawValue) + attributes.threatDomains.map(\.rawValue)).joined(
          separator: ", ")
      ),
      ("intensity", attributes.intensity.map(String.init)), ("rationale", attributes.rationale?.rawValue),
      ("note", entry.note), ("source", entry.source),
    ]
    for (name, value) in pairs { if let value, !value.isEmpty { out += "  \(name): \(value)\n" } }
    for language in Language.allCases {
      let terms = entry.terms.filter { $0.language == language }.map(\.notation)
      if !terms.isEmpty { out += "  \(language.rawValue): \(terms.joined(separator: "; "))\n" }
    }
    if !entry.excludes.isEmpty { out += "  not beside: \(entry.excludes.map(\.notation).joined(separator: "; "))\n" }
    if !entry.requires.isEmpty { out += "  only beside: \(entry.requires.map(\.notation).joined(separator: "; "))\n" }
    for example in entry.examples { out += "  \(example.mustMatch ? "fires in" : "silent in"): \(example.text)\n" }
    return out
  }
}
