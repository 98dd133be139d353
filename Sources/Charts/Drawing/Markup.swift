/// Makes any text safe inside HTML and SVG.
public enum Markup {
  /// The text for the content of an element or a quoted attribute.
  ///
  /// Marks of markup become entities. What would change the text around it, or is no character of a document (controls,
  /// NUL, marks that turn the direction of writing), becomes U+FFFD, so that a reader sees that something stood there.
  ///
  /// - Complexity: O(n) in the length of the text.
  public static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      if let entity = entity(scalar) {
        out.append(contentsOf: entity.utf8)
      } else if isHarmful(scalar) {
        out.append(contentsOf: "\u{FFFD}".utf8)
      } else {
        out.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text with U+FFFD in place of what is no character of a document or turns the direction of writing; marks of
  /// markup stay, for templates that escape them.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHarmful) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmful($0) ? "\u{FFFD}" : $0 }))
  }

  /// Whether a byte may need work: marks, controls, and the first bytes of the harmful characters beyond ASCII.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: byte < 0x20 && byte != 0x0A && byte != 0x09
    }
  }

  private static func entity(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    default: nil
    }
  }

  /// Controls, and marks that turn the direction of writing (Unicode UAX #9).
  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
