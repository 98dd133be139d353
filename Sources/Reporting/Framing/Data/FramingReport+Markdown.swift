internal import Charts
public import DiscourseModel
internal import Statistics

extension FramingReport {
  /// The report as Markdown: text, the numbers of each chart as a table, and the strongest sentences.
  public func markdown(language: Language) -> String {
    let document = document(language: language)
    let wording = Wording(language)
    var out = "# \(Self.plain(document.title))\n\n\(Self.plain(document.subtitle))\n"
    for section in document.sections {
      out += "\n## \(section.title)\n\n"
      for prose in section.lead where !prose.parts.isEmpty { out += Self.plain(prose.text) + "\n\n" }
      out += section.blocks.map { markdown($0, wording) }.joined()
    }
    let origin = scores.provenance
    return out + "\n---\n\(origin.program), ICU \(origin.icu), \(wording("lexicons", "词表")) \(origin.lexicons)\n"
  }

  private func markdown(_ block: ReportBlock, _ wording: Wording) -> String {
    switch block {
    case .chart(let chart):
      "### \(Self.plain(chart.heading.title))\n\n\(Self.plain(chart.heading.summary))\n\n"
        + Self.table(LinkedTable(chart.table, caption: "").table) + "\n"
    case .table(let table): "**\(Self.plain(table.caption))**\n\n" + Self.table(table.table) + "\n"
    case .sentences(let title, let places):
      "**\(Self.plain(title))**\n\n" + places.map { quote(evidence.items[$0], wording) }.joined() + "\n"
    case .paragraph(let prose): Self.plain(prose.text) + "\n\n"
    case .list(let items): items.map { "- " + Self.plain($0.text) + "\n" }.joined() + "\n"
    case .terms(let terms): terms.map { "- \(Self.plain($0.name)): \(Self.plain($0.text))\n" }.joined() + "\n"
    }
  }

  private func quote(_ item: EvidenceIndex.Item, _ wording: Wording) -> String {
    let sentence = item.kept.sentence
    let codes = CodeLines(wording: wording).lines(sentence).map { "\(wording.construct($0.construct)): \($0.text)" }
    let source = EvidenceMarkup(report: self, wording: wording).source(metadata(item.kept.statement))
    let text = Self.plain(sentence.text.replacing("\n", with: " "))
    return
      "> \(text)\n>\n> — \(Self.plain(source)), \(sentence.document):\(sentence.sentence). \(Self.plain(codes.joined(separator: "; ")))\n\n"
  }

  private static func table(_ table: Table) -> String {
    let rows = table.rows.map { row in
      row.map { cell -> Cell in
        if case .text(let text) = cell { .text(plain(text)) } else { cell }
      }
    }
    return Table(columns: table.columns.map(plain), rows: rows).rendered(as: .markdown)
  }

  /// A text that Markdown shows as it is: its marks are escaped, and no text becomes markup of a page.
  private static func plain(_ text: String) -> String {
    Markup.visible(text).reduce(into: "") { out, character in
      if "\\`*_[]<>#".contains(character) { out.append("\\") }
      out.append(character)
    }
  }
}
