public import ArgumentParser
public import DiscourseModel
import ParallaxKit
public import Reporting

// Codes that can be typed as options.

extension Language: ExpressibleByArgument {}
extension Voice: ExpressibleByArgument {}
extension ValidationGrouping: ExpressibleByArgument {}

extension PeriodLength: ExpressibleByArgument {}
extension SeriesChange: ExpressibleByArgument {}

extension DatedEvent: ExpressibleByArgument {
  /// An event as it is typed: `2018-07-06=first tariffs`; nil where it has no date.
  public init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard let first = parts.first, let date = StatementDate(parsing: first) else { return nil }
    self.init(date: date, label: parts.count > 1 ? parts[1] : first)
  }
}

/// The forms in which a report of figures can be written.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv, tsv, markdown

  /// A table in this form.
  func rendered(_ table: Table) -> String {
    self == .json ? table.rendered(as: .json) : rendered(table, json: .null)
  }

  /// A report in this form.
  ///
  /// - Parameters:
  ///   - table: its figures.
  ///   - text: what a reader at a terminal sees; the table alone where nil.
  ///   - json: all of it.
  ///   - markdown: what a reader of Markdown sees; the table alone where nil.
  func rendered(_ table: Table, text: String? = nil, json: JSONText, markdown: String? = nil) -> String {
    switch self {
    case .table: text ?? table.rendered(as: .table)
    case .json: json.pretty
    case .jsonl: table.rendered(as: .jsonl)
    case .csv: table.rendered(as: .csv)
    case .tsv: table.rendered(as: .tsv)
    case .markdown: markdown ?? table.rendered(as: .markdown)
    }
  }
}

extension CodedSample {
  /// Reads a sample and says on standard error how many of its sentences are not coded yet.
  static func announced(_ path: String) throws -> CodedSample {
    let sample = try CodedSample(path: path)
    if sample.uncoded > 0 {
      Output.error.write("\(path): warning: \(sample.uncoded) sentences are not coded yet and were left out\n")
    }
    return sample
  }
}
