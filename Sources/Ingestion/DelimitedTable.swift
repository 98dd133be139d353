internal import DiscourseModel

/// A CSV or TSV file as rows with named cells, for files that are no corpus.
public enum DelimitedTable {
  /// A row.
  public struct Row: Sendable {
    /// The cells by their columns' names.
    public var cells: [String: String]
    /// The line on which it begins, from 1.
    public var line: Int
  }

  /// The rows of a file; empty lines are passed over.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - separator: what stands between cells: a comma (0x2C) or a tab (0x09).
  /// - Throws: a ``Diagnostic`` with the line that is wrong.
  public static func rows(ofFile path: String, separator: UInt8 = 0x2C) throws -> [Row] {
    var rows = RowStream(
      LineStream(try FileSource(path: path), maximum: IngestionOptions().maximumSize), separator: separator, file: path)
    guard let header = try rows.next() else {
      throw Diagnostic(at: SourceLocation(file: path), "the file is empty")
    }
    // Spreadsheets put a byte order mark first.
    let names = header.cells.map { $0.trimmingWhitespace().replacing("\u{FEFF}", with: "") }
    var result: [Row] = []
    while let row = try rows.next() {
      if row.cells == [""] { continue }
      try row.check(against: names, file: path)
      result.append(Row(cells: Dictionary(zip(names, row.cells)) { first, _ in first }, line: row.line))
    }
    return result
  }
}
