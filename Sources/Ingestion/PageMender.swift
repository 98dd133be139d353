/// Mends text that was taken from pages: joins lines that were broken for the page's sake, drops running headers and page
/// numbers, takes footnotes out of sentences and puts them behind their page.
///
/// Nothing is lost but headers, page numbers and the numbers of notes.
struct PageMender {
  /// A line of a page, trimmed; an empty one is a gap.
  private typealias Line = String

  /// Whether a text looks hard-wrapped: most of its longer lines do not end as sentences do, and their lengths are alike.
  static func looksWrapped(_ text: String) -> Bool {
    if text.contains("\u{0C}") { return true }
    let lines = text.split(separator: "\n").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    guard lines.count >= 12 else { return false }
    let longest = lines.map(\.count).sorted()[lines.count * 9 / 10]
    guard longest <= 130, longest >= 20 else { return false }
    let full = lines.filter { $0.count * 10 >= longest * 8 }
    let open = full.filter { !endsSentence($0) }
    return full.count * 10 >= lines.count * 4 && open.count * 10 >= full.count * 6
  }

  /// The mended text: a paragraph a line.
  static func mend(_ text: String) -> String {
    let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false).map { page in
      page.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).trimmingWhitespace() }
    }
    let headers = runningHeaders(pages)
    var body: [String] = []
    var notes: [String] = []
    var paragraphs: [String] = []
    for page in pages {
      let kept = page.filter { !headers.contains(headerKey($0)) && !isPageNumber($0) }
      let (text, pageNotes) = splitNotes(kept)
      body += text
      notes += pageNotes
      // A page that ends with a whole sentence ends its paragraph; the notes wait until then.
      if body.last(where: { !$0.isEmpty }).map(endsSentence) ?? true {
        paragraphs += self.paragraphs(body) + notes
        (body, notes) = ([], [])
      }
    }
    paragraphs += self.paragraphs(body) + notes
    return paragraphs.joined(separator: "\n")
  }

  // MARK: Headers and page numbers

  private static func headerKey(_ line: String) -> String { String(line.filter { !$0.isNumber && !$0.isWhitespace }) }

  /// Lines that stand again and again among the first or last lines of pages; where there are no pages, short lines that
  /// recur with a gap on both sides.
  private static func runningHeaders(_ pages: [[Line]]) -> Set<String> {
    var counts: [String: Int] = [:]
    if pages.count >= 3 {
      for page in pages {
        let lines = page.filter { !$0.isEmpty }
        for key in Set((lines.prefix(2) + lines.suffix(2)).map(headerKey)) { counts[key, default: 0] += 1 }
      }
      return Set(counts.filter { $0.value >= max(3, pages.count / 3) && $0.key.count >= 4 }.keys)
    }
    for line in pages.joined() where line.contains("|") && line.count <= 100 {
      counts[headerKey(line), default: 0] += 1
    }
    return Set(counts.filter { $0.value >= 2 || $0.key.contains("|") && $0.key.count <= 60 }.keys)
  }

  private static func isPageNumber(_ line: String) -> Bool {
    let text = line.lowercased().replacing("page", with: "").trimmingWhitespace()
    guard !text.isEmpty, text.count <= 12 else { return false }
    let marks: Set<Character> = ["-", "–", "—", "/", " ", "第", "页", "|"]
    return text.contains(where: \.isNumber) && text.allSatisfy { $0.isNumber || marks.contains($0) } && text.count <= 7
      && !(text.count == 4 && !line.contains("-"))
  }

  // MARK: Footnotes

  /// Parts a page's footnotes from its text. A footnote is a line that begins with a number and a space, whose number goes
  /// on from the last, with the lines behind it up to the page's next long gap in the text.
  private static func splitNotes(_ lines: [Line]) -> (text: [Line], notes: [String]) {
    var text: [Line] = []
    var notes: [String] = []
    var note: [Line] = []
    func endNote() {
      if !note.isEmpty { notes.append(LineJoiner.join(note)) }
      note = []
    }
    for (index, line) in lines.enumerated() {
      if isNoteStart(line, after: lines[..<index].last { !$0.isEmpty }) {
        endNote()
        note = [line]
      } else if note.isEmpty {
        text.append(line)
      } else if line.isEmpty || continuesNote(line, note: note) {
        note.append(line)
      } else {
        endNote()
        text.append(line)
      }
    }
    endNote()
    return (text, notes)
  }

  private static let sourceSigns = [
    "http", "www.", "请参见", "参见", "参阅", "Ibid", "See ", "“", "《", "（20", ", 20", ", 19", "年", "pp.", "Vol.", "doi",
  ]

  private static func isNoteStart(_ line: String, after previous: String?) -> Bool {
    let digits = line.prefix { $0.isNumber }
    guard (1...3).contains(digits.count), line.count > digits.count + 3 else { return false }
    var rest = line.dropFirst(digits.count)
    guard let next = rest.first, next == " " || next.isLetter else { return false }
    rest = rest.drop { $0 == " " }
    guard let first = rest.first, first.isUppercase || !first.isASCII else { return false }
    // A note cites a source; a numbered heading or a year does not.
    return sourceSigns.contains { rest.contains($0) } && previous.map(endsLineOfText) ?? true
  }

  /// Text before a note may end anywhere, but not with a word that a number completes (21 世纪 after “在”).
  private static func endsLineOfText(_ line: String) -> Bool { !line.hasSuffix("，在") && !line.hasSuffix("第") }

  private static func continuesNote(_ line: String, note: [Line]) -> Bool {
    let last = note.last { !$0.isEmpty } ?? ""
    if last.hasSuffix("。") || last.hasSuffix(".") { return line.hasPrefix("http") || line.hasPrefix("www") }
    return true
  }

  // MARK: Paragraphs

  /// Joins lines into paragraphs. Where nearly every line is followed by a gap, gaps mean nothing and only a whole sentence
  /// on a short line ends a paragraph.
  private static func paragraphs(_ lines: [Line]) -> [String] {
    let filled = lines.filter { !$0.isEmpty }
    guard !filled.isEmpty else { return [] }
    let gaps = zip(lines, lines.dropFirst()).filter { !$0.isEmpty && $1.isEmpty }.count
    let gapsEndParagraphs = gaps * 2 < filled.count
    let width = filled.map(\.count).sorted()[filled.count * 9 / 10]
    var paragraphs: [String] = []
    var current: [Line] = []
    for line in lines {
      if line.isEmpty {
        if gapsEndParagraphs, !current.isEmpty, let last = current.last, endsSentence(last) || isShort(last, width) {
          paragraphs.append(LineJoiner.join(current))
          current = []
        }
        continue
      }
      current.append(stripNoteNumber(line))
      if isShort(line, width) {
        paragraphs.append(LineJoiner.join(current))
        current = []
      }
    }
    if !current.isEmpty { paragraphs.append(LineJoiner.join(current)) }
    return paragraphs
  }

  private static func isShort(_ line: String, _ width: Int) -> Bool { line.count * 10 < width * 8 }

  /// A note's number right behind a sentence's end: “影响。1” → “影响。”.
  private static func stripNoteNumber(_ line: String) -> String {
    var result: [Character] = []
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      if let last = result.last, "。！？”.".contains(last), character.isNumber, !(last == "." && isDecimal(result)) {
        let digits = line[index...].prefix { $0.isNumber }
        let after = line[digits.endIndex...].first
        if digits.count <= 3, after == nil || after == " " || (after.map { !$0.isASCII && !$0.isNumber } ?? false),
          last != "”" || after == nil || after == " "
        {
          index = digits.endIndex
          continue
        }
      }
      result.append(character)
      index = line.index(after: index)
    }
    return String(result)
  }

  private static func isDecimal(_ text: [Character]) -> Bool { text.dropLast().last?.isNumber ?? true }

  static func endsSentence(_ line: String) -> Bool {
    var rest = Substring(line)
    while let last = rest.last, last.isNumber || "”’\"')）】".contains(last) || last == " " { rest.removeLast() }
    guard let last = rest.last else { return true }
    return "。！？.!?：:；;".contains(last)
  }
}
