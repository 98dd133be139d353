internal import DiscourseModel
internal import Statistics

extension ComparisonReport {
  /// The whole report as JSON.
  public var json: JSONText {
    let resampling = options.resampling
    return .object([
      (
        "provenance",
        provenance.json([
          ("by", .text(options.by.name)), ("stratified_by", .optional(options.strata?.name)),
          ("interval", .text(resampling.method.rawValue)), ("replicates", .integer(resampling.bootstrap.replicates)),
          ("permutations", .integer(resampling.permutations)), ("seed", .integer(Int(resampling.bootstrap.seed))),
          ("level", .number(resampling.bootstrap.level)), ("correction", .text("Benjamini-Hochberg")),
        ])
      ),
      ("groups", .list(groups.map(\.json))), ("contrasts", .list(contrasts.map(\.json))),
      ("dyads", .list(dyads.map(\.json))), ("duplicates", .list(duplicates.map(\.json))),
      ("cautions", .list(cautions.map { .text(Wording(.en).caution($0, by: options.by)) })),
    ])
  }
}

extension ComparedGroup {
  fileprivate var json: JSONText {
    func tallies(_ tallies: [Tally]) -> JSONText { .object(tallies.map { ($0.value, .integer($0.statements)) }) }
    return .object([
      ("group", .text(name)), ("statements", .integer(statements)), ("sentences", .integer(sentences)),
      ("words", .integer(words)), ("first_date", .optional(dates?.lowerBound.description)),
      ("last_date", .optional(dates?.upperBound.description)), ("sides", tallies(sides)),
      ("languages", tallies(languages)), ("genres", tallies(genres)), ("gathered_before_resampling", .bool(isGathered)),
      ("figures", .list(figures.map(\.json))), ("threat_matrix", .list(threats.map { $0.json("from", "to") })),
      ("blame_matrix", .list(blames.map { $0.json("by", "target") })),
      (
        "profiles",
        .object(
          profiles.map { profile in
            (profile.kind.rawValue, .object(profile.counts.map { ($0.category, .integer($0.count)) }))
          })
      ),
    ])
  }
}

extension MatrixCell {
  fileprivate func json(_ from: String, _ to: String) -> JSONText {
    .object(
      [
        (from, .text(pair.from.rawValue)), (to, .text(pair.to.rawValue)), ("count", .integer(Int(rate.numerator))),
        ("per_100_sentences", .optional(rate.value)),
      ] + Interval.json(interval))
  }
}

extension GroupDifferences {
  fileprivate var json: JSONText {
    .object([
      ("group", .text(left)), ("versus", .text(right ?? "others")), ("strata", .list(strata.map { .text($0) })),
      ("differences", .list(differences.map(\.json))), ("distances", .list(distances.map(\.json))),
    ])
  }
}

extension FigureDifference {
  fileprivate var json: JSONText {
    .object([
      ("figure", .text(key)), ("unit", .text(unit.rawValue)), ("group", .number(outcome.left)),
      ("versus", .number(outcome.right)),
      ("difference", .object([("value", .number(outcome.difference))] + Interval.json(outcome.interval))),
      ("ratio", .object([("value", .optional(outcome.ratio))] + Interval.json(outcome.ratioInterval))),
      ("p", .optional(outcome.p)), ("p_adjusted", .optional(adjustedP)),
      ("without_statement", document?.json ?? .null), ("without_entry", entry?.json ?? .null),
    ])
  }
}

extension Influence {
  fileprivate var json: JSONText {
    .object([("name", .text(name)), ("difference", .number(difference)), ("decisive", .bool(isDecisive))])
  }
}

extension ProfileDistance {
  fileprivate var json: JSONText {
    .object(
      [("profile", .text(kind.rawValue)), ("jensen_shannon", .number(distance))] + Interval.json(interval) + [
        ("by_chance", .optional(byChance)), ("total_variation", .number(totalVariation)), ("p", .optional(p)),
        ("p_adjusted", .optional(adjustedP)),
      ])
  }
}

extension Dyad {
  fileprivate var json: JSONText {
    func rate(_ rate: Rate) -> JSONText {
      .object([
        ("per_100_sentences", .optional(rate.value)), ("count", .integer(Int(rate.numerator))),
        ("sentences", .integer(Int(rate.denominator))),
      ])
    }
    return .object([
      ("construct", .text(construct.rawValue)), ("us_of_prc", rate(us)), ("prc_of_us", rate(prc)),
      ("asymmetry", .object([("value", .number(asymmetry))] + Interval.json(asymmetryInterval))),
      ("reciprocity", .object([("value", .number(reciprocity))] + Interval.json(reciprocityInterval))),
      ("p", .optional(p)), ("p_adjusted", .optional(adjustedP)), ("p_binomial", .number(binomialP)),
    ])
  }
}

extension NearDuplicate {
  fileprivate var json: JSONText {
    .object([
      ("id", .text(id)), ("repeats", .text(original)), ("resemblance", .number(resemblance)),
      ("dropped", .bool(isDropped)),
    ])
  }
}
