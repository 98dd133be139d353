import Charts
import DiscourseModel
import Foundation
import Statistics
import TestSupport
import Testing

@testable import Reporting

@Suite struct FramingReportTests {
  @Test(arguments: Language.allCases)
  func reportsAreWrittenAsRecorded(language: Language) throws {
    let report = FramingExamples.report()
    let folder = "Tests/ReportingTests/Framing/Golden/report-\(language.rawValue)"
    let html = try report.html(language: language, templates: FramingExamples.templates())
    let outputs = [
      ("html", html), ("md", report.markdown(language: language)), ("json", report.json(language: language).pretty),
      ("csv", report.table.rendered(as: .csv)), ("vl.json", report.document(language: language).vegaLite.pretty),
    ]
    for (ending, text) in outputs {
      let difference = Golden.difference(of: text, from: "\(folder).\(ending)")
      #expect(difference == nil)
    }
  }

  @Test func theSameReportHasTheSameBytes() throws {
    let templates = try FramingExamples.templates()
    let one = try FramingExamples.report().html(language: .zh, templates: templates)
    #expect(try one == FramingExamples.report().html(language: .zh, templates: templates))
  }

  @Test func whatACorpusHoldsChangesNothingOfThePage() throws {
    let hostile = "</p><script>alert(1)</script><img src=x onerror=alert(2)>\u{0}\u{202E}\"'&"
    let templates = try FramingExamples.templates()
    let page = try FramingExamples.report(hostile: hostile).html(language: .en, templates: templates)
    #expect(!page.contains("<script>alert") && !page.contains("<img"))
    #expect(!page.unicodeScalars.contains { $0.value == 0 || $0.value == 0x202E })
    #expect(page.components(separatedBy: "<script>").count == 2, "the page's own script alone")
    let plain = try FramingExamples.report().html(language: .en, templates: templates)
    func tags(_ text: String) -> Int { text.components(separatedBy: "<article").count }
    #expect(tags(page) == tags(plain))
    #expect(!FramingExamples.report(hostile: hostile).markdown(language: .en).contains("<script>"))
  }

  @Test func thePolicyAdmitsTheStyleAndScriptOfThePageAlone() throws {
    let page = try FramingExamples.report().html(language: .en, templates: FramingExamples.templates())
    func between(_ start: String, _ end: String) -> [String] {
      page.components(separatedBy: start).dropFirst().map { String($0.components(separatedBy: end)[0]) }
    }
    let policy = try #require(between("Content-Security-Policy\" content=\"", "\"").first)
    #expect(policy.hasPrefix("default-src &#39;none&#39;"))
    let styles = between("<style>", "</style>") + between("<style id=\"list-rules\">", "</style>")
    for text in styles + between("<script>", "</script>") {
      #expect(policy.contains(ContentHash.source(text).replacingOccurrences(of: "=", with: "=")))
    }
    #expect(!page.contains(" style=\"") && !page.contains("http://") && !page.contains(" src="))
  }

  @Test(arguments: [
    ("", "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "sha256-JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func hashesAreThoseOfTheStandard(text: String, hash: String) {
    #expect(ContentHash.source(text) == hash)
  }

  @Test func marksThatMeetAreCutAndNameAllTheirCodes() {
    var sentence = CodedSentence(
      document: "d", sentence: 0, range: 10..<22, text: "中国<反对>", language: .zh, tokens: 3, words: 2)
    sentence.threat = [
      ThreatCode(
        from: .us, to: .prc, domain: [.order], polarity: .assert, intensity: 1,
        evidence: [Evidence(range: 10..<17, text: "", entry: "threat/a")])
    ]
    sentence.blame = [
      BlameCode(
        by: .us, target: .prc, type: .demand,
        evidence: [Evidence(range: 16..<20, text: "", entry: "blame/b", rule: "r")])
    ]
    let markup = MarkedText(sentence: sentence).markup(of: "中国<反对>")
    #expect(
      markup == "<mark class=\"threat\" title=\"threat/a\">中国</mark>"
        + "<mark class=\"threat\" title=\"threat/a; blame/b, r\">&lt;</mark>"
        + "<mark class=\"blame\" title=\"blame/b, r\">反</mark>对&gt;")
  }

  @Test func titlesAndFindingsClaimOnlyWhatSurvivesCorrection() throws {
    let report = FramingExamples.report()
    let document = report.document(language: .en)
    let clear = (report.comparison?.contrasts.first?.differences ?? []).filter { FramingReport.isClear($0.adjustedP) }
    let changes = (report.trend?.series ?? []).flatMap(\.changes).filter { FramingReport.isClear($0.adjustedP) }
    let findings = try #require(document.sections.first { $0.id == "findings" })
    let listed = findings.blocks.reduce(0) { count, block in
      if case .list(let items) = block { count + items.count } else { count }
    }
    #expect(listed <= 7 && (clear.isEmpty && changes.isEmpty) == (listed == 0))
    #expect(FramingReport.isClear(0.05) && !FramingReport.isClear(0.051) && !FramingReport.isClear(nil))
  }

  @Test func periodsAreChosenByTheDates() throws {
    let dates = ["2017-03", "2018-11-02", "2020"].compactMap(StatementDate.init(parsing:))
    // A date without a month is in no month, so that years are chosen.
    #expect(Timeline.length(fitting: dates) == .year)
    #expect(Timeline.length(fitting: Array(dates.prefix(2))) == .month)
    let far = ["2014-01", "2018-11"].compactMap(StatementDate.init(parsing:))
    #expect(Timeline.length(fitting: far) == .quarter)
    let first = try #require(Period(dates[0], length: .quarter))
    let timeline = Timeline((0..<8).map(first.advanced))
    #expect(timeline.names.first == "2017-Q1" && timeline.names.last == "2018-Q4")
    #expect(timeline.days[0].text == "2017-02-15")
    #expect(timeline.name(of: dates[1]) == "2018-Q4" && timeline.name(of: dates[2]) == nil)
  }

  @Test func oneSideAloneMakesAReport() throws {
    var gatherer = FramingGatherer()
    let coded = FramingExamples.statement(.us, year: 2020, count: 5, hostile: "")
    gatherer.add(coded.statement, sentences: coded.sentences)
    let report = FramingReport(gatherer, provenance: FramingExamples.provenance)
    #expect(report.comparison == nil)
    let document = report.document(language: .en)
    #expect(!document.sections.contains { $0.id == "mirror" })
    #expect(try report.html(language: .zh, templates: FramingExamples.templates()).contains("美方"))
  }

  @Test func specificationsNameTheirDataAndFields() {
    for specification in FramingExamples.report().document(language: .en).charts.map(VegaLite.specification) {
      let line = specification.line
      #expect(line.hasPrefix(#"{"$schema": "https://vega.github.io/schema/vega-lite/v5.json""#))
      #expect(line.contains(#""values": [{"#) && (line.contains("\"mark\"") || line.contains("\"layer\"")))
    }
  }

  @Test func proseKeepsItsLinksAndText() {
    let prose: Prose = "In \(link: "12%", to: "#e1") of \(5) sentences, \(link: "none", to: nil)"
    #expect(prose.text == "In 12% of 5 sentences, none")
    #expect(prose.markup == "In <a href=\"#e1\">12%</a> of 5 sentences, none")
    #expect(Prose.joined(["一。", "二。"]).text == "一。二。" && Prose.joined(["One.", "Two."]).text == "One. Two.")
  }
}
