internal import DiscourseModel
internal import Foundation

/// Reads JSON Lines: an object a line, with the text in one field and metadata in the others.
struct JSONLinesReader {
  let file: String
  let baseName: String
  let options: IngestionOptions

  /// Hands out one event for each line that is not blank.
  func read(_ source: any ByteSource, body: (IngestionEvent) async throws -> Void) async throws {
    var lines = LineStream(source, maximum: options.maximumSize)
    while let line = try lines.next() {
      let place = SourceLocation(file: file, line: lines.number)
      switch line {
      case .tooLong(let bytes):
        try await body(.diagnostic(Diagnostic(at: place, tooLong(bytes, limit: options.maximumSize))))
      case .bytes(let bytes):
        guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
        do {
          try await body(.statement(statement(bytes, at: place)))
        } catch let diagnostic as Diagnostic {
          try await body(.diagnostic(diagnostic))
        }
      }
    }
  }

  private func statement(_ bytes: [UInt8], at place: SourceLocation) throws -> Statement {
    if let offset = TextDecoder.firstInvalid(bytes) {
      throw Diagnostic(at: place, "not valid UTF-8 at byte \(offset) of the line; convert the file to UTF-8")
    }
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw Diagnostic(at: place, "not a JSON object; each line of JSON Lines is one object {…}")
    }
    guard let text = object[options.textColumn] as? String else {
      let names = object.keys.sorted().joined(separator: ", ")
      throw Diagnostic(
        at: place, "no text field \"\(options.textColumn)\"; the fields are \(names); name yours with --text-column")
    }
    guard !text.trimmingWhitespace().isEmpty else {
      throw Diagnostic(at: place, "the field \"\(options.textColumn)\" is empty; there is nothing to code")
    }
    var fields = MetadataFields(defaultID: "\(baseName)-\(place.line ?? 0)", location: place)
    for name in object.keys.sorted() where name != options.textColumn {
      if let value = Self.text(of: object[name]) { try fields.set(name, to: value) }
    }
    return Statement(metadata: fields.finished(options), text: text.withUnixLineEnds(), source: place)
  }

  /// A scalar as text; nil for null, lists and objects.
  private static func text(of value: Any?) -> String? {
    switch value {
    case let text as String: return text
    case let number as NSNumber:
      return number.stringValue
    default: return nil
    }
  }
}

/// The message for a line or a document beyond the limit.
func tooLong(_ bytes: Int, limit: Int) -> String {
  "has \(bytes) bytes where at most \(limit) are read; split it, or check that it is text"
}

extension String {
  /// The string with every line end a line feed.
  func withUnixLineEnds() -> String {
    guard utf8.contains(0x0D) else { return self }
    return replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }
}
