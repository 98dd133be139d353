internal import DiscourseModel
internal import Yams

/// A YAML mapping that is read key by key and complains about every key that nobody asked for.
struct YAMLTable {
  let file: String
  let line: Int
  private let pairs: [(key: String, line: Int, value: Node)]

  /// Reads a mapping whose keys must be among `known`.
  init(_ node: Node, file: String, known: Set<String>, what: String, diagnostics: inout [Diagnostic]) {
    self.file = file
    line = node.mark?.line ?? 1
    var pairs: [(key: String, line: Int, value: Node)] = []
    guard let mapping = node.mapping else {
      diagnostics.append(
        Diagnostic(at: SourceLocation(file: file, line: line), "\(what) must be a mapping of keys to values"))
      self.pairs = []
      return
    }
    for (key, value) in mapping {
      let name = key.string ?? ""
      let place = SourceLocation(file: file, line: key.mark?.line ?? line)
      if !known.contains(name) {
        let accepted = known.sorted().joined(separator: ", ")
        diagnostics.append(Diagnostic(at: place, "unknown key \"\(name)\" in \(what); known keys are \(accepted)"))
      } else if pairs.contains(where: { $0.key == name }) {
        diagnostics.append(Diagnostic(at: place, "key \"\(name)\" stands twice in \(what); keep one"))
      } else {
        pairs.append((name, place.line ?? line, value))
      }
    }
    self.pairs = pairs
  }

  func node(_ key: String) -> Node? { pairs.first { $0.key == key }?.value }

  func location(of key: String? = nil) -> SourceLocation {
    SourceLocation(file: file, line: pairs.first { $0.key == key }?.line ?? line)
  }

  /// The text of a scalar; nil where the key is missing.
  func text(_ key: String, diagnostics: inout [Diagnostic]) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else {
      diagnostics.append(Diagnostic(at: location(of: key), "\"\(key)\" must be one text, not a list"))
      return nil
    }
    return scalar.string
  }

  /// The texts of a list, with their lines; a single text counts as a list of one.
  func texts(_ key: String, diagnostics: inout [Diagnostic]) -> [(text: String, line: Int)] {
    guard let node = node(key) else { return [] }
    let fallback = location(of: key).line ?? line
    if let scalar = node.scalar { return [(scalar.string, node.mark?.line ?? fallback)] }
    guard let sequence = node.sequence else {
      diagnostics.append(Diagnostic(at: location(of: key), "\"\(key)\" must be a list of texts"))
      return []
    }
    var texts: [(text: String, line: Int)] = []
    for item in sequence {
      guard let scalar = item.scalar else {
        let place = SourceLocation(file: file, line: item.mark?.line ?? fallback)
        diagnostics.append(Diagnostic(at: place, "\"\(key)\" must hold texts only; quote a text that contains \": \""))
        continue
      }
      texts.append((scalar.string, item.mark?.line ?? fallback))
    }
    return texts
  }

  /// The value of an enumeration; a diagnostic names the accepted values.
  func value<Value: RawRepresentable & CaseIterable>(
    _ key: String, as type: Value.Type, diagnostics: inout [Diagnostic]
  ) -> Value? where Value.RawValue == String {
    guard let text = text(key, diagnostics: &diagnostics) else { return nil }
    if let value = Value(rawValue: text) { return value }
    let accepted = Value.allCases.map(\.rawValue).joined(separator: ", ")
    diagnostics.append(Diagnostic(at: location(of: key), "\(key): \"\(text)\" is none of \(accepted)"))
    return nil
  }
}

/// The root node of a YAML file, or a diagnostic with the line of the error.
func yamlRoot(_ text: String, file: String, diagnostics: inout [Diagnostic]) -> Node? {
  do {
    // Every scalar is read as the text that it is, so that nothing needs to find out what else it might mean.
    guard let node = try Yams.compose(yaml: text, .basic) else {
      diagnostics.append(Diagnostic(at: SourceLocation(file: file), "the file is empty"))
      return nil
    }
    return node
  } catch let error as YamlError {
    diagnostics.append(yamlDiagnostic(error, file: file))
    return nil
  } catch {
    diagnostics.append(Diagnostic(at: SourceLocation(file: file), "not readable as YAML: \(error)"))
    return nil
  }
}

private func yamlDiagnostic(_ error: YamlError, file: String) -> Diagnostic {
  switch error {
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    Diagnostic(at: SourceLocation(file: file, line: mark.line), "not valid YAML: \(problem)")
  case .duplicatedKeysInMapping(let keys, _):
    Diagnostic(
      at: SourceLocation(file: file),
      "the same key stands twice in a mapping: \(keys.map { "\($0)" }.joined(separator: ", "))")
  default:
    Diagnostic(at: SourceLocation(file: file), "not readable as YAML: \(error)".replacing("\n", with: " "))
  }
}
