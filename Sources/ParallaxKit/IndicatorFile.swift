internal import DiscourseModel
internal import Ingestion
public import Reporting

/// A file of indicators: CSV with the columns `date`, `value`, `name`, `unit` and `source`, a figure a row.
public enum IndicatorFile {
  /// Reads the series of a file, in the order in which their names come.
  ///
  /// - Throws: a ``Diagnostic`` with file and line where a column is missing, or a date or a value cannot be read.
  public static func read(_ path: String) throws -> [Indicator] {
    var indicators: [Indicator] = []
    for row in try DelimitedTable.rows(ofFile: path) {
      let place = SourceLocation(file: path, line: row.line)
      func cell(_ name: String) throws -> String {
        guard let text = row.cells[name] else {
          throw Diagnostic(at: place, "no column \"\(name)\"; an indicator has date, value, name, unit and source")
        }
        return text
      }
      let (name, unit, source) = (try cell("name"), try cell("unit"), try cell("source"))
      guard !name.isEmpty else { throw Diagnostic(at: place, "the name is empty; write what the figure measures") }
      guard let date = StatementDate(parsing: try cell("date")) else {
        throw Diagnostic(at: place, "\"\(try cell("date"))\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
      }
      guard let value = Double(try cell("value")), value.isFinite else {
        throw Diagnostic(at: place, "\"\(try cell("value"))\" is no number; write digits with a decimal point")
      }
      let point = Indicator.Point(date: date, value: value)
      if let index = indicators.firstIndex(where: { $0.name == name && $0.unit == unit }) {
        indicators[index].points.append(point)
        if !source.isEmpty, !indicators[index].sources.contains(source) { indicators[index].sources.append(source) }
      } else {
        indicators.append(
          Indicator(name: name, unit: unit, sources: source.isEmpty ? [] : [source], points: [point]))
      }
    }
    guard !indicators.isEmpty else {
      throw Diagnostic(at: SourceLocation(file: path), "holds no figures; an indicator is a row for each date")
    }
    return indicators
  }
}
