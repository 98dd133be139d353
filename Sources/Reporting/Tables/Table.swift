internal import Statistics

/// A cell of a table.
public enum Cell: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number, shown with so many digits behind the point.
  case number(Double, digits: Int)
  /// Nothing: not known, or not defined.
  case missing

  /// A number, or nothing.
  public static func optional(_ number: Double?, digits: Int) -> Cell {
    number.map { .number($0, digits: digits) } ?? .missing
  }

  /// An interval as a text, from its lower end to its upper, or nothing.
  static func interval(_ interval: Interval?, scale: Double = 1) -> Cell {
    guard let interval else { return .missing }
    let ends = [interval.lower, interval.upper].map { Decimal.text(scale * $0, digits: 2) }
    return .text(ends.joined(separator: "–"))
  }

  /// As people read it.
  var display: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number, let digits): Decimal.text(number, digits: digits)
    case .missing: "–"
    }
  }

  /// As programs read it: full precision, empty where missing.
  var data: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number, _): number.isFinite ? "\(number)" : ""
    case .missing: ""
    }
  }

  /// As JSON.
  var json: JSONText {
    switch self {
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .number(let number, _): .number(number)
    case .missing: .null
    }
  }

  var isNumeric: Bool {
    switch self {
    case .text: false
    default: true
    }
  }
}

/// Numbers as text, without Foundation.
public enum Decimal {
  /// The number with so many digits behind the point, halves away from zero.
  public static func text(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return "–" }
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let scaled = (abs(number) * factor).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return "\(number)" }
    let whole = Int(scaled)
    let unit = Int(factor)
    let sign = number < 0 && whole != 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let fraction = String(whole % unit)
    return sign + String(whole / unit) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
  }
}

/// Rows and columns, and the forms in which they are written.
public struct Table: Sendable, Hashable {
  /// A form of output.
  public enum Format: String, Sendable, CaseIterable {
    /// Aligned columns for a terminal.
    case table
    /// Comma-separated values (RFC 4180).
    case csv
    /// Tab-separated values.
    case tsv
    /// One JSON array of objects.
    case json
    /// One JSON object a row.
    case jsonl
    /// A Markdown table.
    case markdown
  }

  /// The columns' names.
  public var columns: [String]
  /// The rows; each has a cell for each column.
  public var rows: [[Cell]]

  /// A table.
  public init(columns: [String], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table in a form, ended by a line feed.
  public func rendered(as format: Format) -> String {
    switch format {
    case .table: aligned()
    case .csv: separated(by: ",")
    case .tsv: separated(by: "\t")
    case .json: JSONText.list(rows.map(object)).pretty
    case .jsonl: rows.map { object($0).line + "\n" }.joined()
    case .markdown: markdown()
    }
  }

  private func object(_ row: [Cell]) -> JSONText { .object(Array(zip(columns, row.map(\.json)))) }

  private func aligned() -> String {
    let cells = rows.map { $0.map(\.display) }
    let widths = columns.indices.map { column in
      max(DisplayWidth.of(columns[column]), cells.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    let isNumeric = columns.indices.map { column in rows.contains { $0[column].isNumeric && $0[column] != .missing } }
    func line(_ texts: [String]) -> String {
      let padded = texts.enumerated().map { column, text in
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.of(text))
        return isNumeric[column] ? space + text : text + space
      }
      return padded.joined(separator: "  ").trimmingEnd() + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return line(columns) + rule + cells.map(line).joined()
  }

  private func separated(by separator: Character) -> String {
    func line(_ cells: [String]) -> String {
      cells.map { Self.quoted($0, separator: separator) }.joined(separator: String(separator)) + "\n"
    }
    let data = rows.map { row in row.map { cell in cell.isNumeric ? cell.data : Self.harmless(cell.data) } }
    return line(columns) + data.map(line).joined()
  }

  /// A cell that a spreadsheet would run as a formula, made a text.
  static func harmless(_ text: String) -> String {
    guard let first = text.first, "=+-@\t\r".contains(first) else { return text }
    return "'" + text
  }

  private static func quoted(_ text: String, separator: Character) -> String {
    guard text.contains(where: { $0 == separator || $0 == "\"" || $0.isNewline }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }

  private func markdown() -> String {
    func line(_ cells: [String]) -> String {
      "| " + cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }.joined(separator: " | ") + " |\n"
    }
    let marks = columns.indices.map { column in rows.contains { $0[column].isNumeric } ? "---:" : "---" }
    return line(columns) + line(marks) + rows.map { line($0.map(\.display)) }.joined()
  }
}
