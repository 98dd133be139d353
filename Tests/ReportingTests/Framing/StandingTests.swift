import Charts
import DiscourseModel
import Statistics
import Testing

@testable import Reporting

@Suite struct StandingTests {
  private func counts(
    _ threats: Int, of sentences: Int, side: Side = .us, id: String = "other"
  ) -> StatementCounts {
    var counts = StatementCounts(id: id, side: side, sentences: [])
    counts.sentences = sentences
    counts.threatSentences = threats
    return counts
  }

  @Test func percentilesCountThoseBelowAndHalfOfThoseEqual() throws {
    let others =
      [0, 1, 2, 2, 5].map { counts($0, of: 10) } + [counts(9, of: 10, side: .prc), counts(0, of: 0)]
      + [counts(2, of: 10, id: "it")]
    let all = Standing.all(counts(2, of: 10, id: "it"), among: others, bootstrap: Bootstrap(replicates: 200))
    let threat = try #require(all.first { $0.figure.key == "threat.prevalence" })
    // Two below, two equal, one above; the other side, the empty statement and it itself do not count.
    #expect(threat.statements == 5 && threat.percentile == 60)
    #expect(threat.figure.rate.value == 20 && threat.reference.rate.value == 20)
    let interval = try #require(threat.interval)
    #expect(interval.lower < 60 && interval.upper > 60 && interval.lower >= 0 && interval.upper <= 100)
  }

  @Test func aStatementIsPlacedAmongAtLeastTwo() {
    #expect(Standing.all(counts(2, of: 10, id: "it"), among: [counts(1, of: 10)], bootstrap: Bootstrap()).isEmpty)
    #expect(Standing.all(counts(2, of: 10), among: [], bootstrap: Bootstrap()).isEmpty)
  }

  @Test(arguments: Language.allCases)
  func aSingleStatementShowsItsPlaceAndItsText(language: Language) throws {
    var gatherer = FramingGatherer()
    let coded = FramingExamples.statement(.us, year: 2020, count: 5, hostile: "")
    gatherer.add(coded.statement, sentences: coded.sentences)
    let report = FramingReport(
      gatherer, provenance: FramingExamples.provenance,
      options: FramingOptions(reference: (0..<8).map { counts($0, of: 10) }))
    let document = report.document(language: language)
    #expect(document.title == "Title 2020" && document.sections.first?.id == "findings")
    #expect(document.charts.contains { $0.heading.id == "c-standing" })
    let page = try report.html(language: language, templates: FramingExamples.templates())
    #expect(page.contains("<article class=\"reading open us\" id=\"d0\""))
    #expect(page.contains("href=\"#d0-0\""), "the strip leads into the text")
  }
}
