internal import DiscourseModel

/// A column of a table of words: how programs name it, how readers see it, and where its cells come from.
struct WordColumn<Row> {
  /// The name in data.
  let key: String
  /// The heading in both languages; nil for a column that only data have.
  let heading: (english: String, chinese: String)?
  /// A row's cell.
  let cell: (Row) -> Cell

  /// A column that only data have.
  static func data(_ key: String, _ cell: @escaping (Row) -> Cell) -> WordColumn {
    WordColumn(key: key, heading: nil, cell: cell)
  }

  /// A column that readers see too.
  static func shown(
    _ key: String, _ english: String, _ chinese: String, _ cell: @escaping (Row) -> Cell
  ) -> WordColumn {
    WordColumn(key: key, heading: (english, chinese), cell: cell)
  }
}

/// Figures of words with how they were made: a short table for readers, all columns for programs.
public struct WordReport: Sendable {
  /// Something that holds for all rows: sizes, options, the seed.
  public struct Fact: Sendable, Hashable {
    /// Its name in JSON.
    public var name: String
    /// Its value.
    public var value: JSONText
    /// A line for readers; nil where it is of no use to them.
    public var line: String?

    /// A fact.
    public init(_ name: String, _ value: JSONText, line: String? = nil) {
      (self.name, self.value, self.line) = (name, value, line)
    }
  }

  /// How it was made.
  public let provenance: Provenance
  /// What holds for all rows.
  public let facts: [Fact]
  /// All columns, one observation a row.
  public let data: Table
  /// What readers see, headings in their language.
  public let display: Table
  /// Lines below the table for readers.
  public let notes: [String]

  init<Row>(
    _ columns: [WordColumn<Row>], rows: [Row], shown: [Row], facts: [Fact], notes: [String], language: Language,
    provenance: Provenance
  ) {
    let wording = Wording(language)
    self.provenance = provenance
    self.facts = facts
    data = Table(columns: columns.map(\.key), rows: rows.map { row in columns.map { $0.cell(row) } })
    let visible = columns.filter { $0.heading != nil }
    display = Table(
      columns: visible.map { $0.heading.map { wording($0.english, $0.chinese) } ?? $0.key },
      rows: shown.map { row in visible.map { $0.cell(row) } })
    let hidden = rows.count - shown.count
    self.notes =
      (hidden > 0
        ? [
          wording(
            "\(shown.count) of \(rows.count) rows; --limit 0 shows all.",
            "共 \(rows.count) 行，显示 \(shown.count) 行；--limit 0 全部显示。")
        ] : []) + notes
  }

  /// The report in a form.
  public func rendered(as format: Table.Format) -> String {
    switch format {
    case .table: text(display.rendered(as: .table))
    case .markdown: text(display.rendered(as: .markdown), prefix: "\n")
    case .json: json.pretty
    case .csv, .tsv, .jsonl: data.rendered(as: format)
    }
  }

  /// The facts, a table, the notes and the provenance, as lines.
  ///
  /// - Parameter prefix: what parts lines in Markdown.
  func text(_ table: String, prefix: String = "") -> String {
    let head = facts.compactMap(\.line).map { $0 + "\n" + prefix }.joined()
    let foot = (notes + [provenance.line]).map { $0 + "\n" + prefix }.joined()
    return head + (head.isEmpty || !prefix.isEmpty ? "" : "\n") + table + "\n" + foot
  }

  /// The whole report as JSON.
  public var json: JSONText {
    .object(
      [("provenance", provenance.json())] + facts.map { ($0.name, $0.value) }
        + [("rows", .list(data.rows.map { row in .object(Array(zip(data.columns, row.map(\.json)))) }))])
  }
}
