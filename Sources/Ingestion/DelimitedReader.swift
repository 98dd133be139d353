internal import DiscourseModel

/// Reads CSV and TSV as RFC 4180 has them: a header, then a statement a row.
struct DelimitedReader {
  let file: String
  let baseName: String
  let separator: UInt8
  let options: IngestionOptions

  /// Hands out one event for each row.
  func read(_ source: any ByteSource, body: (IngestionEvent) async throws -> Void) async throws {
    var rows = RowStream(LineStream(source, maximum: options.maximumSize), separator: separator, file: file)
    guard let header = try rows.next() else {
      return try await body(.diagnostic(Diagnostic(at: SourceLocation(file: file), "the file is empty")))
    }
    let names = header.cells.map { $0.trimmingWhitespace() }
    guard let textColumn = names.firstIndex(of: options.textColumn) else {
      let found = names.joined(separator: ", ")
      let message = "no text column \"\(options.textColumn)\"; the columns are \(found); name yours with --text-column"
      return try await body(.diagnostic(Diagnostic(at: SourceLocation(file: file, line: 1), message)))
    }
    while true {
      do {
        guard let row = try rows.next() else { return }
        if row.cells == [""] { continue }
        try await body(.statement(statement(row, names: names, textColumn: textColumn)))
      } catch let diagnostic as Diagnostic {
        try await body(.diagnostic(diagnostic))
        if rows.isBroken { return }
      }
    }
  }

  private func statement(_ row: RowStream.Row, names: [String], textColumn: Int) throws(Diagnostic) -> Statement {
    let place = SourceLocation(file: file, line: row.line)
    try row.check(against: names, file: file)
    let text = row.cells[textColumn]
    guard !text.trimmingWhitespace().isEmpty else {
      throw Diagnostic(at: place, "the column \"\(options.textColumn)\" is empty; there is nothing to code")
    }
    var fields = MetadataFields(defaultID: "\(baseName)-\(row.line)", location: place)
    for (index, name) in names.enumerated() where index != textColumn { try fields.set(name, to: row.cells[index]) }
    return Statement(metadata: fields.finished(options), text: text.withUnixLineEnds(), source: place)
  }
}

/// Cuts lines into rows of cells; a quoted cell may hold separators and line ends.
struct RowStream {
  /// A row, with the line on which it begins.
  struct Row {
    var cells: [String]
    var line: Int

    /// Refuses a row that has more or fewer cells than the header.
    func check(against header: [String], file: String) throws(Diagnostic) {
      guard cells.count == header.count else {
        throw Diagnostic(
          at: SourceLocation(file: file, line: line),
          "the row has \(cells.count) cells where the header has \(header.count); quote cells that hold a separator")
      }
    }
  }

  private var lines: LineStream
  private let separator: UInt8
  private let file: String
  /// Whether nothing more can be read, since a quote was never closed.
  private(set) var isBroken = false

  init(_ lines: LineStream, separator: UInt8, file: String) {
    self.lines = lines
    self.separator = separator
    self.file = file
  }

  /// The next row; nil at the end.
  mutating func next() throws -> Row? {
    guard var line = try nextLine() else { return nil }
    let start = lines.number
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    while true {
      var index = 0
      while index < line.count {
        let byte = line[index]
        if isQuoted, byte == 0x22 {
          if index + 1 < line.count, line[index + 1] == 0x22 {
            cell.append(0x22)
            index += 1
          } else {
            isQuoted = false
          }
        } else if isQuoted {
          cell.append(byte)
        } else if byte == 0x22, cell.isEmpty {
          isQuoted = true
        } else if byte == separator {
          cells.append(String(decoding: cell, as: UTF8.self))
          cell = []
        } else {
          cell.append(byte)
        }
        index += 1
      }
      guard isQuoted else { break }
      cell.append(0x0A)
      guard let following = try nextLine() else {
        isBroken = true
        throw Diagnostic(at: SourceLocation(file: file, line: start), "a quote that opens in this row is never closed")
      }
      line = following
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return Row(cells: cells, line: start)
  }

  private mutating func nextLine() throws -> [UInt8]? {
    guard let line = try lines.next() else { return nil }
    let place = SourceLocation(file: file, line: lines.number)
    switch line {
    case .tooLong(let bytes):
      throw Diagnostic(at: place, "the line has \(bytes) bytes, more than is read; check the file")
    case .bytes(let bytes):
      if let offset = TextDecoder.firstInvalid(bytes) {
        throw Diagnostic(at: place, "not valid UTF-8 at byte \(offset) of the line; convert the file to UTF-8")
      }
      return bytes
    }
  }
}
