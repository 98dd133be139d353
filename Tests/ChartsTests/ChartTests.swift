import Foundation
import FoundationXML
import TestSupport
import Testing

@testable import Charts

@Suite struct ChartTests {
  @Test(arguments: SampleCharts.all.indices, [360, 720])
  func chartsAreDrawnAsRecorded(index: Int, width: Int) {
    let chart = SampleCharts.all[index]
    let name = "Tests/ChartsTests/Golden/\(chart.heading.id)-\(width).svg"
    let difference = Golden.difference(of: chart.svg(width: Double(width), isStandalone: true) + "\n", from: name)
    #expect(difference == nil)
  }

  @Test(arguments: 0..<60)
  func randomChartsAreSoundAtAnyWidth(seed: Int) throws {
    var source = RandomText(seed: UInt64(seed))
    for chart in SampleCharts.random(&source) {
      let width = Double(240 + source.below(1000))
      let page = try DrawnPage(chart.svg(width: width))
      #expect(page.badNumbers.isEmpty, "\(chart.heading.id) at \(width): \(page.badNumbers)")
      #expect(page.overlaps.isEmpty, "\(type(of: chart)) at \(width): \(page.overlaps)")
      #expect(page.outside(width: width).isEmpty, "\(type(of: chart)) at \(width): \(page.outside(width: width))")
    }
  }

  @Test func textIsEscapedAndHarmfulCharactersAreShown() throws {
    #expect(Markup.escape("<b a='1'>\"&</b>") == "&lt;b a=&#39;1&#39;&gt;&quot;&amp;&lt;/b&gt;")
    #expect(Markup.escape("a\u{0}b\u{202E}c\u{2066}d\u{85}e") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e")
    #expect(Markup.escape("脱钩—“断链” é 😀") == "脱钩—“断链” é 😀")
    var chart = SampleCharts.matrix
    chart.rows[0] = "</text><script>alert(1)</script>"
    let svg = chart.svg(width: 700)
    #expect(!svg.contains("<script") && svg.contains("&lt;script"))
    #expect(SampleCharts.timeSeries.svg(width: 700).contains("Threat talk &lt;tripled&gt; &amp; &quot;stayed&quot;"))
  }

  @Test func aChartWithLinksIsAGroupAndOneWithoutAnImage() {
    var chart = SampleCharts.places
    #expect(chart.svg(width: 500).contains(#"role="group""#) && chart.svg(width: 500).contains(##"href="#s3""##))
    chart.strips[0].occurrences[0].mark.link = nil
    #expect(chart.svg(width: 500).contains(#"role="img""#))
  }

  @Test func tablesHoldEveryMark() {
    #expect(SampleCharts.timeSeries.table.rows.count == 16)
    #expect(
      SampleCharts.timeSeries.table.rows[3] == [.text("United States"), .text("2019"), .missing, .missing, .missing])
    #expect(SampleCharts.matrix.table.rows.count == 9)
    let first: [Datum] = [.text("2016"), .text("fair trade"), .number(14), .number(1400.0 / 21)]
    #expect(SampleCharts.composition.table.rows.first == first)
    for chart in SampleCharts.all {
      #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count })
    }
  }

  @Test func missingPeriodsBreakTheLineAndAreShadedWhereNobodySpoke() throws {
    let drawing = SampleCharts.timeSeries.svg(width: 720)
    // 2019 is missing on both sides; 2021 only on one.
    #expect(drawing.components(separatedBy: #"class="gap""#).count == 2)
    // The US line has two stretches of more than one point, the PRC's two.
    #expect(drawing.components(separatedBy: #"class="path "#).count == 5)
  }
}

@Suite struct ScaleTests {
  @Test(arguments: [(0.0, 100.0, 5, 20.0), (0, 7, 5, 2), (0, 0.04, 5, 0.01), (0, 1234, 6, 500), (0, 1e6, 5, 200_000)])
  func stepsAreRound(lower: Double, upper: Double, count: Int, step: Double) {
    #expect(abs(Ticks.step(over: upper - lower, count: count) - step) < 1e-9 * max(1, step))
  }

  @Test(arguments: [
    (0.0, 1.0, "0"), (1500, 500, "1500"), (1_234_567, 1, "1,234,567"), (-3.5, 0.5, "\u{2212}3.5"), (0.25, 0.05, "0.25"),
  ])
  func labelsHaveTheDigitsOfTheirStep(number: Double, step: Double, label: String) {
    #expect(Ticks.label(number, step: step) == label)
  }

  @Test func daysCountAsTheCalendarDoes() {
    #expect(Day(year: 1970).number == 0 && Day(year: 2000, month: 3, day: 1).number == 11_017)
    #expect(Day(year: 1969, month: 12, day: 31).number == -1)
    for number in stride(from: -800_000, to: 3_000_000, by: 977) {
      let date = Day(number: number).date
      #expect(Day(year: date.year, month: date.month, day: date.day).number == number)
    }
    #expect(Day(year: 2020, month: 13).text == "2021-01-01" && Day(year: 2020, month: 0).text == "2019-12-01")
  }

