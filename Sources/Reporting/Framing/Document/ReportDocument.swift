public import Charts
public import DiscourseModel

/// A report as it is read: sections of text, charts, tables and sentences. Every form of output is written from it.
public struct ReportDocument: Sendable {
  /// The title.
  public var title: String
  /// What it covers, in a line.
  public var subtitle: String
  /// The language of headings and text.
  public var language: Language
  /// The sections, in order.
  public var sections: [ReportSection]
}

/// A section of a report.
public struct ReportSection: Sendable {
  /// Its address on the page.
  public var id: String
  /// Its heading.
  public var title: String
  /// What it shows, and how sure that is.
  public var lead: [Prose]
  /// What it holds, in order.
  public var blocks: [ReportBlock]

  init(id: String, title: String, lead: [Prose] = [], blocks: [ReportBlock] = []) {
    self.id = id
    self.title = title
    self.lead = lead
    self.blocks = blocks.filter { !$0.isEmpty }
  }
}

extension ReportBlock {
  /// Whether there is nothing to show.
  var isEmpty: Bool {
    switch self {
    case .chart(let chart): chart.table.rows.isEmpty
    case .table(let table): table.rows.isEmpty
    case .sentences(_, let places): places.isEmpty
    case .list(let items): items.isEmpty
    case .paragraph, .terms: false
    }
  }
}

/// A part of a section.
public enum ReportBlock: Sendable {
  /// A chart.
  case chart(any Chart)
  /// A table of numbers that lead to their sentences.
  case table(LinkedTable)
  /// Sentences, by their places among the evidence.
  case sentences(title: String, places: [Int])
  /// A paragraph.
  case paragraph(Prose)
  /// A list of paragraphs.
  case list([Prose])
  /// Names with what they stand for.
  case terms([(name: String, text: String)])
}

/// A table whose cells lead to sentences.
public struct LinkedTable: Sendable {
  /// A cell.
  public struct Cell: Sendable {
    /// What it holds.
    public var value: Reporting.Cell
    /// Where it leads.
    public var link: String?

    /// A cell.
    public init(_ value: Reporting.Cell, link: String? = nil) {
      self.value = value
      self.link = link
    }
  }

  /// What it shows.
  public var caption: String
  /// The columns' names.
  public var columns: [String]
  /// The rows; each has a cell for each column.
  public var rows: [[Cell]]

  /// The table without its links.
  public var table: Table { Table(columns: columns, rows: rows.map { $0.map(\.value) }) }
}
