import DiscourseModel
import Statistics
import Testing

@testable import Reporting

@Suite struct ValidationReportTests {
  private func blame(_ target: Actor, _ type: BlameType = .accusation) -> BlameCode {
    BlameCode(by: .prc, target: target, type: type, evidence: [])
  }

  private func item(
    _ side: Side, genre: String? = nil, gold: [BlameCode], coded: [BlameCode], language: Language = .en
  ) -> ValidationItem {
    let sentence = CodedSentence(
      document: "d", sentence: 0, range: 0..<1, text: "x", language: language, tokens: 1, words: 1, blame: coded)
    return ValidationItem(
      id: "i", document: "d", language: language, side: side, genre: genre, text: "x", gold: GoldCodes(blame: gold),
      coded: [sentence])
  }

  private var items: [ValidationItem] {
    [
      item(.us, genre: "speech", gold: [blame(.prc)], coded: [blame(.prc)]),
      item(.prc, genre: "briefing", gold: [blame(.us)], coded: [blame(.ally)], language: .zh),
      item(.prc, gold: [blame(.us), blame(.tw)], coded: [], language: .zh), item(.prc, gold: [], coded: [blame(.us)]),
    ]
  }

  @Test(arguments: [
    ([ValidationGrouping.language], ["en", "zh", "all"]), ([.side], ["PRC", "US", "all"]),
    ([.side, .genre], ["PRC", "US", "briefing", "speech", "all"]),
  ])
  func rowsAreToldApartAsAsked(groupings: [ValidationGrouping], groups: [String]) {
    let report = ValidationReport(items, by: groupings)
    #expect(report.rows.filter { $0.measure == .blamePresent }.map(\.group) == groups)
    #expect(report.table.columns[1] == (groupings.count == 1 ? groupings[0].rawValue : "group"))
  }

  @Test func aSampleWithoutGroupsHasOneRowForAll() {
    let report = ValidationReport([item(.us, gold: [], coded: [])], by: [.genre])
    #expect(report.rows.map(\.group).allSatisfy { $0 == "all" } && report.rows.count == Measure.allCases.count)
  }

  @Test func aConfusionPairsWhatEachCodingAloneGives() throws {
    let table = try #require(ValidationReport(items).confusions.first { $0.measure == .blameTarget })
    #expect(table.labels == ["ALLY", "PRC", "TW", "US", ConfusionTable.none])
    #expect(
      table.counts == [
        [0, 0, 0, 0, 0], [0, 1, 0, 0, 0], [0, 0, 0, 0, 1], [1, 0, 0, 0, 1], [0, 0, 0, 1, 0],
      ])
    #expect(table.errors.map(\.count) == [1, 1, 1, 1])
    #expect(table.counts.joined().reduce(0, +) == 5, "every label of either coding is counted once")
  }

  @Test func theReportNamesWhatIsMostConfused() {
    let text = ValidationReport(items).text(showing: 1)
    #expect(text.contains("blame target, most confused: (none) taken for US 1×"))
  }

  @Test func thePageShowsEverySentenceThatDiffersAndEscapesIt() throws {
    var hostile = item(.us, gold: [blame(.prc)], coded: [])
    hostile.text = "<script>x</script>"
    hostile.coded[0].text = hostile.text
    let templates = ReportTemplates(
      page: "{{subtitle}}|{{#items}}{{id}} {{{text}}} {{{codes}}};{{/items}}|{{{accuracy}}}", style: "", script: "")
    let page = try ValidationReport([items[0], hostile]).html(
      provenance: Provenance(program: "p", icu: "i", lexicons: "l", options: []), language: .en, templates: templates)
    #expect(page.hasPrefix("2 hand-coded sentences, 1 of them coded otherwise"))
    #expect(page.contains("i1 &lt;script&gt;x&lt;/script&gt;") && !page.contains("<script>") && !page.contains("i0 "))
    #expect(page.contains("<td>PRC PRC accusation</td>"))
    #expect(page.contains("<th scope=\"row\">blame target</th>"))
  }
}
