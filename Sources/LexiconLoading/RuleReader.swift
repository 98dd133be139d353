public import DiscourseAnalysis
public import DiscourseModel
internal import Lexicon
internal import Yams

/// Reads rules from YAML, as strictly as lists.
public struct RuleReader: Sendable {
  private static let fileKeys: Set<String> = ["list", "about", "source", "limits", "rules"]
  private static let ruleKeys: Set<String> = ["id", "finds", "about", "languages", "lists", "roles", "patterns"]

  /// A reader.
  public init() {}

  /// Reads a file of rules.
  ///
  /// - Parameters:
  ///   - text: the YAML.
  ///   - file: the file's name, for messages.
  ///   - diagnostics: everything that is wrong, in the order of the file.
  /// - Returns: the sound rules, in the order in which they are tried.
  public func read(_ text: String, file: String, diagnostics: inout [Diagnostic]) -> [Rule] {
    guard let root = yamlRoot(text, file: file, diagnostics: &diagnostics) else { return [] }
    let table = YAMLTable(root, file: file, known: Self.fileKeys, what: "a file of rules", diagnostics: &diagnostics)
    guard let items = table.node("rules")?.sequence else {
      diagnostics.append(Diagnostic(at: table.location(), "a file of rules needs \"rules\""))
      return []
    }
    var rules: [Rule] = []
    for item in items {
      guard let rule = rule(item, file: file, diagnostics: &diagnostics) else { continue }
      if rules.contains(where: { $0.id == rule.id }) {
        let place = SourceLocation(file: file, line: item.mark?.line)
        diagnostics.append(Diagnostic(at: place, "the rule \"\(rule.id)\" stands twice; choose another id"))
      } else {
        rules.append(rule)
      }
    }
    return rules
  }

  private func rule(_ node: Node, file: String, diagnostics: inout [Diagnostic]) -> Rule? {
    let table = YAMLTable(node, file: file, known: Self.ruleKeys, what: "a rule", diagnostics: &diagnostics)
    guard let id = table.text("id", diagnostics: &diagnostics) else {
      diagnostics.append(Diagnostic(at: table.location(), "a rule needs an \"id\""))
      return nil
    }
    guard let finding = table.value("finds", as: Finding.self, diagnostics: &diagnostics) else {
      if table.node("finds") == nil {
        diagnostics.append(Diagnostic(at: table.location(), "the rule \"\(id)\" needs \"finds\""))
      }
      return nil
    }
    var patterns: [RulePattern] = []
    for (text, line) in table.texts("patterns", diagnostics: &diagnostics) {
      do {
        patterns.append(try RulePattern(text))
      } catch {
        diagnostics.append(Diagnostic(at: SourceLocation(file: file, line: line), error.description))
      }
    }
    let languages = values("languages", as: Language.self, in: table, diagnostics: &diagnostics)
    let lists = values("lists", as: ListName.self, in: table, diagnostics: &diagnostics)
    if patterns.isEmpty || languages.isEmpty || lists.isEmpty {
      diagnostics.append(
        Diagnostic(at: table.location(), "the rule \"\(id)\" needs \"languages\", \"lists\" and \"patterns\""))
    }
    return Rule(
      id: id, finding: finding, languages: languages, lists: lists,
      roles: values("roles", as: Role.self, in: table, diagnostics: &diagnostics), patterns: patterns,
      about: table.text("about", diagnostics: &diagnostics) ?? "")
  }

  private func values<Value: RawRepresentable & CaseIterable>(
    _ key: String, as type: Value.Type, in table: YAMLTable, diagnostics: inout [Diagnostic]
  ) -> [Value] where Value.RawValue == String {
    table.texts(key, diagnostics: &diagnostics).compactMap { text, line in
      if let value = Value(rawValue: text) { return value }
      let accepted = Value.allCases.map(\.rawValue).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(at: SourceLocation(file: table.file, line: line), "\(key): \"\(text)\" is none of \(accepted)"))
      return nil
    }
  }
}
