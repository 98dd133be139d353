internal import Foundation

/// Takes the markup out of Markdown; headings and list items stay lines of their own.
enum MarkdownText {
  /// The text of a Markdown document.
  static func plain(_ markdown: String) -> String {
    var lines: [String] = []
    var isCode = false
    var paragraph: [String] = []
    func endParagraph() {
      if !paragraph.isEmpty { lines.append(joined(paragraph)) }
      paragraph = []
    }
    for raw in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      let line = String(raw)
      let content = line.trimmingWhitespace()
      if content.hasPrefix("```") || content.hasPrefix("~~~") {
        endParagraph()
        isCode.toggle()
      } else if isCode {
        lines.append(line)
      } else if content.isEmpty || content.allSatisfy({ "-*_=".contains($0) }) {
        endParagraph()
        lines.append("")
      } else if let block = blockContent(content) {
        endParagraph()
        lines.append(inline(block))
      } else {
        paragraph.append(inline(content))
        // Two spaces or a backslash at the end break the line.
        if line.hasSuffix("  ") || line.hasSuffix("\\") { endParagraph() }
      }
    }
    endParagraph()
    return lines.joined(separator: "\n")
  }

  /// What a heading, a list item, a quotation or a table row holds; nil for a line of a paragraph.
  private static func blockContent(_ line: String) -> String? {
    if line.hasPrefix("#") { return String(line.drop { $0 == "#" }).trimmingWhitespace() }
    for mark in ["- ", "* ", "+ ", "• ", "> "] where line.hasPrefix(mark) {
      return String(line.dropFirst(2)).trimmingWhitespace()
    }
    if line.hasPrefix("|") {
      return line.split(separator: "|").map { String($0).trimmingWhitespace() }.joined(separator: "\t")
    }
    let digits = line.prefix { $0.isDigit }
    if !digits.isEmpty, digits.count <= 3, line.dropFirst(digits.count).hasPrefix(". ") { return line }
    return nil
  }

  /// Joins the lines of a paragraph: no space between Han characters.
  private static func joined(_ lines: [String]) -> String {
    LineJoiner.join(lines)
  }

  private static func inline(_ text: String) -> String {
    var result = text
    for (pattern, template) in [
      (#"!\[([^\]]*)\]\([^)]*\)"#, "$1"), (#"\[([^\]]+)\]\([^)]*\)"#, "$1"), (#"\*\*([^*]+)\*\*"#, "$1"),
      (#"(?<!\w)__([^_]+)__(?!\w)"#, "$1"), (#"(?<![\w*])\*([^*\s][^*]*)\*(?!\w)"#, "$1"),
      (#"(?<!\w)_([^_\s][^_]*)_(?!\w)"#, "$1"), (#"`([^`]+)`"#, "$1"), (#"<(https?://[^>]+)>"#, "$1"),
      (#"\\([\\`*_{}\[\]()#+.!-])"#, "$1"),
    ] {
      result = result.replacingOccurrences(of: pattern, with: template, options: .regularExpression)
    }
    return result
  }
}

/// Joins lines that were broken for the page's sake.
enum LineJoiner {
  /// The lines as one: no space where Han characters or their marks meet, hyphenation undone.
  static func join(_ lines: [String]) -> String {
    var result = ""
    for line in lines {
      let piece = line.trimmingWhitespace()
      guard !piece.isEmpty else { continue }
      result = result.isEmpty ? piece : join(result, piece)
    }
    return result
  }

  static func join(_ left: String, _ right: String) -> String {
    guard let last = left.unicodeScalars.last, let first = right.unicodeScalars.first else { return left + right }
    if last == "-" || last == "\u{00AD}" { return undoHyphen(left, right) }
    if isEastAsian(last) || isEastAsian(first) { return left + right }
    if last == "/" || left.hasSuffix("://") { return left + right }
    return left + " " + right
  }

  /// Prefixes that keep their hyphen: de-risking stays de-risking when the line breaks behind de-.
  private static let hyphenated: Set<String> = [
    "de", "non", "co", "self", "anti", "re", "pre", "post", "multi", "pro", "ex", "cross", "long", "high", "low",
    "well",
    "win", "counter", "so", "zero", "near", "friend", "people", "state", "market", "trade", "rules", "first", "second",
  ]

  private static func undoHyphen(_ left: String, _ right: String) -> String {
    let stem = String(left.dropLast())
    let word = stem.reversed().prefix { $0.isLetter || $0 == "-" }.reversed()
    let isSoft = left.unicodeScalars.last == "\u{00AD}"
    let isPlainBreak = right.first?.isLowercase == true && !word.isEmpty && !word.contains("-")
    if isSoft || (isPlainBreak && !hyphenated.contains(String(word).lowercased())) { return stem + right }
    return left + right
  }

  private static func isEastAsian(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF, 0x201C, 0x201D, 0x2014, 0x2026: true
    default: false
    }
  }
}

extension Character {
  /// Whether it is one of 0 to 9. (`isNumber` holds of Chinese numerals too: 一 and 两 are words here.)
  var isDigit: Bool { isASCII && isWholeNumber }
}
