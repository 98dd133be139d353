internal import DiscourseModel
internal import Yams

/// The YAML block at the head of a text file, between two lines `---`.
struct FrontMatter {
  /// The fields, in order, each with its line in the file.
  var fields: [(name: String, value: String, line: Int)] = []
  /// The text behind it.
  var body: String

  /// Splits a file into its front matter, if it has any, and its body.
  ///
  /// - Throws: ``Diagnostic`` with the line of what does not parse.
  init(_ text: String, file: String) throws(Diagnostic) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.trimmingEnd() == "---" else {
      body = text
      return
    }
    guard let end = lines.dropFirst().firstIndex(where: { ["---", "..."].contains($0.trimmingEnd()) }) else {
      throw Diagnostic(
        at: SourceLocation(file: file, line: 1), "the front matter that begins here has no closing line \"---\"")
    }
    body = lines[(end + 1)...].joined(separator: "\n")
    fields = try Self.fields(of: lines[1..<end].joined(separator: "\n"), file: file)
  }

  private static func fields(of yaml: String, file: String) throws(Diagnostic) -> [(
    name: String, value: String, line: Int
  )] {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw Diagnostic(
        at: SourceLocation(file: file, line: line(of: error) + 1),
        "the front matter is not valid YAML; write \"key: value\" and quote a value that contains \": \"")
    }
    guard let root else { return [] }
    guard let mapping = root.mapping else {
      throw Diagnostic(at: SourceLocation(file: file, line: 2), "the front matter must be lines of \"key: value\"")
    }
    var fields: [(name: String, value: String, line: Int)] = []
    for (key, value) in mapping {
      let line = (key.mark?.line ?? 1) + 1
      if let scalar = value.scalar {
        fields.append((key.string ?? "", isNull(scalar) ? "" : scalar.string, line))
      } else if let sequence = value.sequence {
        fields.append((key.string ?? "", sequence.compactMap(\.scalar?.string).joined(separator: "; "), line))
      } else {
        throw Diagnostic(
          at: SourceLocation(file: file, line: line), "\"\(key.string ?? "")\" must be one value, not a mapping")
      }
    }
    return fields
  }

  private static func isNull(_ scalar: Node.Scalar) -> Bool {
    scalar.style == .plain && ["null", "~"].contains(scalar.string)
  }

  private static func line(of error: any Error) -> Int {
    guard let error = error as? YamlError else { return 1 }
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): return mark.line
    default: return 1
    }
  }
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    var rest = self
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return rest
  }
}
