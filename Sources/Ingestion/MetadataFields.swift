internal import DiscourseModel

/// Metadata in the making, from fields of any kind of file.
struct MetadataFields {
  private let location: SourceLocation
  private(set) var metadata: Metadata
  private var hasID = false

  /// Metadata with an id that stands until a field gives another.
  init(defaultID: String, location: SourceLocation) {
    metadata = Metadata(id: defaultID)
    self.location = location
  }

  /// Takes a field; an empty value counts as missing.
  ///
  /// - Throws: ``Diagnostic`` where the value is none that the field may have.
  mutating func set(_ name: String, to value: String, line: Int? = nil) throws(Diagnostic) {
    let text = value.trimmingWhitespace()
    guard !text.isEmpty else { return }
    let place = SourceLocation(file: location.file, line: line ?? location.line)
    switch name.lowercased() {
    case "id": metadata.id = text
    case "institution": metadata.institution = text
    case "speaker": metadata.speaker = text
    case "title": metadata.title = text
    case "genre": metadata.genre = text
    case "side":
      guard let side = Side(parsing: text) else {
        throw Diagnostic(at: place, "unknown side \"\(text)\"; write US or PRC")
      }
      metadata.side = side
    case "language":
      guard let language = Language(parsing: text) else {
        throw Diagnostic(at: place, "unknown language \"\(text)\"; Parallax codes en and zh")
      }
      metadata.language = language
    case "date":
      guard let date = StatementDate(parsing: text) else {
        throw Diagnostic(at: place, "\"\(text)\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
      }
      metadata.date = date
    default: metadata.others.append(MetadataField(name: name, value: text))
    }
  }

  /// The metadata, with what the options say over them.
  func finished(_ options: IngestionOptions) -> Metadata {
    var result = metadata
    result.side = options.side ?? result.side
    result.language = options.language ?? result.language
    return result
  }
}

extension String {
  /// The string without white space at its ends.
  func trimmingWhitespace() -> String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
