internal import Charts
public import DiscourseModel
internal import Statistics

extension FramingReport {
  /// The figures of each side, and their course over the periods: one observation a row.
  public var table: Table {
    let total = groups.flatMap { group in group.figures.map { row(group.side, "", $0) } }
    let course = (trend?.series ?? []).flatMap { series in
      series.points.compactMap { point -> [Cell]? in
        guard let side = Side(rawValue: series.group), let figure = point.figure(series) else { return nil }
        return row(side, point.period.description, figure)
      }
    }
    return Table(
      columns: [
        "side", "period", "figure", "value", "unit", "numerator", "denominator", "lower", "upper", "level", "corrected",
        "corrected_lower", "corrected_upper",
      ], rows: total + course)
  }

  private func row(_ side: Side, _ period: String, _ figure: Figure) -> [Cell] {
    func number(_ value: Double?) -> Cell { .optional(value, digits: 4) }
    let corrected = figure.corrected
    return [
      .text(side.rawValue), period.isEmpty ? .missing : .text(period), .text(figure.key), number(figure.rate.value),
      .text(figure.unit.rawValue), .integer(Int(figure.rate.numerator)), .integer(Int(figure.rate.denominator)),
      number(figure.interval?.lower), number(figure.interval?.upper), number(figure.interval?.level),
      number(corrected.map { figure.rate.scale * $0.value }),
      number(corrected.map { figure.rate.scale * $0.interval.lower }),
      number(corrected.map { figure.rate.scale * $0.interval.upper }),
    ]
  }

  /// The whole report: scores, sections with the numbers of their charts, and the evidence with its codes.
  public func json(language: Language) -> JSONText {
    let document = document(language: language)
    return .object([
      ("title", .text(document.title)), ("subtitle", .text(document.subtitle)), ("scores", scores.json),
      ("comparison", comparison?.json ?? .null), ("trend", trend?.json ?? .null),
      ("periods", .list((timeline?.names ?? []).map { .text($0) })),
      ("sections", .list(document.sections.map(section))), ("evidence", evidenceData),
    ])
  }

  private func section(_ section: ReportSection) -> JSONText {
    var texts = section.lead.filter { !$0.parts.isEmpty }.map(\.text)
    var charts: [JSONText] = []
    var tables: [JSONText] = []
    for block in section.blocks {
      switch block {
      case .chart(let chart):
        charts.append(
          .object([
            ("id", .text(chart.heading.id)), ("title", .text(chart.heading.title)),
            ("summary", .text(chart.heading.summary)), ("rows", rows(LinkedTable(chart.table, caption: "").table)),
          ]))
      case .table(let table): tables.append(.object([("caption", .text(table.caption)), ("rows", rows(table.table))]))
      case .paragraph(let prose): texts.append(prose.text)
      case .list(let items): texts += items.map(\.text)
      case .sentences, .terms: break
      }
    }
    return .object([
      ("id", .text(section.id)), ("title", .text(section.title)), ("text", .list(texts.map { .text($0) })),
      ("charts", .list(charts)), ("tables", .list(tables)),
    ])
  }

  private func rows(_ table: Table) -> JSONText {
    .list(table.rows.map { .object(Array(zip(table.columns, $0.map(\.json)))) })
  }

  private var evidenceData: JSONText {
    let lists = evidence.lists.map { list -> JSONText in
      .object([
        ("list", .integer(list.number)), ("side", .text(list.side.rawValue)), ("code", .text(list.code.name)),
        ("period", .optional(list.period)), ("sentences", .integer(list.total)), ("shown", .integer(list.shown)),
      ])
    }
    return .object([("lists", .list(lists)), ("sentences", .list(evidence.items.map(sentence)))])
  }

  private func sentence(_ item: EvidenceIndex.Item) -> JSONText {
    let sentence = item.kept.sentence
    let metadata = metadata(item.kept.statement)
    let lines = CodeLines(wording: Wording(.en)).lines(sentence)
    return .object([
      ("document", .text(sentence.document)), ("sentence", .integer(sentence.sentence)),
      ("side", .optional(metadata.side?.rawValue)), ("date", .optional(metadata.date?.description)),
      ("institution", .optional(metadata.institution)), ("speaker", .optional(metadata.speaker)),
      ("language", .text(sentence.language.rawValue)), ("text", .text(sentence.text)),
      (
        "codes",
        .list(
          lines.map { line in
            .object([
              ("construct", .text(line.construct.rawValue)), ("code", .text(line.text)),
              ("found_by", .list(line.found.map { .text($0) })),
            ])
          })
      ), ("lists", .list(item.lists.map { .integer($0) })),
    ])
  }
}
