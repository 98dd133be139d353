/// How wide a text will be, by estimate: the fonts of the reader are not known.
///
/// Widths are those of wide sans-serif faces (Verdana, DejaVu Sans), so that a label is rather given too much room than
/// too little.
public enum TextMetrics {
  /// The width of a text in the unit of `size`.
  ///
  /// - Parameters:
  ///   - text: the text, on one line.
  ///   - size: the font's size.
  ///   - isBold: whether it is set in bold, which is wider.
  public static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    (isBold ? 1.12 : 1) * size * text.unicodeScalars.reduce(0) { $0 + advance($1) }
  }

  /// The text cut so that it is no wider than `limit`, with … where something was cut.
  static func fitted(_ text: String, size: Double, to limit: Double, isBold: Bool = false) -> String {
    guard width(text, size: size, isBold: isBold) > limit else { return text }
    var result = ""
    var used = width("…", size: size, isBold: isBold)
    for character in text {
      used += width(String(character), size: size, isBold: isBold)
      guard used <= limit else { break }
      result.append(character)
    }
    return result + "…"
  }

  /// The advance of a character in ems: one for Han and other wide characters, none for marks that stand on others.
  static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0x21, 0x27, 0x28...0x29, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x49, 0x5B...0x5D, 0x66, 0x69, 0x6A, 0x6C, 0x72,
      0x74, 0x7C, 0xB7:
      0.4
    case 0x30...0x39: 0.64
    case 0x4D, 0x57, 0x6D, 0x77, 0x25, 0x40: 0.98
    case 0x41...0x5A: 0.72
    case 0x61...0x7A: 0.62
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F000...0x3FFFD, 0x2014, 0x2026:
      1
    default: 0.68
    }
  }
}
