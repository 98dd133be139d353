internal import Charts

extension LinkedTable {
  /// The table as markup: it scrolls by itself where it is wider than the page, by keyboard too.
  var markup: String {
    let numeric = columns.indices.map { column in rows.contains { $0[column].value.isNumeric } }
    let head = zip(columns, numeric).map {
      "<th scope=\"col\"\($1 ? " class=\"n\"" : "")>\(Markup.escape($0))</th>"
    }
    let body = rows.map { row in
      let cells = row.enumerated().map { column, cell in cell.markup(isHead: column == 0, isNumber: numeric[column]) }
      return "<tr>\(cells.joined())</tr>"
    }
    let name = Markup.escape(caption)
    return
      "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(name)\"><table><caption>\(name)</caption>"
      + "<thead><tr>\(head.joined())</tr></thead><tbody>\(body.joined())</tbody></table></div>"
  }

  /// A table whose numbers lead nowhere.
  init(_ table: Table, caption: String) {
    self.caption = caption
    columns = table.columns
    rows = table.rows.map { $0.map { Cell($0) } }
  }
}

extension LinkedTable.Cell {
  fileprivate func markup(isHead: Bool, isNumber: Bool) -> String {
    let text = Markup.escape(value.display)
    let inside = link.map { "<a href=\"\(Markup.escape($0))\">\(text)</a>" } ?? text
    if isHead { return "<th scope=\"row\">\(inside)</th>" }
    let style = isNumber ? " class=\"n\"" : isShort ? " class=\"w\"" : ""
    return "<td\(style)>\(inside)</td>"
  }

  /// Counts, intervals, dates and short names stay on one line.
  private var isShort: Bool { value.display.utf8.count < (value.display.contains(where: \.isNumber) ? 26 : 16) }
}
