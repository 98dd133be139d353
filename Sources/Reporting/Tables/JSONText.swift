/// Writes JSON with keys in the order in which they are given, the same bytes every time.
public indirect enum JSONText: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A number; infinities and NaN are written as null.
  case number(Double)
  /// true or false.
  case bool(Bool)
  /// null.
  case null
  /// A list.
  case list([JSONText])
  /// An object, its members in order.
  case object([(String, JSONText)])

  /// Equal where the text is equal.
  public static func == (left: JSONText, right: JSONText) -> Bool { left.line == right.line }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(line) }

  /// A text, or null.
  public static func optional(_ text: String?) -> JSONText { text.map { .text($0) } ?? .null }

  /// A number, or null.
  public static func optional(_ number: Double?) -> JSONText { number.map { .number($0) } ?? .null }

  /// On one line, with a space behind each comma and colon.
  public var line: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// On many lines, two spaces deeper for each level.
  public var pretty: String {
    var out = ""
    write(to: &out, indent: 0)
    return out + "\n"
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .text(let text): Self.quote(text, to: &out)
    case .integer(let number): out += String(number)
    case .number(let number): out += Self.decimal(number)
    case .bool(let value): out += value ? "true" : "false"
    case .null: out += "null"
    case .list(let items):
      Self.write(items.map { (nil, $0) }, open: "[", close: "]", to: &out, indent: indent)
    case .object(let members):
      Self.write(members.map { ($0.0, $0.1) }, open: "{", close: "}", to: &out, indent: indent)
    }
  }

  private static func write(
    _ members: [(String?, JSONText)], open: String, close: String, to out: inout String, indent: Int?
  ) {
    out += open
    let inner = indent.map { $0 + 2 }
    for (index, member) in members.enumerated() {
      if index > 0 { out += indent == nil ? ", " : "," }
      if let inner { out += "\n" + String(repeating: " ", count: inner) }
      if let name = member.0 {
        quote(name, to: &out)
        out += ": "
      }
      member.1.write(to: &out, indent: inner)
    }
    if let indent, !members.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  private static func decimal(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) + ".0" }
    return "\(number)"
  }

  private static func quote(_ text: String, to out: inout String) {
    var bytes: [UInt8] = []
    JSONLine.quote(text, to: &bytes)
    out += String(decoding: bytes, as: UTF8.self)
  }
}
