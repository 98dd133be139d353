import Charts
import TestSupport

/// Charts of every kind, from fixed and from random numbers.
enum SampleCharts {
  static let all: [any Chart] = [timeSeries, multiples, matrix, diverging, composition, dots, dispersion, places]

  private static func point(_ year: Int, _ value: Double?, spread: Double = 2, link: String? = nil) -> SeriesPoint {
    SeriesPoint(
      day: Day(year: year, month: 7), period: String(year),
      estimate: Estimate(value, lower: value.map { $0 - spread }, upper: value.map { $0 + spread }),
      mark: Mark("\(year): \(value.map { "\($0) %" } ?? "no statement")", link: link))
  }

  static let us = Series(
    name: "United States", tone: .us,
    points: [
      point(2016, 3, link: "#us-2016"), point(2017, 4), point(2018, 9), point(2019, nil), point(2020, 12),
      point(2021, nil), point(2022, 14), point(2023, 13.5),
    ])
  static let prc = Series(
    name: "中方 China", tone: .prc,
    points: [
      point(2016, 2), point(2017, 3), point(2018, 11, spread: 3), point(2019, nil), point(2020, 10), point(2021, 13),
      point(2022, 14.2), point(2023, 14),
    ])
  static let notes = [
    TimeNote(day: Day(year: 2018, month: 7, day: 6), label: "First tariffs", kind: .event),
    TimeNote(day: Day(year: 2018, month: 9), label: "US: rate doubles", kind: .change, tone: .us),
    TimeNote(day: Day(year: 2022, month: 10, day: 7), label: "芯片出口管制", kind: .event),
  ]

  static let timeSeries = TimeSeriesChart(
    heading: ChartHeading(id: "c-time", title: "Threat talk <tripled> & \"stayed\"", summary: "Share of sentences."),
    series: [us, prc], notes: notes, suffix: " %")
  static let multiples = SmallMultiples(
    heading: ChartHeading(id: "c-small", title: "By side", summary: "Two panels."),
    panels: [.init(title: "United States", series: [us], notes: notes), .init(title: "China", series: [prc])])
  static let matrix = MatrixChart(
    heading: ChartHeading(id: "c-matrix", title: "Who threatens whom", summary: "Sentences."),
    rows: ["US", "China 中国", "unnamed"], columns: ["US", "China", "the international order"],
    cells: [[0, 41, 12], [7, nil, 3], [1, 22, 30]].map { row in
      row.map { value in
        MatrixChart.Cell(
          value: value, label: value.map { "\(Int($0))" } ?? "–",
          mark: Mark("\(value ?? 0) sentences", link: "#m"))
      }
    }, axes: ("from", "to"), tone: .us)
  static let diverging = DivergingBarChart(
    heading: ChartHeading(id: "c-diverging", title: "Stance", summary: "Shares."),
    rows: ["United States", "China"].enumerated().map { index, name in
      .init(
        name: name,
        left: [
          .init(name: "oppose", tone: .first, value: 30 + 20 * Double(index), mark: Mark("oppose", link: "#o")),
          .init(name: "deny", tone: .fifth, value: 20, mark: Mark("deny")),
        ], right: [.init(name: "advocate", tone: .second, value: 40 - 30 * Double(index), mark: Mark("advocate"))])
    }, ends: ("against decoupling", "for it"), suffix: " %")
  static let composition = CompositionChart(
    heading: ChartHeading(id: "c-parts", title: "Grounds", summary: "Shares of grounds."),
    parts: zip(["fair trade", "security", "cooperation and peace"], Tone.categories).map { .init(name: $0, tone: $1) },
    periods: (2016...2023).map(period))

  private static func period(_ year: Int) -> CompositionChart.Period {
    let amounts = year == 2019 ? [] : [2030 - year, year - 2012, 3].map(Double.init)
    let marks = ["fair trade", "security", "cooperation"].map { Mark("\(year): \($0)", link: "#g") }
    return .init(name: String(year), amounts: amounts, marks: marks)
  }

