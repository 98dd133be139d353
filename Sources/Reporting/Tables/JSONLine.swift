/// JSON on one line, written as it comes, with a space behind each comma and colon: for output by the million lines, where
/// ``JSONText`` would build a tree for each.
public struct JSONLine: Sendable {
  /// What was written so far, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var isFirst = true
  private var isNamed = false

  /// Nothing yet.
  public init() {}

  /// An object; `body` writes its members.
  public mutating func object(_ body: (inout JSONLine) -> Void) { nest(0x7B, 0x7D, body) }

  /// A list; `body` writes its items.
  public mutating func list(_ body: (inout JSONLine) -> Void) { nest(0x5B, 0x5D, body) }

  private mutating func nest(_ open: UInt8, _ close: UInt8, _ body: (inout JSONLine) -> Void) {
    separate()
    bytes.append(open)
    isFirst = true
    body(&self)
    bytes.append(close)
    isFirst = false
  }

  /// The name of the member that follows.
  public mutating func name(_ name: String) {
    separate()
    quote(name)
    bytes.append(0x3A)
    bytes.append(0x20)
    isNamed = true
  }

  /// A text.
  public mutating func text(_ text: String) {
    separate()
    quote(text)
  }

  /// A whole number.
  public mutating func integer(_ number: Int) {
    separate()
    bytes.append(contentsOf: String(number).utf8)
  }

  /// true or false.
  public mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  /// The end of the line.
  public mutating func end() {
    bytes.append(0x0A)
    isFirst = true
  }

  private mutating func separate() {
    if isNamed {
      isNamed = false
    } else if !isFirst {
      bytes.append(0x2C)
      bytes.append(0x20)
    }
    isFirst = false
  }

  private mutating func quote(_ text: String) { Self.quote(text, to: &bytes) }

  /// Writes a text in quotation marks; controls, marks of JSON and line separators are escaped.
  static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    let source = text.utf8.span
    var index = 0
    while index < source.count, isPlain(source[index]) { index += 1 }
    if index == source.count {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0x22)
      return
    }
    bytes.append(contentsOf: text.utf8.prefix(index))
    while index < source.count {
      let byte = source[index]
      if isPlain(byte) {
        bytes.append(byte)
        index += 1
      } else {
        index += escape(source, at: index, to: &bytes)
      }
    }
    bytes.append(0x22)
  }

  /// Whether a byte stands for itself, and begins no line separator.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x22 && byte != 0x5C && byte != 0x7F && byte != 0xE2
  }

  /// Writes the character at `index` in its escaped form, where it has one; returns how many bytes it took.
  private static func escape(_ source: Span<UInt8>, at index: Int, to bytes: inout [UInt8]) -> Int {
    let byte = source[index]
    switch byte {
    case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    case 0xE2:
      guard source.count - index >= 3, source[index + 1] == 0x80, source[index + 2] & 0xFE == 0xA8 else {
        bytes.append(byte)
        return 1
      }
      bytes.append(contentsOf: (source[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      return 3
    default:
      let digits = String(byte, radix: 16)
      bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
    return 1
  }
}
