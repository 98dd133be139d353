internal import Charts

/// Charts as Vega-Lite 5 specifications: data with their encoding, for Altair, Observable and notebooks
/// (Satyanarayan et al. 2017).
enum VegaLite {
  /// The specification of a chart; nil for a kind that has none.
  static func specification(of chart: any Chart) -> JSONText {
    let encoding: [(String, JSONText)] =
      switch chart {
      case let chart as TimeSeriesChart: series(chart.columns, facet: false)
      case let chart as SmallMultiples: series(chart.columns, facet: true)
      case let chart as DotPlot: dots(chart)
      case let chart as MatrixChart: matrix(chart)
      case let chart as DivergingBarChart: diverging(chart)
      case let chart as CompositionChart: composition(chart)
      case let chart as DispersionStrip: strip(chart)
      default: []
      }
    return .object(
      [
        ("$schema", .text("https://vega.github.io/schema/vega-lite/v5.json")), ("name", .text(chart.heading.id)),
        ("title", .text(chart.heading.title)), ("description", .text(chart.heading.summary)), ("width", .integer(600)),
        ("data", .object([("values", .list(values(chart)))])),
      ] + encoding)
  }

  /// The rows of the chart's table; a bar to the left has a negative length, as it is drawn.
  private static func values(_ chart: any Chart) -> [JSONText] {
    let table = chart.table
    var rows = table.rows.map { row in Array(zip(table.columns, row.map(json))) }
    if let chart = chart as? DivergingBarChart {
      let signs = chart.rows.flatMap { $0.left.map { _ in -1.0 } + $0.right.map { _ in 1.0 } }
      let lengths = chart.rows.flatMap { $0.left + $0.right }
      for index in rows.indices { rows[index].append(("length", .number(signs[index] * lengths[index].value))) }
    }
    return rows.map { .object($0) }
  }

  private static func json(_ datum: Datum) -> JSONText {
    switch datum {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .missing: .null
    }
  }

  private static func field(_ name: String, _ type: String, _ more: [(String, JSONText)] = []) -> JSONText {
    // A point or a bracket in a field's name would be read as a path.
    let escaped = name.reduce(into: "") { $0 += ".[]".contains($1) ? "\\\($1)" : String($1) }
    return .object([("field", .text(escaped)), ("type", .text(type)), ("title", .text(name))] + more)
  }

  private static func layer(_ mark: String, _ encoding: [(String, JSONText)], _ more: [(String, JSONText)] = [])
    -> JSONText
  {
    .object([("mark", .object([("type", .text(mark))] + more)), ("encoding", .object(encoding))])
  }

  private static func colours(_ tones: [(name: String, tone: Tone)]) -> [(String, JSONText)] {
    func colour(_ tone: Tone) -> String { ChartTheme.colours.first { $0.name == tone.rawValue }?.light ?? "#000000" }
    var seen: [(String, Tone)] = []
    for item in tones where !seen.contains(where: { $0.0 == item.name }) { seen.append((item.name, item.tone)) }
    return [
      (
        "scale",
        .object([
          ("domain", .list(seen.map { .text($0.0) })), ("range", .list(seen.map { .text(colour($0.1)) })),
        ])
      )
    ]
  }

  private static func series(_ names: [String], facet: Bool) -> [(String, JSONText)] {
    let columns = facet ? Array(names.dropFirst()) : names
    let x = field(columns[1], "ordinal")
    let colour = field(columns[0], "nominal")
    let layers: JSONText = .list([
      layer(
        "area",
        [
          ("x", x), ("y", field(columns[3], "quantitative")), ("y2", .object([("field", .text(columns[4]))])),
          ("color", colour),
        ],
        [("opacity", .number(0.18))]),
      layer(
        "line", [("x", x), ("y", field(columns[2], "quantitative")), ("color", colour)],
        [("point", .bool(true)), ("invalid", .text("break-paths-show-domains"))]),
    ])
    guard facet else { return [("layer", layers)] }
    return [
      ("facet", .object([("field", .text(names[0])), ("type", .text("nominal"))])), ("columns", .integer(2)),
      ("spec", .object([("width", .integer(280)), ("layer", layers)])),
    ]
  }

  private static func dots(_ chart: DotPlot) -> [(String, JSONText)] {
    let columns = chart.columns
    let y = field(columns[0], "nominal", [("sort", .null)])
    let offset: (String, JSONText) = ("yOffset", field(columns[1], "nominal"))
    let colour = field(columns[1], "nominal", colours(chart.rows.flatMap(\.dots).map { ($0.series, $0.tone) }))
    return [
      (
        "layer",
        .list([
          layer(
            "rule",
            [
              ("y", y), offset, ("x", field(columns[3], "quantitative", [("title", .text(columns[2]))])),
              ("x2", .object([("field", .text(columns[4]))])), ("color", colour),
            ]),
          layer(
            "point", [("y", y), offset, ("x", field(columns[2], "quantitative")), ("color", colour)],
            [("filled", .bool(true))]),
        ])
      )
    ]
  }

  private static func matrix(_ chart: MatrixChart) -> [(String, JSONText)] {
    let x = field(chart.names[1], "nominal", [("sort", .null)])
    let y = field(chart.names[0], "nominal", [("sort", .null)])
    let number = field(chart.names[2], "quantitative")
    return [
      (
        "layer",
        .list([
          layer("rect", [("x", x), ("y", y), ("color", number)]),
          layer("text", [("x", x), ("y", y), ("text", number)]),
        ])
      )
    ]
  }

  private static func diverging(_ chart: DivergingBarChart) -> [(String, JSONText)] {
    let parts = chart.rows.flatMap { $0.left.reversed() + $0.right }.map { (name: $0.name, tone: $0.tone) }
    return [
      ("mark", .text("bar")),
      (
        "encoding",
        .object([
          ("y", field(chart.columns[0], "nominal", [("sort", .null)])),
          ("x", field("length", "quantitative", [("title", .text(chart.columns[2]))])),
          ("color", field(chart.columns[1], "nominal", colours(parts))),
        ])
      ),
    ]
  }

  private static func composition(_ chart: CompositionChart) -> [(String, JSONText)] {
    [
      ("mark", .text("bar")),
      (
        "encoding",
        .object([
          ("x", field(chart.columns[0], "ordinal")),
          ("y", field(chart.columns[2], "quantitative", [("stack", .text("normalize"))])),
          ("color", field(chart.columns[1], "nominal", colours(chart.parts.map { ($0.name, $0.tone) }))),
        ])
      ),
    ]
  }

  private static func strip(_ chart: DispersionStrip) -> [(String, JSONText)] {
    let type =
      switch chart.axis {
      case .days: "temporal"
      case .places: "quantitative"
      }
    return [
      ("mark", .text("tick")),
      (
        "encoding",
        .object([
          ("x", field(chart.columns[1], type)), ("y", field(chart.columns[0], "nominal", [("sort", .null)])),
          ("color", field(chart.columns[0], "nominal", colours(chart.strips.map { ($0.name, $0.tone) }))),
        ])
      ),
    ]
  }
}

extension ReportDocument {
  /// The charts of the report, in order.
  var charts: [any Chart] {
    sections.flatMap(\.blocks).compactMap { block in
      if case .chart(let chart) = block { chart } else { nil }
    }
  }

  /// The charts as Vega-Lite 5 specifications: one JSON array.
  public var vegaLite: JSONText { .list(charts.map(VegaLite.specification)) }
}
