internal import Statistics

extension ValidationReport {
  /// What the groups of the rows are.
  private var groupTitle: String { groupings.count == 1 ? groupings[0].rawValue : "group" }

  /// The rows as a table.
  public var table: Table {
    Table(
      columns: ["code", groupTitle, "P", "R", "F1", "95 % interval", "found", "false alarms", "missed"],
      rows: rows.map { row in
        func number(_ value: Double?) -> Cell { .optional(value, digits: 3) }
        let accuracy = row.accuracy
        return [
          .text(row.measure.rawValue), .text(row.group), number(accuracy.precision), number(accuracy.recall),
          number(accuracy.f1), .interval(row.interval), .integer(accuracy.truePositives),
          .integer(accuracy.falsePositives), .integer(accuracy.falseNegatives),
        ]
      })
  }

  /// The report for a terminal: the table, the confusions, then the sentences on which the codings differ.
  public func text(showing limit: Int) -> String {
    var out = "\(count) coded sentences\n\n" + table.rendered(as: .table)
    guard limit > 0 else { return out }
    for confusion in confusions where !confusion.errors.isEmpty {
      let errors = confusion.errors.prefix(limit).map { "\($0.coder) taken for \($0.analyzers) \($0.count)×" }
      out += "\n\(confusion.measure.rawValue), most confused: \(errors.joined(separator: ", "))"
    }
    out += "\n"
    for measure in Measure.allCases {
      let found = disagreements.filter { $0.measure == measure }
      guard !found.isEmpty else { continue }
      out += "\n\(measure.rawValue): \(found.count) sentences differ\n"
      for item in found.prefix(limit) {
        out += "  \(item.id)  \(DisplayWidth.truncate(item.text.replacing("\n", with: " "), to: 400))\n"
        if !item.missed.isEmpty { out += "    missed: \(item.missed.joined(separator: ", "))\n" }
        if !item.falseAlarms.isEmpty { out += "    false alarm: \(item.falseAlarms.joined(separator: ", "))\n" }
        if !item.fired.isEmpty { out += "    fired: \(item.fired.joined(separator: "; "))\n" }
      }
      if found.count > limit { out += "  … and \(found.count - limit) more (--show all)\n" }
    }
    return out
  }

  /// The report as JSON.
  public var json: JSONText {
    .object([
      ("items", .integer(count)), ("replicates", .integer(bootstrap.replicates)),
      ("seed", .integer(Int(bootstrap.seed))),
      (
        "measures",
        .list(
          rows.map { row in
            .object([
              ("code", .text(row.measure.rawValue)), (groupTitle, .text(row.group)),
              ("precision", .optional(row.accuracy.precision)), ("recall", .optional(row.accuracy.recall)),
              ("f1", .optional(row.accuracy.f1)), ("lower", .optional(row.interval?.lower)),
              ("upper", .optional(row.interval?.upper)), ("true_positives", .integer(row.accuracy.truePositives)),
              ("false_positives", .integer(row.accuracy.falsePositives)),
              ("false_negatives", .integer(row.accuracy.falseNegatives)),
            ])
          })
      ),
      ("confusions", .list(confusions.map(\.json))),
      (
        "disagreements",
        .list(
          disagreements.map { item in
            .object([
              ("code", .text(item.measure.rawValue)), ("id", .text(item.id)), ("text", .text(item.text)),
              ("missed", .list(item.missed.map { .text($0) })),
              ("false_alarms", .list(item.falseAlarms.map { .text($0) })),
              ("fired", .list(item.fired.map { .text($0) })),
            ])
          })
      ),
    ])
  }
}
