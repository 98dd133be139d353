internal import Statistics

extension String {
  /// Every line of it, so many spaces further in.
  func indented(by spaces: Int) -> String {
    let space = String(repeating: " ", count: spaces)
    return split(separator: "\n").map { space + $0 + "\n" }.joined()
  }

  /// Its paragraphs broken into lines of at most so many columns, all lines but the first further in.
  func wrapped(to width: Int, hanging: Int = 0) -> String {
    let space = String(repeating: " ", count: hanging)
    return DisplayWidth.wrap(self, to: width - hanging).enumerated()
      .map { ($0 == 0 ? "" : space) + $1 + "\n" }.joined()
  }
}

extension Cell {
  /// A p-value: three digits, as nobody reads more; "<0.001" below.
  static func p(_ value: Double?) -> Cell {
    guard let value else { return .missing }
    return value < 0.001 ? .text("<0.001") : .text(Decimal.text(value, digits: 3))
  }

  /// A value with its interval in brackets.
  static func value(_ value: Double?, _ interval: Interval?) -> Cell {
    guard let value else { return .missing }
    let text = Decimal.text(value, digits: 2)
    return .text(interval == nil ? text : text + " [" + Cell.interval(interval).display + "]")
  }
}

extension Interval {
  /// The ends as members of a JSON object.
  static func json(_ interval: Interval?) -> [(String, JSONText)] {
    [("lower", .optional(interval?.lower)), ("upper", .optional(interval?.upper))]
  }
}

extension Provenance {
  /// As a line below a report.
  var line: String {
    "\(program), ICU \(icu), lexicons \(lexicons)" + (options.isEmpty ? "" : ", " + options.joined(separator: " "))
  }

  /// As the last line of a page, with the seed of its resampling.
  func footer(seed: UInt64, _ wording: Wording) -> String {
    "\(program) · ICU \(icu) · \(wording("lexicons", "词表")) \(lexicons) · \(wording("seed", "随机种子")) \(seed)"
  }

  /// As an object, with what else changes figures.
  func json(_ more: [(String, JSONText)] = []) -> JSONText {
    .object(
      [
        ("program", .text(program)), ("icu", .text(icu)), ("lexicons", .text(lexicons)),
        ("options", .list(options.map { .text($0) })),
      ] + more)
  }
}
