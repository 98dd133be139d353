public import DiscourseModel

extension SegmentedSentence {
  /// Reads sentences that somebody segmented: one a line with spaces between words, or CoNLL-U.
  ///
  /// A CoNLL-U file is known by its first line that is no comment: it has ten columns. A token of several words (`1-2`)
  /// is one word; empty nodes (`1.1`) are none.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: its name, for messages.
  /// - Throws: a ``Diagnostic`` with the line that is wrong.
  public static func read(_ text: String, file: String) throws(Diagnostic) -> [SegmentedSentence] {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    let first = lines.first { !$0.isEmpty && !$0.hasPrefix("#") }
    let sentences =
      (first ?? "").split(separator: "\t", omittingEmptySubsequences: false).count == 10
      ? try conllu(lines, file: file) : spaced(lines)
    guard !sentences.isEmpty else {
      throw Diagnostic(
        at: SourceLocation(file: file), "holds no sentence; write one a line with spaces between words, or CoNLL-U")
    }
    return sentences
  }

  private static func spaced(_ lines: [String]) -> [SegmentedSentence] {
    lines.compactMap { line in
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }.map(String.init)
      return words.isEmpty ? nil : SegmentedSentence(words: words)
    }
  }

  private static func conllu(_ lines: [String], file: String) throws(Diagnostic) -> [SegmentedSentence] {
    var sentences: [SegmentedSentence] = []
    var words: [String] = []
    var spaces: [Bool] = []
    var covered = 0
    for (number, line) in (lines + [""]).enumerated() {
      if line.isEmpty {
        if !words.isEmpty { sentences.append(SegmentedSentence(words: words, spaces: spaces)) }
        (words, spaces, covered) = ([], [], 0)
        continue
      }
      if line.hasPrefix("#") { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == 10, !columns[1].isEmpty else {
        throw Diagnostic(
          at: SourceLocation(file: file, line: number + 1), "a line of CoNLL-U has ten columns with tabs between them")
      }
      if columns[0].contains(".") { continue }
      if let dash = columns[0].firstIndex(of: "-") {
        covered = Int(columns[0][columns[0].index(after: dash)...]) ?? 0
      } else if let id = Int(columns[0]), id <= covered {
        continue
      }
      words.append(columns[1].filter { $0 != " " })
      spaces.append(!columns[9].contains("SpaceAfter=No"))
    }
    return sentences
  }
}
