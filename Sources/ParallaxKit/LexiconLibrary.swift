public import DiscourseAnalysis
public import DiscourseModel
internal import Foundation
public import Lexicon
internal import LexiconLoading
public import Segmentation

/// Lexicons that could not be loaded: everything that is wrong with them.
public struct LexiconFailure: Error, Sendable, CustomStringConvertible {
  /// What is wrong, each with file and line.
  public let diagnostics: [Diagnostic]

  /// A failure with its diagnostics.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// One line for each diagnostic.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}

/// The lists and rules in force: the bundled ones, with the user's own over them.
public struct LexiconLibrary: Sendable {
  /// The compiled lists.
  public let lexicon: Lexicon
  /// The rules.
  public let rules: RuleSet
  /// The weights over what lists and rules find.
  public private(set) var weights: CodeWeights
  /// A short hash over lists, rules and weights, which every output names: with the same hash, the same codes.
  public let hash: String
  /// The files from which they came, in order.
  public let files: [String]

  /// Loads the bundled lists and the user's own.
  ///
  /// A user's list is added to the bundled one of the same name: an entry with the id of a bundled entry replaces it.
  /// A user's file of rules is tried before the bundled rules.
  ///
  /// - Parameter paths: files or folders of YAML, and weights as TSV.
  /// - Throws: ``LexiconFailure`` with everything that is wrong.
  public init(adding paths: [String] = []) throws(LexiconFailure) {
    var diagnostics: [Diagnostic] = []
    var entries: [Entry] = []
    var rules: [Rule] = []
    var files: [String] = []
    var weights = CodeWeights()
    var others = ""
    var fingerprint = Fingerprint()
    let own = try Self.userFiles(paths)
    for (file, text, isBundled) in BundledFiles.all().map({ ($0.name, $0.text, true) })
      + own.map({ ($0.0, $0.1, false) })
    {
      files.append(file)
      if file.hasSuffix(".tsv") {
        let found = WeightsFile.read(text, file: file, diagnostics: &diagnostics)
        for code in WeighedCode.allCases { weights[code] = found[code] ?? weights[code] }
        others += text
      } else if Self.holdsRules(text) {
        others += text
        let found = RuleReader().read(text, file: file, diagnostics: &diagnostics)
        rules = isBundled ? rules + found : found + rules.filter { rule in !found.contains { $0.id == rule.id } }
      } else if let list = LexiconReader().read(text, file: file, diagnostics: &diagnostics) {
        let replaced = Set(list.entries.map(\.citation))
        if !isBundled { entries.removeAll { replaced.contains($0.citation) } }
        entries += list.entries
      }
    }
    diagnostics += LexiconLint.collisions(in: entries)
    guard diagnostics.allSatisfy({ $0.severity != .error }) else { throw LexiconFailure(diagnostics) }
    lexicon = Lexicon(entries)
    self.rules = RuleSet(rules)
    self.weights = weights
    fingerprint.feed(lexicon.hash + others)
    hash = fingerprint.text
    self.files = files
  }

  /// The library with the rules' codes as they stand.
  public var withoutWeights: LexiconLibrary {
    var copy = self
    copy.weights = CodeWeights()
    return copy
  }

  /// The sentence rules that the list `abbreviations` holds.
  public var sentenceRules: SentenceRules {
    SentenceRules(
      abbreviations: notations(.abbreviations, .abbreviation), starters: notations(.abbreviations, .starter),
      titles: notations(.abbreviations, .title))
  }

  /// What the list `words` keeps together.
  public var wordRules: WordRules {
    WordRules(
      units: notations(.words, .unit), measures: notations(.words, .measure), magnitudes: notations(.words, .magnitude),
      numerals: notations(.words, .numeral), ordinals: notations(.words, .ordinal),
      surnames: notations(.words, .surname), honorifics: notations(.words, .honorific),
      transliteration: notations(.words, .transliteration))
  }

  /// The words that the list `stop-words` would leave out, as they are written there.
  public var stopWords: Set<String> { notations(.stopWords, .function) }

  private func notations(_ list: ListName, _ role: Role) -> Set<String> {
    Set(lexicon.entries.filter { $0.list == list && $0.role == role }.flatMap { $0.terms.map(\.notation) })
  }

  /// A segmenter that is steered by the lists.
  public func segmenter(profile: Segmenter.Profile = .analysis, convention: UserConvention = .init()) -> Segmenter {
    Segmenter(
      terms: lexicon.termSet, profile: profile, sentenceRules: sentenceRules, wordRules: wordRules,
      convention: convention)
  }

  private static func holdsRules(_ text: String) -> Bool {
    text.utf8.split(separator: 0x0A).contains { $0.starts(with: "rules:".utf8) }
  }

  private static func userFiles(_ paths: [String]) throws(LexiconFailure) -> [(String, String)] {
    var files: [(String, String)] = []
    for path in paths {
      for file in try yamlFiles(at: path) {
        guard let data = FileManager.default.contents(atPath: file), let text = String(data: data, encoding: .utf8)
        else {
          throw LexiconFailure([
            Diagnostic(at: SourceLocation(file: file), "cannot be read as UTF-8 text; check the path and the encoding")
          ])
        }
        files.append((file, text))
      }
    }
    return files
  }

  private static func yamlFiles(at path: String) throws(LexiconFailure) -> [String] {
    var isFolder: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw LexiconFailure([Diagnostic(at: SourceLocation(file: path), "no such file or folder")])
    }
    guard isFolder.boolValue else { return [path] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || $0.hasSuffix(".tsv") }.sorted().map {
      path + "/" + $0
    }
  }
}
