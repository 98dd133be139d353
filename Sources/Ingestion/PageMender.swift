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
    let typical = lines.map(\.count).sorted()[lines.count * 3 / 4]
    guard typical <= 130, typical >= 20 else { return false }
    let open = lines.filter { $0.count * 10 >= typical * 6 && !endsSentence($0) }
    return open.count * 10 >= lines.count * 3
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
    var lastNote = 0
    for page in pages {
      let kept = page.filter { !headers.contains(headerKey($0)) && !isPageNumber($0) }
      let (text, pageNotes) = splitNotes(kept, after: &lastNote)
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

  private static func headerKey(_ line: String) -> String { String(line.filter { !$0.isDigit && !$0.isWhitespace }) }

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
    return text.contains(where: \.isDigit) && text.allSatisfy { $0.isDigit || marks.contains($0) } && text.count <= 7
      && !(text.count == 4 && !line.contains("-"))
  }

  // MARK: Footnotes

  /// Parts a page's footnotes from its text. A footnote is a line that begins with a number and a space, whose number goes
  /// on from the last, with the lines behind it up to its full stop.
  private static func splitNotes(_ lines: [Line], after lastNote: inout Int) -> (text: [Line], notes: [String]) {
    var text: [Line] = []
    var notes: [String] = []
    var note: [Line] = []
    func endNote() {
      if !note.isEmpty { notes.append(LineJoiner.join(note)) }
      note = []
    }
    for (index, line) in lines.enumerated() {
      if let number = noteNumber(line, after: lines[..<index].last { !$0.isEmpty }), number == lastNote + 1 {
        endNote()
        lastNote = number
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

  /// The number with which a footnote begins; nil for any other line.
  private static func noteNumber(_ line: String, after previous: String?) -> Int? {
    let digits = line.prefix { $0.isDigit }
    guard (1...3).contains(digits.count), line.count > digits.count + 3, let number = Int(digits) else { return nil }
    var rest = line.dropFirst(digits.count)
    guard let next = rest.first, next == " " || next.isLetter else { return nil }
    rest = rest.drop { $0 == " " }
    guard let first = rest.first, first.isUppercase || !first.isASCII else { return nil }
    // A note cites a source; a numbered heading or a year does not.
    let citesSource = sourceSigns.contains { rest.contains($0) }
    return citesSource && previous.map(endsLineOfText) ?? true ? number : nil
  }

  /// Text before a note may end anywhere, but not with a word that a number completes (21 世纪 after “在”).
  private static func endsLineOfText(_ line: String) -> Bool { !line.hasSuffix("，在") && !line.hasSuffix("第") }

  private static func continuesNote(_ line: String, note: [Line]) -> Bool {
    let last = note.last { !$0.isEmpty } ?? ""
    if last.hasSuffix("。") || last.hasSuffix(".") { return line.hasPrefix("http") || line.hasPrefix("www") }
    return true
  }

  // MARK: Paragraphs

  /// Joins lines into paragraphs. A gap ends one only where gaps are rare; else a line does that is shorter than its
  /// neighbours, by a little where it ends a sentence, by much where it does not (a heading).
  private static func paragraphs(_ lines: [Line]) -> [String] {
    let filled = lines.indices.filter { !lines[$0].isEmpty }
    guard !filled.isEmpty else { return [] }
    let gaps = zip(lines, lines.dropFirst()).filter { !$0.isEmpty && $1.isEmpty }.count
    let gapsEndParagraphs = gaps * 2 < filled.count
    let widths = filled.map { width(lines[$0]) }
    var paragraphs: [String] = []
    var current: [Line] = []
    for (position, index) in filled.enumerated() {
      let line = lines[index]
      current.append(stripNoteNumber(line))
      let neighbours = widths[max(0, position - 2)...min(widths.count - 1, position + 2)].max() ?? 0
      let isGap = index + 1 >= lines.count || lines[index + 1].isEmpty
      let share = endsSentence(line) ? 92 : 60
      if widths[position] * 100 < neighbours * share || (gapsEndParagraphs && isGap && endsSentence(line)) {
        paragraphs.append(LineJoiner.join(current))
        current = []
      }
    }
    if !current.isEmpty { paragraphs.append(LineJoiner.join(current)) }
    return paragraphs
  }

  /// The columns that a line takes: two for a wide character.
  private static func width(_ line: Line) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
  }

  /// A note's number right behind a sentence's end: “影响。1” → “影响。”.
  private static func stripNoteNumber(_ line: String) -> String {
    var result: [Character] = []
    var index = line.startIndex
    while index < line.endIndex {
      let character = line[index]
      if let last = result.last, "。！？”.".contains(last), character.isDigit, !(last == "." && isDecimal(result)) {
        let digits = line[index...].prefix { $0.isDigit }
        let after = line[digits.endIndex...].first
        if digits.count <= 3, after == nil || after == " " || (after.map { !$0.isASCII && !$0.isDigit } ?? false),
          last != "”" || after == nil || after == " "
        {
          index = digits.endIndex
          while last != ".", index < line.endIndex, line[index] == " " { index = line.index(after: index) }
          continue
        }
      }
      result.append(character)
      index = line.index(after: index)
    }
    return String(result)
  }

  private static func isDecimal(_ text: [Character]) -> Bool { text.dropLast().last?.isDigit ?? true }

  static func endsSentence(_ line: String) -> Bool {
    var rest = Substring(line)
    while let last = rest.last, last.isDigit || "”’\"')）】".contains(last) || last == " " { rest.removeLast() }
    guard let last = rest.last else { return true }
    return "。！？.!?：:；;".contains(last)
  }
}
