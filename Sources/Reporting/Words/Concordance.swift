public import DiscourseModel

/// A place where what is looked for stands, with the words around it.
public struct ConcordanceLine: Sendable, Hashable {
  /// The statement's id.
  public var document: String
  /// Whose statement it is.
  public var side: Side?
  /// The statement's date.
  public var date: StatementDate?
  /// The sentence's number in its statement, from 0.
  public var sentence: Int
  /// Who speaks.
  public var voice: Voice
  /// Half-open range of code points in the statement's text.
  public var range: Range<Int>
  /// The text before it.
  public var left: String
  /// The place itself.
  public var node: String
  /// The text behind it.
  public var right: String
  /// What it was found as: the word, the entry, the actor or the code.
  public var match: String
  /// The words before it in their normalized forms, the nearest first.
  public var leftWords: [String]
  /// The words behind it, the nearest first.
  public var rightWords: [String]

  /// A line with its parts.
  public init(
    document: String, side: Side?, date: StatementDate?, sentence: Int, voice: Voice, range: Range<Int>, left: String,
    node: String, right: String, match: String, leftWords: [String], rightWords: [String]
  ) {
    (self.document, self.side, self.date) = (document, side, date)
    (self.sentence, self.voice, self.range) = (sentence, voice, range)
    (self.left, self.node, self.right, self.match) = (left, node, right, match)
    (self.leftWords, self.rightWords) = (leftWords, rightWords)
  }
}

/// What lines of a concordance are sorted by: L1 is the word before the node, R2 the second behind it.
public enum ConcordanceOrder: Sendable, Hashable {
  case left(Int)
  case right(Int)
  case node
  case match
  case document
  case date
  case side

  /// Reads an order such as `L1`, `r3`, `node`, `date`; nil for anything else.
  public init?(parsing text: String) {
    let name = text.lowercased()
    switch name {
    case "node": self = .node
    case "match": self = .match
    case "document": self = .document
    case "date": self = .date
    case "side": self = .side
    default:
      guard let place = Int(name.dropFirst()), (1...9).contains(place) else { return nil }
      switch name.first {
      case "l": self = .left(place)
      case "r": self = .right(place)
      default: return nil
      }
    }
  }

  /// What a line is sorted by; a word that is not there comes first.
  func key(of line: ConcordanceLine) -> String {
    switch self {
    case .left(let place): line.leftWords.count >= place ? line.leftWords[place - 1] : ""
    case .right(let place): line.rightWords.count >= place ? line.rightWords[place - 1] : ""
    case .node: line.node.lowercased()
    case .match: line.match
    case .document: line.document
    case .date: line.date?.description ?? ""
    case .side: line.side?.rawValue ?? ""
    }
  }
}

/// Lines of a concordance with how they were found.
public struct ConcordanceReport: Sendable {
  private let report: WordReport
  private let lines: [ConcordanceLine]

  /// A concordance.
  ///
  /// - Parameters:
  ///   - lines: the lines, in the order of input.
  ///   - order: what they are sorted by, the first first; the order of input where it is empty or equal.
  ///   - limit: how many readers see; nil for all.
  ///   - isLimited: whether data are cut too.
  ///   - facts: what holds for all lines.
  ///   - language: the language of headings.
  ///   - provenance: how they were found.
  public init(
    _ lines: [ConcordanceLine], by order: [ConcordanceOrder], limit: Int?, isLimited: Bool,
    facts: [WordReport.Fact], language: Language, provenance: Provenance
  ) {
    let sorted = Self.sorted(lines, by: order)
    self.lines = limit.map { Array(sorted.prefix($0)) } ?? sorted
    let columns: [WordColumn<ConcordanceLine>] = [
      .shown("document", "document", "文档") { .text($0.document) },
      .shown("date", "date", "日期") { .optional($0.date?.description) },
      .shown("side", "side", "方") { .optional($0.side?.rawValue) },
      .data("sentence") { .integer($0.sentence) }, .data("voice") { .text($0.voice.rawValue) },
      .shown("left", "left", "左") { .text($0.left) }, .shown("node", "node", "关键词") { .text($0.node) },
      .shown("right", "right", "右") { .text($0.right) }, .data("match") { .text($0.match) },
      .data("start") { .integer($0.range.lowerBound) }, .data("end") { .integer($0.range.upperBound) },
    ]
    report = WordReport(
      columns, rows: isLimited ? self.lines : sorted, shown: self.lines, facts: facts, notes: [], language: language,
      provenance: provenance)
  }

  private static func sorted(_ lines: [ConcordanceLine], by order: [ConcordanceOrder]) -> [ConcordanceLine] {
    guard !order.isEmpty else { return lines }
    let keys = lines.map { line in order.map { $0.key(of: line) } }
    let places = lines.indices.sorted { left, right in
      for (first, second) in zip(keys[left], keys[right]) where first != second { return first < second }
      return left < right
    }
    return places.map { lines[$0] }
  }

  /// The concordance in a form.
  ///
  /// - Parameter width: the columns of the terminal.
  public func rendered(as format: Table.Format, width: Int) -> String {
    format == .table ? report.text(aligned(width: width)) : report.rendered(as: format)
  }

  /// Keywords in context: what is looked for stands in one column, wide characters counted as two.
  private func aligned(width: Int) -> String {
    let labels = lines.map(Self.label)
    let labelWidth = min(40, labels.map(DisplayWidth.of).max() ?? 0)
    let nodeWidth = min(24, lines.map { DisplayWidth.of($0.node) }.max() ?? 0)
    let side = max(12, (width - labelWidth - nodeWidth - 6) / 2)
    return zip(lines, labels).map { line, label in
      let left = DisplayWidth.tail(line.left, to: side)
      let node = DisplayWidth.truncate(line.node, to: nodeWidth)
      let right = DisplayWidth.truncate(line.right, to: side)
      let text =
        DisplayWidth.padded(DisplayWidth.truncate(label, to: labelWidth), to: labelWidth) + "  "
        + DisplayWidth.padded(left, to: side, atStart: true) + "  " + DisplayWidth.padded(node, to: nodeWidth) + "  "
        + right
      return text.trimmingEnd() + "\n"
    }.joined()
  }

  /// Document and sentence, date and side.
  private static func label(_ line: ConcordanceLine) -> String {
    let document = DisplayWidth.tail("\(line.document):\(line.sentence)", to: 22)
    return ([document] + [line.date?.description, line.side?.rawValue].compactMap { $0 }).joined(separator: " ")
  }
}

extension DisplayWidth {
  /// The end of a text in at most `limit` columns, with … where something was cut.
  static func tail(_ text: String, to limit: Int) -> String {
    guard of(text) > limit else { return text }
    var kept: [Character] = []
    var used = 0
    for character in text.reversed() {
      let width = of(String(character))
      guard used + width <= limit - 1 else { break }
      kept.append(character)
      used += width
    }
    return "…" + String(kept.reversed())
  }

  /// A text with spaces at its end, or at its start, up to a width.
  static func padded(_ text: String, to width: Int, atStart: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return atStart ? space + text : text + space
  }
}