  @Test(arguments: 0..<200)
  func ticksNeverOverlap(seed: Int) {
    var source = RandomText(seed: UInt64(seed) &+ 7)
    let first = Day(number: source.below(40_000))
    let scale = TimeScale(
      first, Day(number: first.number + source.below(30_000)), from: 30, to: 90 + Double(source.below(900)))
    #expect(Labels.fit(scale.ticks()) && !scale.ticks().isEmpty)
    let lower = Double(source.below(1000)) - 500
    let numbers = LinearScale(
      lower, lower + Double(source.below(100_000)) / Double(1 + source.below(1000)), from: 0,
      to: 60 + Double(source.below(800)))
    #expect(Labels.fit(Ticks.horizontal(numbers, suffix: " %")))
  }

  @Test func scalesTakeAnything() {
    let broken = LinearScale(.nan, .infinity, from: 0, to: 100)
    #expect(broken.position(.nan) == 0 && broken.position(0.5) == 50)
    #expect(LinearScale(3, 3, from: 0, to: 10).position(3) == 0)
  }

  @Test(arguments: 0..<100)
  func spreadLabelsKeepTheirDistanceAndOrder(seed: Int) {
    var source = RandomText(seed: UInt64(seed))
    let wanted = (0..<1 + source.below(8)).map { _ in Double(source.below(200)) }
    let places = Labels.spread(wanted, height: 14, from: 0, to: 200)
    let sorted = places.sorted()
    #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 >= 13.999 })
    #expect(places.allSatisfy { $0 >= -0.001 && $0 <= 200.001 })
    #expect(
      places.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) } == places.indices.sorted { places[$0] < places[$1] }
    )
  }
}

@Suite struct ThemeTests {
  @Test(arguments: ChartTheme.colours)
  func everyColourStandsOutFromItsGround(colour: ChartTheme.Colour) throws {
    guard !["ground", "rule"].contains(colour.name) else { return }
    let ground = try #require(ChartTheme.colours.first { $0.name == "ground" })
    #expect(try #require(Contrast.ratio(colour.light, ground.light)) >= 4.5)
    #expect(try #require(Contrast.ratio(colour.dark, ground.dark)) >= 4.5)
  }

  @Test func contrastIsThatOfTheGuidelines() throws {
    #expect(abs(try #require(Contrast.ratio("#000000", "#ffffff")) - 21) < 1e-9)
    #expect(abs(try #require(Contrast.ratio("#777777", "#ffffff")) - 4.478) < 0.001)
    #expect(Contrast.ratio("red", "#ffffff") == nil)
  }

  @Test(arguments: [("", 0.0), ("中国", 24), ("e\u{301}", 7.44)])
  func widthsOfTextAreEstimated(text: String, width: Double) {
    #expect(abs(TextMetrics.width(text, size: 12) - width) < 1e-9)
    #expect(TextMetrics.fitted("decoupling 脱钩断链", size: 12, to: 60).hasSuffix("…"))
  }
}

/// An SVG as a reader of its numbers sees it.
private final class DrawnPage: NSObject, XMLParserDelegate {
  struct Label {
    var text: String
    var x: Double
    var y: Double
    var anchor: String
    var start: Double { anchor == "middle" ? x - width / 2 : anchor == "end" ? x - width : x }
    var width: Double { TextMetrics.width(text, size: 12) }
  }

  private(set) var badNumbers: [String] = []
  private(set) var labels: [Label] = []
  private var open: Label?

  init(_ svg: String) throws {
    super.init()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = self
    try #require(parser.parse(), "not well-formed: \(svg.prefix(300))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    for key in ["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"] {
      if let value = attributes[key], Double(value)?.isFinite != true { badNumbers.append("\(key)=\(value)") }
    }
    if let path = attributes["d"], path.contains(where: { !"MLHVZ0123456789. -".contains($0) }) {
      badNumbers.append(path)
    }
    if name == "text" {
      open = Label(
        text: "", x: attributes["x"].flatMap(Double.init) ?? 0, y: attributes["y"].flatMap(Double.init) ?? 0,
        anchor: attributes["text-anchor"] ?? "start")
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open?.text += text }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    guard name == "text", let label = open else { return }
    labels.append(label)
    open = nil
  }

  /// Labels on one line that run into each other.
  var overlaps: [String] {
    var found: [String] = []
    for (index, one) in labels.enumerated() {
      for two in labels[(index + 1)...] where abs(one.y - two.y) < 9 {
        if one.start + one.width > two.start + 0.01, two.start + two.width > one.start + 0.01, one.width > 0,
          two.width > 0
        {
          found.append("\(one.text)@\(one.start),\(one.y) / \(two.text)@\(two.start),\(two.y)")
        }
      }
    }
    return found
  }

  func outside(width: Double) -> [String] {
    labels.filter { $0.start < -0.51 || $0.start + $0.width > width + 0.51 }.map {
      "\($0.text)@\($0.start)+\($0.width)"
    }
  }
}
