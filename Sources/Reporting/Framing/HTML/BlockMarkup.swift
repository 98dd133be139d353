internal import Charts

/// The parts of a section as markup.
struct BlockMarkup {
  let evidence: EvidenceMarkup
  let wording: Wording

  /// The widths at which charts are drawn: the page shows the one that fits.
  static let wide = 720.0
  static let narrow = 350.0

  func markup(_ block: ReportBlock) -> String {
    switch block {
    case .chart(let chart): figure(chart)
    case .table(let table): table.markup
    case .sentences(let title, let places):
      "<div class=\"quotes\"><h3>\(Markup.escape(title))</h3>\(places.map(evidence.quote).joined())</div>"
    case .paragraph(let prose): "<p>\(prose.markup)</p>"
    case .list(let items): "<ul class=\"notes\">\(items.map { "<li>\($0.markup)</li>" }.joined())</ul>"
    case .terms(let terms):
      "<dl>\(terms.map { "<dt>\(Markup.escape($0.name))</dt><dd>\(Markup.escape($0.text))</dd>" }.joined())</dl>"
    }
  }

  private func figure(_ chart: any Chart) -> String {
    let heading = chart.heading
    return "<figure id=\"\(heading.id)-figure\"><figcaption><h3>\(Markup.escape(heading.title))</h3>"
      + "<p>\(Markup.escape(heading.summary))</p></figcaption>"
      + "<div class=\"wide\">\(chart.svg(width: Self.wide))</div>"
      + "<div class=\"narrow\">\(chart.svg(width: Self.narrow, suffix: "-n"))</div>"
      + "<details><summary>\(wording("Numbers behind this chart", "图中数据"))</summary>"
      + LinkedTable(chart.table, caption: heading.title).markup + "</details></figure>"
  }
}

extension LinkedTable {
  /// The table behind a chart.
  init(_ table: DataTable, caption: String) {
    self.caption = caption
    columns = table.columns
    rows = table.rows.map { row in
      row.map { datum in
        switch datum {
        case .text(let text): Cell(.text(text))
        case .number(let number): Cell(.number(number, digits: number == number.rounded() ? 0 : 2))
        case .missing: Cell(.missing)
        }
      }
    }
  }
}

extension Prose {
  /// The paragraph as markup.
  var markup: String {
    parts.map { part in
      switch part {
      case .text(let text): Markup.escape(text)
      case .link(let text, let target): "<a href=\"\(Markup.escape(target))\">\(Markup.escape(text))</a>"
      }
    }.joined()
  }
}
