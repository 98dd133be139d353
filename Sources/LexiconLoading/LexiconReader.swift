public import DiscourseModel
public import Lexicon
internal import Yams

/// A list of a lexicon as it stands in a file.
public struct LexiconList: Sendable {
  /// The list's name.
  public var name: ListName
  /// What the list holds.
  public var about: String
  /// Where its terms come from.
  public var source: String
  /// What it does not cover.
  public var limits: String
  /// Its entries.
  public var entries: [Entry]
}

/// Reads lists from YAML, strictly: an unknown key, a duplicate or a wrong value is an error with file and line.
public struct LexiconReader: Sendable {
  private static let listKeys: Set<String> = ["list", "about", "source", "limits", "entries"]
  private static let entryKeys: Set<String> = [
    "id", "role", "en", "zh", "examples", "not", "excludes", "requires", "note", "source", "actor", "class", "since",
    "until", "tier", "domain", "intensity", "rationale",
  ]

  /// A reader.
  public init() {}

  /// Reads one file.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: the file's name, for messages.
  ///   - diagnostics: everything that is wrong, in the order of the file.
  /// - Returns: the list with its sound entries; nil where the file is no list at all.
  public func read(_ text: String, file: String, diagnostics: inout [Diagnostic]) -> LexiconList? {
    guard let root = yamlRoot(text, file: file, diagnostics: &diagnostics) else { return nil }
    let table = YAMLTable(root, file: file, known: Self.listKeys, what: "a list", diagnostics: &diagnostics)
    guard table.node("list") != nil else {
      diagnostics.append(Diagnostic(at: table.location(), "a lexicon file begins with \"list: NAME\""))
      return nil
    }
    guard let name = table.value("list", as: ListName.self, diagnostics: &diagnostics) else { return nil }
    var list = LexiconList(
      name: name, about: table.text("about", diagnostics: &diagnostics) ?? "",
      source: table.text("source", diagnostics: &diagnostics) ?? "",
      limits: table.text("limits", diagnostics: &diagnostics) ?? "", entries: [])
    guard let items = table.node("entries")?.sequence else {
      diagnostics.append(Diagnostic(at: table.location(), "the list \(name.rawValue) has no \"entries\""))
      return list
    }
    var ids: [String: Int] = [:]
    for item in items {
      guard let entry = entry(item, list: name, file: file, diagnostics: &diagnostics) else { continue }
      if let line = ids[entry.id] {
        diagnostics.append(
          Diagnostic(at: entry.location, "the id \"\(entry.id)\" stands already at line \(line); choose another"))
        continue
      }
      ids[entry.id] = entry.location.line
      list.entries.append(entry)
    }
    return list
  }

  private func entry(_ node: Node, list: ListName, file: String, diagnostics: inout [Diagnostic]) -> Entry? {
    let table = YAMLTable(node, file: file, known: Self.entryKeys, what: "an entry", diagnostics: &diagnostics)
    guard let id = table.text("id", diagnostics: &diagnostics), !id.isEmpty else {
      diagnostics.append(Diagnostic(at: table.location(), "an entry needs an \"id\""))
      return nil
    }
    guard let role = table.value("role", as: Role.self, diagnostics: &diagnostics) else {
      if table.node("role") == nil {
        diagnostics.append(Diagnostic(at: table.location(), "the entry \"\(id)\" needs a \"role\""))
      }
      return nil
    }
    guard list.roles.contains(role) else {
      let accepted = list.roles.map(\.rawValue).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          at: table.location(of: "role"), "the list \(list.rawValue) has no role \"\(role.rawValue)\", only \(accepted)"
        ))
      return nil
    }
    let terms = terms(in: table, diagnostics: &diagnostics)
    if terms.isEmpty {
      diagnostics.append(
        Diagnostic(at: table.location(), "the entry \"\(id)\" has no terms in \"en\" or \"zh\", so it can never match"))
    }
    return Entry(
      list: list, id: id, role: role, attributes: attributes(of: table, list: list, diagnostics: &diagnostics),
      terms: terms, excludes: contextTerms("excludes", in: table, diagnostics: &diagnostics),
      requires: contextTerms("requires", in: table, diagnostics: &diagnostics),
      needsOtherSide: table.text("note", diagnostics: &diagnostics)?.contains("needs-other-side") ?? false,
      needsMenace: table.text("note", diagnostics: &diagnostics)?.contains("needs-menace") ?? false,
      note: table.text("note", diagnostics: &diagnostics), source: table.text("source", diagnostics: &diagnostics),
      examples: examples("examples", mustMatch: true, in: table, diagnostics: &diagnostics)
        + examples("not", mustMatch: false, in: table, diagnostics: &diagnostics),
      location: table.location())
  }

  private func terms(in table: YAMLTable, diagnostics: inout [Diagnostic]) -> [Term] {
    var terms: [Term] = []
    for language in Language.allCases {
      for (text, line) in table.texts(language.rawValue, diagnostics: &diagnostics) {
        do {
          let term = try Term(text, language: language)
          if terms.contains(term) {
            diagnostics.append(
              Diagnostic(
                at: SourceLocation(file: table.file, line: line), "the term \"\(text)\" stands twice in one entry"))
          } else {
            terms.append(term)
          }
        } catch {
          diagnostics.append(Diagnostic(at: SourceLocation(file: table.file, line: line), error.description))
        }
      }
    }
    return terms
  }

  /// A mapping `en: […]`, `zh: […]` under `key`.
  private func byLanguage(
    _ key: String, in table: YAMLTable, diagnostics: inout [Diagnostic]
  ) -> [(language: Language, text: String, line: Int)] {
    guard let node = table.node(key) else { return [] }
    let inner = YAMLTable(
      node, file: table.file, known: Set(Language.allCases.map(\.rawValue)), what: "\"\(key)\"",
      diagnostics: &diagnostics)
    return Language.allCases.flatMap { language in
      inner.texts(language.rawValue, diagnostics: &diagnostics).map { (language, $0.text, $0.line) }
    }
  }

  private func contextTerms(_ key: String, in table: YAMLTable, diagnostics: inout [Diagnostic]) -> [Term] {
    var terms: [Term] = []
    for (language, text, line) in byLanguage(key, in: table, diagnostics: &diagnostics) {
      do {
        let term = try Term(text, language: language)
        if term.parts.count > 1 {
          diagnostics.append(
            Diagnostic(
              at: SourceLocation(file: table.file, line: line), "\(text): a term of \"\(key)\" may have no gap …"))
        } else {
          terms.append(term)
        }
      } catch {
        diagnostics.append(Diagnostic(at: SourceLocation(file: table.file, line: line), error.description))
      }
    }
    return terms
  }

  private func examples(
    _ key: String, mustMatch: Bool, in table: YAMLTable, diagnostics: inout [Diagnostic]
  ) -> [Example] {
    byLanguage(key, in: table, diagnostics: &diagnostics).map { language, text, _ in
      Example(text: text, language: language, mustMatch: mustMatch)
    }
  }
}
