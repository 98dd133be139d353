internal import DiscourseModel
internal import Statistics

extension ComparisonReport {
  /// Everything that was found, one observation a row, as R and pandas take it.
  public var table: Table {
    Table(
      columns: [
        "section", "group", "versus", "measure", "unit", "value", "lower", "upper", "p", "p_adjusted", "numerator",
        "denominator", "statements", "name",
      ],
      rows: (groups.flatMap(rows) + contrasts.flatMap(rows) + dyads.flatMap(rows) + duplicates.map(row)).map(\.cells))
  }

  private func rows(_ group: ComparedGroup) -> [TidyRow] {
    func row(_ section: String, _ measure: String, _ unit: String, _ rate: Rate, _ interval: Interval?) -> TidyRow {
      var row = TidyRow(section, group.name, measure: measure, unit: unit, value: rate.value, interval: interval)
      (row.numerator, row.denominator, row.statements) = (rate.numerator, rate.denominator, group.statements)
      return row
    }
    let cells = FigureUnit.perHundredSentences.rawValue
    return group.figures.map { row("figure", $0.key, $0.unit.rawValue, $0.rate, $0.interval) }
      + group.threats.map { row("threat_matrix", $0.pair.name, cells, $0.rate, $0.interval) }
      + group.blames.map { row("blame_matrix", $0.pair.name, cells, $0.rate, $0.interval) }
      + group.profiles.flatMap { profile in
        profile.counts.map { category, count in
          let all = profile.counts.reduce(0) { $0 + $1.count }
          let rate = Rate(numerator: Double(count), denominator: Double(all))
          return row("profile", "\(profile.kind.rawValue).\(category)", "share", rate, nil)
        }
      }
  }

  private func rows(_ contrast: GroupDifferences) -> [TidyRow] {
    let versus = contrast.right ?? "others"
    let differences = contrast.differences.flatMap { item -> [TidyRow] in
      let (outcome, unit) = (item.outcome, item.unit.rawValue)
      func row(_ section: String, _ unit: String, _ value: Double?, _ interval: Interval?, _ name: String? = nil)
        -> TidyRow
      {
        TidyRow(
          section, contrast.left, versus: versus, measure: item.key, unit: unit, value: value, interval: interval,
          name: name)
      }
      var difference = row("difference", unit, outcome.difference, outcome.interval)
      (difference.p, difference.adjustedP) = (outcome.p, item.adjustedP)
      return [difference, row("ratio", "quotient", outcome.ratio, outcome.ratioInterval)]
        + [("without_statement", item.document), ("without_entry", item.entry)].compactMap { section, influence in
          influence.map { row(section, unit, $0.difference, nil, $0.name) }
        }
    }
    return differences
      + contrast.distances.flatMap { item -> [TidyRow] in
        func row(_ section: String, _ value: Double?) -> TidyRow {
          TidyRow(
            section, contrast.left, versus: versus, measure: item.kind.rawValue, unit: "0 to 1", value: value)
        }
        var distance = row("jensen_shannon", item.distance)
        (distance.interval, distance.p, distance.adjustedP) = (item.interval, item.p, item.adjustedP)
        return [
          distance, row("jensen_shannon_by_chance", item.byChance), row("total_variation", item.totalVariation),
        ]
      }
  }

  private func rows(_ dyad: Dyad) -> [TidyRow] {
    func row(_ section: String, _ value: Double, _ interval: Interval?) -> TidyRow {
      TidyRow(
        section, Side.us.rawValue, versus: Side.prc.rawValue, measure: dyad.construct.rawValue, unit: "-1 to 1",
        value: value, interval: interval)
    }
    var asymmetry = row("asymmetry", dyad.asymmetry, dyad.asymmetryInterval)
    (asymmetry.p, asymmetry.adjustedP) = (dyad.p, dyad.adjustedP)
    return [asymmetry, row("reciprocity", dyad.reciprocity, dyad.reciprocityInterval)]
  }

  private func row(_ duplicate: NearDuplicate) -> TidyRow {
    TidyRow(
      duplicate.isDropped ? "duplicate_dropped" : "duplicate_kept", duplicate.id, versus: duplicate.original,
      measure: "resemblance", unit: "0 to 1", value: duplicate.resemblance)
  }
}

/// A row of the tidy table.
private struct TidyRow {
  var section: String
  var group: String
  var versus: String?
  var measure: String
  var unit: String
  var value: Double?
  var interval: Interval?
  var p: Double?
  var adjustedP: Double?
  var numerator: Double?
  var denominator: Double?
  var statements: Int?
  var name: String?

  init(
    _ section: String, _ group: String, versus: String? = nil, measure: String, unit: String, value: Double?,
    interval: Interval? = nil, name: String? = nil
  ) {
    (self.section, self.group, self.versus, self.measure, self.unit) = (section, group, versus, measure, unit)
    (self.value, self.interval, self.name) = (value, interval, name)
  }

  var cells: [Cell] {
    func number(_ value: Double?) -> Cell { .optional(value, digits: 4) }
    return [
      .text(section), .text(group), versus.map { .text($0) } ?? .missing, .text(measure), .text(unit), number(value),
      number(interval?.lower), number(interval?.upper), number(p), number(adjustedP),
      numerator.map { .integer(Int($0)) } ?? .missing, denominator.map { .integer(Int($0)) } ?? .missing,
      statements.map { .integer($0) } ?? .missing, name.map { .text($0) } ?? .missing,
    ]
  }
}

extension ActorPair {
  /// `US→PRC`.
  var name: String { "\(from.rawValue)→\(to.rawValue)" }
}
