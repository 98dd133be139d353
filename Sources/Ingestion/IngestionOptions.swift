public import DiscourseModel

/// A kind of file that statements are read from.
public enum DocumentFormat: String, Sendable, Hashable, CaseIterable {
  case text, markdown
  case jsonLines = "jsonl"
  case csv, tsv, html, pdf

  /// The format that a file's name tells by its ending; nil where it tells none.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    case "jsonl", "ndjson": self = .jsonLines
    case "csv": self = .csv
    case "tsv", "tab": self = .tsv
    case "html", "htm", "xhtml": self = .html
    case "pdf": self = .pdf
    default: return nil
    }
  }

  /// The format that the first bytes tell, for input without a name.
  public init(sniffing bytes: [UInt8]) {
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    if start.hasPrefix("{") {
      self = .jsonLines
    } else if start.hasPrefix("<!doctype") || start.hasPrefix("<html") {
      self = .html
    } else if start.hasPrefix("%pdf") {
      self = .pdf
    } else {
      self = .text
    }
  }
}

/// How documents are read.
public struct IngestionOptions: Sendable, Hashable {
  /// The column or field that holds the text.
  public var textColumn: String
  /// The side of every document, over what it says itself.
  public var side: Side?
  /// The main language of every document, over what it says itself.
  public var language: Language?
  /// The format of every file; nil to go by its name or its first bytes.
  public var format: DocumentFormat?
  /// ICU's name of the encoding; nil to find out.
  public var encoding: String?
  /// Whether hard-wrapped lines are joined, and headers and footnotes taken out; nil to decide by the look of the text.
  public var mendsLines: Bool?
  /// The longest line, or the largest document, in bytes, that is read.
  public var maximumSize: Int

  /// Options, all of them optional.
  public init(
    textColumn: String = "text", side: Side? = nil, language: Language? = nil, format: DocumentFormat? = nil,
    encoding: String? = nil, mendsLines: Bool? = nil, maximumSize: Int = 64 << 20
  ) {
    self.textColumn = textColumn
    self.side = side
    self.language = language
    self.format = format
    self.encoding = encoding
    self.mendsLines = mendsLines
    self.maximumSize = maximumSize
  }
}

/// What reading yields: a statement, or a document that could not be read.
public enum IngestionEvent: Sendable {
  /// A statement.
  case statement(Statement)
  /// Something that is wrong, with file and line.
  case diagnostic(Diagnostic)
}
