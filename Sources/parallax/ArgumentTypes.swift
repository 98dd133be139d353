public import ArgumentParser
public import DiscourseModel
import Reporting

// Codes that can be typed as options.

extension Language: ExpressibleByArgument {}
extension Voice: ExpressibleByArgument {}

/// The forms in which a report of figures can be written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv, tsv, markdown

  /// A report in this form.
  ///
  /// - Parameters:
  ///   - table: its figures.
  ///   - text: what a reader at a terminal sees; the table alone where nil.
  ///   - json: all of it.
  func rendered(_ table: Table, text: String? = nil, json: JSONText) -> String {
    switch self {
    case .table: text ?? table.rendered(as: .table)
    case .json: json.pretty
    case .csv: table.rendered(as: .csv)
    case .tsv: table.rendered(as: .tsv)
    case .markdown: table.rendered(as: .markdown)
    }
  }
}