  static let dots = DotPlot(
    heading: ChartHeading(id: "c-dots", title: "Grounds of both sides", summary: "Shares with intervals."),
    rows: ["fair trade", "security", "cooperation and peace", "主权"].enumerated().map { index, name in
      let value = Double(index * 7 + 3)
      return .init(
        name: name,
        dots: [
          .init(
            series: "US", tone: .us, estimate: Estimate(value, lower: value - 2, upper: value + 4), label: "\(value) %",
            mark: Mark("US", link: "#us")),
          .init(series: "China", tone: .prc, estimate: Estimate(index == 3 ? nil : 20), label: "–", mark: Mark("PRC")),
        ])
    }, suffix: " %")
  static let dispersion = DispersionStrip(
    heading: ChartHeading(id: "c-days", title: "When they speak", summary: "A stroke a statement."),
    axis: .days(Day(year: 2017, month: 3), Day(year: 2024, month: 6)),
    strips: [Tone.us, .prc].map { tone in
      .init(
        name: tone.rawValue, tone: tone,
        occurrences: (0..<20).map {
          .init(place: Day(year: 2017, month: 3 + 4 * $0).number, strength: Double($0) / 20, mark: Mark("s\($0)"))
        })
    })
  static let places = DispersionStrip(
    heading: ChartHeading(id: "c-places", title: "Where it stands", summary: "A stroke a sentence."),
    axis: .places(count: 40, name: "sentence"),
    strips: [.init(name: "Threat", tone: .first, occurrences: [.init(place: 3, mark: Mark("3", link: "#s3"))])])

  /// A time series of random length, values, gaps and labels.
  static func random(_ source: inout RandomText) -> [any Chart] {
    let count = 1 + source.below(60)
    let step = 1 + source.below(300)
    func series(_ tone: Tone, _ source: inout RandomText) -> Series {
      let name = source.text(1 + source.below(20))
      let scale = [1e-9, 0.01, 1, 1000, 1e12][source.below(5)]
      let points = (0..<count).map { index in
        let value = Double(source.below(1000)) * scale
        let isKnown = source.below(4) > 0
        return SeriesPoint(
          day: Day(number: 15_000 + index * step), period: "p\(index)",
          estimate: Estimate(
            isKnown ? value : nil, lower: value * 0.7, upper: source.below(9) == 0 ? .nan : value * 1.2),
          mark: Mark(source.text(8), link: "#\(index)"))
      }
      return Series(name: name, tone: tone, points: points)
    }
    let two = [series(.us, &source), series(.prc, &source)]
    let notes = (0..<source.below(12)).map { _ in
      TimeNote(
        day: Day(number: 15_000 + source.below(count * step)), label: source.text(source.below(40)), kind: .event)
    }
    let heading = ChartHeading(id: "c", title: source.text(20), summary: source.text(40))
    let names = (0..<1 + source.below(8)).map { _ in source.text(1 + source.below(24)) }
    return [
      TimeSeriesChart(heading: heading, series: two, notes: notes),
      SmallMultiples(heading: heading, panels: [.init(title: source.text(9), series: two, notes: notes)]),
      DotPlot(
        heading: heading,
        rows: names.map { name in
          .init(
            name: name,
            dots: two.map {
              .init(
                series: $0.name, tone: $0.tone, estimate: $0.points[0].estimate, label: "1", mark: $0.points[0].mark)
            })
        }),
      CompositionChart(
        heading: heading, parts: zip(names, Tone.categories).map { .init(name: $0, tone: $1) },
        periods: (0..<count).map { index in
          .init(name: String(1990 + index), amounts: names.map { _ in Double(source.below(5)) }, marks: [])
        }),
      MatrixChart(
        heading: heading, rows: names, columns: names,
        cells: names.map { _ in
          names.map { _ in .init(value: Double(source.below(500)), label: "\(source.below(500))", mark: Mark("m")) }
        }, axes: ("a", "b")),
      DivergingBarChart(
        heading: heading,
        rows: names.map { name in
          let part = DivergingBarChart.Segment(
            name: name, tone: .first, value: Double(source.below(90)), mark: Mark("m"))
          return .init(name: name, left: [part], right: source.below(2) == 0 ? [] : [part])
        }, ends: (source.text(20), source.text(20))),
    ]
  }
}
