/// How many columns a text takes on a terminal.
public enum DisplayWidth {
  /// The width: two columns for East Asian wide characters and emoji, none for combining marks (Unicode UAX #11).
  public static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// The width of a character.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }

  /// The text cut to at most `limit` columns, with … where something was cut.
  public static func truncate(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var result = ""
    var used = 0
    for character in text {
      let width = of(String(character))
      guard used + width <= limit - 1 else { break }
      result.append(character)
      used += width
    }
    return result + "…"
  }

  /// The text in lines of at most `limit` columns, broken at spaces or between Han characters.
  public static func wrap(_ text: String, to limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(of: text) {
      let width = of(piece)
      if used + width > limit, !line.isEmpty {
        lines.append(line.trimmingEnd())
        (line, used) = ("", 0)
        if piece == " " { continue }
      }
      line += piece
      used += width
    }
    if !line.isEmpty { lines.append(line.trimmingEnd()) }
    return lines.isEmpty ? [""] : lines
  }

  /// Words, spaces and single wide characters.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    func endWord() {
      if !word.isEmpty { pieces.append(word) }
      word = ""
    }
    for character in text {
      if character == " " || character == "\n" {
        endWord()
        pieces.append(" ")
      } else if of(String(character)) > 1 {
        // A closing mark stays with the character before it.
        if "，。、；：？！”’）》」』".contains(character), word.isEmpty, !pieces.isEmpty, pieces[pieces.count - 1] != " " {
          pieces[pieces.count - 1].append(character)
        } else {
          endWord()
          pieces.append(String(character))
        }
      } else {
        word.append(character)
      }
    }
    endWord()
    return pieces
  }
}

extension String {
  /// The string without spaces at its end.
  func trimmingEnd() -> String {
    var rest = Substring(self)
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
