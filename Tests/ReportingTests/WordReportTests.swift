import DiscourseModel
import Statistics
import Testing

@testable import Reporting

@Suite struct WordReportTests {
  private let provenance = Provenance(program: "parallax 1", icu: "72", lexicons: "ab", options: ["--numbers"])

  private func keyword(_ word: String, _ target: Int, _ reference: Int) -> Keyword {
    let keyness = Keyness(target: target, of: 10_000, reference: reference, of: 10_000)
    return Keyword(
      word: word, keyness: keyness, conservativeLogRatio: keyness.conservativeLogRatio(),
      logOdds: keyness.logOdds(prior: 1, priorTotal: 1000), targetDocuments: 3, referenceDocuments: 2,
      targetSpread: nil, referenceSpread: nil)
  }

  private func report(_ measure: KeywordMeasure, limit: Int? = nil, isLimited: Bool = false) -> WordReport {
    .keywords(
      [keyword("rare", 9, 0), keyword("common", 400, 200), keyword("theirs", 5, 60), keyword("same", 30, 30)],
      by: measure, limit: limit, isLimited: isLimited, names: ("ours", "theirs"),
      facts: [.init("n", .integer(4), line: "4 words")], notes: ["A note."], language: .en, provenance: provenance)
  }

  private func words(_ table: Table) -> [Cell] { table.rows.map { $0[0] } }

  @Test func bothSidesAreRankedTheTargetFirst() {
    #expect(
      words(report(.conservativeLogRatio).data) == ["common", "rare", "same", "theirs"].map { .text($0) }
        || words(report(.conservativeLogRatio).data) == ["rare", "common", "same", "theirs"].map { .text($0) })
    #expect(words(report(.logLikelihood).data) == ["common", "rare", "same", "theirs"].map { .text($0) })
    #expect(words(report(.percentDifference).data) == ["rare", "common", "same", "theirs"].map { .text($0) })
  }

  @Test func readersSeeAShortTableAndProgramsAll() {
    let report = report(.conservativeLogRatio, limit: 2)
    #expect(words(report.display).count == 3 && words(report.data).count == 4)
    #expect(!words(report.display).contains(.text("same")))
    #expect(report.rendered(as: .table).contains("3 of 4 rows; --limit 0 shows all."))
    #expect(words(self.report(.logLikelihood, limit: 1, isLimited: true).data) == [.text("common"), .text("theirs")])
  }

  @Test func jsonNamesItsProvenanceAndHasOneObjectARow() {
    let json = report(.logLikelihood).rendered(as: .json)
    for part in [
      "\"program\": \"parallax 1\"", "\"--numbers\"", "\"n\": 4", "\"word\": \"common\"", "\"bootstrap_p\": null",
    ] {
      #expect(json.contains(part), "\(part)")
    }
    #expect(report(.logLikelihood).rendered(as: .jsonl).split(separator: "\n").count == 4)
  }

  @Test func headingsAreInTheReadersLanguageAndDataAreNot() {
    let report = WordReport.cooccurrences(
      [
        Cooccurrence(
          first: "a", second: "b", collocation: Collocation(observed: 2, first: 3, second: 4, total: 9), documents: 1)
      ],
      limit: nil, isLimited: false, facts: [], language: .zh, provenance: provenance)
    #expect(report.display.columns.first == "甲" && report.data.columns.first == "first")
    #expect(report.rendered(as: .markdown).contains("| 甲 |"))
  }

  private func line(_ left: String, _ node: String, _ right: String, document: String = "d") -> ConcordanceLine {
    ConcordanceLine(
      document: document, side: .prc, date: StatementDate(parsing: "2020-05"), sentence: 1, voice: .own, range: 0..<2,
      left: left, node: node, right: right, match: node, leftWords: left.isEmpty ? [] : [left],
      rightWords: right.isEmpty ? [] : [right])
  }

  private func concordance(_ lines: [ConcordanceLine], _ order: [ConcordanceOrder] = []) -> ConcordanceReport {
    ConcordanceReport(
      lines, by: order, limit: nil, isLimited: false, facts: [], language: .en, provenance: provenance)
  }

  @Test func nodesStandInOneColumnWhateverTheScript() {
    let text = concordance([
      line("双方都不应当继续鼓吹这样的", "脱钩", "断链"), line("they spoke of", "decoupling", "in trade and 贸易 there"),
      line("", "脱钩", ""),
    ]).rendered(as: .table, width: 80)
    let columns = text.split(separator: "\n").prefix(3).map { row -> Int in
      let node = row.firstRange(of: "脱钩") ?? row.firstRange(of: "decoupling")
      return DisplayWidth.of(String(row[..<(node?.lowerBound ?? row.startIndex)]))
    }
    #expect(Set(columns).count == 1, "\(columns)")
    #expect(text.split(separator: "\n").prefix(3).allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }

  @Test func linesAreSortedByTheWordsAroundThem() throws {
    let lines = [
      line("b", "x", "2", document: "1"), line("a", "y", "2", document: "2"), line("", "z", "1", document: "3"),
    ]
    func documents(_ names: [String]) throws -> String {
      let orders = names.compactMap(ConcordanceOrder.init(parsing:))
      #expect(orders.count == names.count)
      let csv = concordance(lines, orders).rendered(as: .csv, width: 80)
      return csv.split(separator: "\n").dropFirst().map { String($0.prefix(1)) }.joined()
    }
    #expect(try documents([]) == "123" && documents(["L1"]) == "321" && documents(["R1", "l1"]) == "321")
    #expect(try documents(["R1", "node"]) == "312" && documents(["R2"]) == "123")
    #expect(ConcordanceOrder(parsing: "L0") == nil && ConcordanceOrder(parsing: "X1") == nil)
  }

  @Test func endsOfTextsAreKeptInTheirWidth() {
    #expect(DisplayWidth.tail("abcdef", to: 4) == "…def" && DisplayWidth.tail("脱钩断链", to: 5) == "…断链")
    #expect(DisplayWidth.tail("abc", to: 3) == "abc" && DisplayWidth.padded("钩", to: 4, atStart: true) == "  钩")
  }
}
