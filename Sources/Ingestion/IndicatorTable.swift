internal import Foundation

/// A CSV file of dated figures from outside, such as exports by the year.
public enum IndicatorTable {
  /// Its columns, in any order.
  public static let columns = ["date", "value", "name", "unit", "source"]

  /// Whether a file is one, by its first line; a table with a column of texts is none.
  static func isOne(_ path: String) -> Bool {
    guard path.lowercased().hasSuffix(".csv"), let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    guard let data = try? file.read(upToCount: 512),
      let head = String(data: data.prefix { $0 != 0x0A }, encoding: .utf8)
    else { return false }
    let names = head.replacing("\u{FEFF}", with: "").split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    return columns.allSatisfy(names.contains) && !names.contains("text")
  }
}
