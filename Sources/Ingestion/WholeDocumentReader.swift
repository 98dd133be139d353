internal import DiscourseModel

/// Reads a file that is one statement: text, Markdown, HTML or PDF.
struct WholeDocumentReader {
  let file: String
  let baseName: String
  let options: IngestionOptions

  /// The statement in a source.
  ///
  /// - Throws: ``Diagnostic`` where it is empty, too large, no text, or its metadata are wrong.
  func read(_ source: some ByteSource, path: String?, format: DocumentFormat) async throws -> Statement {
    if format == .pdf {
      let text: String
      if let path {
        text = try await PDFText.extract(path: path, file: file)
      } else {
        text = try await PDFText.extract(bytes: all(of: source), file: file)
      }
      return try statement(text: options.mendsLines == false ? text : PageMender.mend(text), fields: [])
    }
    let bytes = try TextDecoder(file: file, encoding: options.encoding).decode(all(of: source))
    switch format {
    case .html: return try html(bytes)
    case .markdown:
      let matter = try FrontMatter(String(decoding: bytes, as: UTF8.self), file: file)
      return try statement(text: MarkdownText.plain(matter.body), fields: matter.fields)
    default:
      let matter = try FrontMatter(String(decoding: bytes, as: UTF8.self), file: file)
      let mends = options.mendsLines ?? PageMender.looksWrapped(matter.body)
      return try statement(text: mends ? PageMender.mend(matter.body) : matter.body, fields: matter.fields)
    }
  }

  private func all(of source: some ByteSource) throws -> [UInt8] {
    var source = source
    var bytes: [UInt8] = []
    while let piece = try source.next() {
      bytes.append(contentsOf: piece)
      guard bytes.count <= options.maximumSize else {
        throw Diagnostic(at: SourceLocation(file: file), tooLong(bytes.count, limit: options.maximumSize))
      }
    }
    return bytes
  }

  private func html(_ bytes: [UInt8]) throws(Diagnostic) -> Statement {
    guard let page = HTMLPage(bytes) else {
      throw Diagnostic(at: SourceLocation(file: file), "not readable as HTML; check the file")
    }
    var fields: [(name: String, value: String, line: Int)] = []
    if let title = page.title { fields.append(("title", title, 1)) }
    // What a page says of its date and language helps where it is in a known form, and is no error where it is not.
    if let date = page.date, StatementDate(parsing: date) != nil { fields.append(("date", date, 1)) }
    if let language = page.language, Language(parsing: language) != nil { fields.append(("language", language, 1)) }
    return try statement(text: page.text, fields: fields)
  }

  private func statement(
    text: String, fields: [(name: String, value: String, line: Int)]
  ) throws(Diagnostic) -> Statement {
    let place = SourceLocation(file: file)
    var metadata = MetadataFields(defaultID: baseName, location: place)
    for field in fields { try metadata.set(field.name, to: field.value, line: field.line) }
    let body = text.trimmingLineEnds()
    guard !body.isEmpty else { throw Diagnostic(at: place, "the document holds no text; there is nothing to code") }
    return Statement(metadata: metadata.finished(options), text: body, source: place)
  }
}

extension String {
  /// The string without blank lines at its ends.
  fileprivate func trimmingLineEnds() -> String { trimmingWhitespace() }
}
