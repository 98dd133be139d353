public import DiscourseModel
internal import Statistics

extension ScoreReport {
  /// The figures, one observation a row, as R and pandas take them.
  public var table: Table {
    Table(
      columns: [
        "side", "figure", "value", "unit", "numerator", "denominator", "lower", "upper", "level", "statements",
        "corrected", "corrected_lower", "corrected_upper", "coded_by_hand",
      ],
      rows: groups.flatMap { group in
        group.figures.map { figure in
          func number(_ value: Double?) -> Cell { .optional(value, digits: 4) }
          return [
            .text(group.side.rawValue), .text(figure.key), number(figure.rate.value), .text(figure.unit.rawValue),
            .integer(Int(figure.rate.numerator)), .integer(Int(figure.rate.denominator)),
            number(figure.interval?.lower), number(figure.interval?.upper), number(figure.interval?.level),
            .integer(group.statements.count), number(figure.corrected.map { figure.rate.scale * $0.value }),
            number(figure.corrected.map { figure.rate.scale * $0.interval.lower }),
            number(figure.corrected.map { figure.rate.scale * $0.interval.upper }),
            figure.corrected.map { .integer($0.sampleSize) } ?? .missing,
          ]
        }
      })
  }

  /// The whole report as JSON.
  public var json: JSONText {
    .object([
      (
        "provenance",
        provenance.json([
          ("replicates", .integer(bootstrap.replicates)), ("seed", .integer(Int(bootstrap.seed))),
        ])
      ),
      ("statements", .list(statements.map(statement))), ("groups", .list(groups.map(group))),
    ])
  }

  private func statement(_ summary: StatementSummary) -> JSONText {
    let metadata = summary.metadata
    return .object([
      ("id", .text(metadata.id)), ("side", .text(summary.counts.side.rawValue)),
      ("side_inferred", .bool(metadata.sideIsInferred)), ("institution", .optional(metadata.institution)),
      ("speaker", .optional(metadata.speaker)), ("date", .optional(metadata.date?.description)),
      ("title", .optional(metadata.title)), ("language", .optional(metadata.language?.rawValue)),
      ("genre", .optional(metadata.genre)), ("sentences", .integer(summary.counts.allSentences)),
      ("own_sentences", .integer(summary.counts.sentences)), ("words", .integer(summary.counts.words)),
    ])
  }

  private func group(_ group: Group) -> JSONText {
    .object([
      ("side", .text(group.side.rawValue)), ("figures", .list(group.figures.map(\.json))),
      ("threat_matrix", pairs(group.threats, "from", "to")), ("blame_matrix", pairs(group.blames, "by", "target")),
      ("strongest", .list(group.highlights.map(highlight))),
    ])
  }

  private func pairs(_ pairs: [(pair: ActorPair, count: Int)], _ from: String, _ to: String) -> JSONText {
    .list(
      pairs.map { item in
        .object([
          (from, .text(item.pair.from.rawValue)), (to, .text(item.pair.to.rawValue)), ("count", .integer(item.count)),
        ])
      })
  }

  private func highlight(_ highlight: Highlight) -> JSONText {
    .object([
      ("construct", .text(highlight.construct.rawValue)), ("document", .text(highlight.document)),
      ("sentence", .integer(highlight.sentence)), ("codes", .text(highlight.summary)),
      ("evidence", .list(highlight.evidence.map { .text($0) })), ("text", .text(highlight.text)),
    ])
  }

  /// The report as Markdown.
  public func markdown(language: Language) -> String {
    let wording = Wording(language)
    var out = ""
    for group in groups {
      out += "## \(wording.side(group.side))\n\n"
      let rows = group.figures.filter { $0.rate.numerator > 0 }.map { figure -> [Cell] in
        [
          .text(figure.key), .optional(figure.rate.value, digits: 2), .interval(figure.interval),
          .text(wording.unit(figure.unit)),
          .text("\(Int(figure.rate.numerator)) / \(Int(figure.rate.denominator))"),
        ]
      }
      out += Table(columns: ["figure", "value", "95 %", "unit", "counts"], rows: rows).rendered(as: .markdown) + "\n"
      for item in group.highlights {
        out += "> \(item.text.replacing("\n", with: " ")) — `\(item.document):\(item.sentence)` \(item.summary)\n\n"
      }
    }
    return out + "_\(provenance.program), ICU \(provenance.icu), lexicons \(provenance.lexicons)_\n"
  }
}
