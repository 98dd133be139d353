import DiscourseModel
import Statistics
import Testing

@testable import Reporting

@Suite struct ReportingTests {
  @Test func jsonKeepsItsOrderAndEscapesWhatItMust() {
    let json = JSONText.object([
      ("b", .text("a\"\\\n\u{1}中")), ("a", .list([.integer(1), .bool(true), .null, .number(0.5)])),
    ])
    #expect(json.line == #"{"b": "a\"\\\n\u0001中", "a": [1, true, null, 0.5]}"#)
    #expect(JSONText.number(.nan).line == "null")
  }

  @Test(arguments: [("abc", 3), ("中文", 4), ("e\u{301}", 1), ("，", 2), ("", 0)])
  func widthsAreThoseOfATerminal(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test func wrappingBreaksBetweenHanAndKeepsMarksBehindThem() {
    #expect(
      DisplayWidth.wrap("中方反对，美方", to: 10) == ["中方反", "对，美方"]
        || DisplayWidth.wrap("中方反对，美方", to: 10).allSatisfy { !$0.hasPrefix("，") })
    #expect(DisplayWidth.truncate("中文文本", to: 5) == "中文…")
  }

  @Test(arguments: [(2.345, 2, "2.35"), (-0.001, 2, "0.00"), (10, 0, "10"), (1.05, 1, "1.1"), (.infinity, 2, "–")])
  func decimalsAreRoundedHalfAwayFromZero(number: Double, digits: Int, expected: String) {
    #expect(Decimal.text(number, digits: digits) == expected)
  }

  @Test func cellsThatASpreadsheetWouldRunAreMadeHarmless() {
    let table = Table(columns: ["a", "b"], rows: [[.text("=1+1"), .integer(-3)], [.text("x, \"y\""), .missing]])
    #expect(table.rendered(as: .csv) == "a,b\n'=1+1,-3\n\"x, \"\"y\"\"\",\n")
  }

  @Test func tablesAlignWideCharacters() {
    let table = Table(columns: ["词", "n"], rows: [[.text("脱钩"), .integer(3)], [.text("ab"), .integer(12)]])
    #expect(table.rendered(as: .table) == "词     n\n────  ──\n脱钩   3\nab    12\n")
  }

  @Test func theRecordKeepsToItsFormat() {
    let text = "前。美方打压。"
    let evidence = Evidence(range: 12..<18, text: "打压", entry: "threat/suppression", rule: "rules/r")
    let sentence = CodedSentence(
      document: "d", sentence: 1, range: 6..<21, text: "美方打压。", language: .zh, tokens: 3, words: 2,
      actors: [ActorMention(actor: .us, range: 6..<12, text: "美方")],
      threat: [
        ThreatCode(from: .us, to: .prc, domain: [.technology], polarity: .assert, intensity: 2, evidence: [evidence])
      ])
    let writer = AnnotationWriter(statementText: text)
    let expected =
      #"{"document": "d", "sentence": 1, "start": 2, "end": 7, "text": "美方打压。", "language": "zh", "voice": "own", "#
      + #""tokens": 3, "actors": [{"actor": "US", "start": 2, "end": 4, "text": "美方"}], "decoupling": [], "#
      + #""threat": [{"from": "US", "to": "PRC", "domain": ["technology"], "polarity": "assert", "intensity": 2, "#
      + #""evidence": [{"start": 4, "end": 6, "text": "打压", "entry": "threat/suppression", "rule": "rules/r"}]}], "#
      + #""blame": [], "rationale": [], "recognition": false, "rationale_evidence": [], "recognition_evidence": [], "words": 2}"#
    #expect(writer.line(for: sentence) == expected)
  }
}

@Suite struct FigureTests {
  private func sentence(
    voice: Voice = .own, threat: [ThreatCode] = [], blame: [BlameCode] = [], decoupling: [DecouplingCode] = []
  ) -> CodedSentence {
    CodedSentence(
      document: "d", sentence: 0, range: 0..<1, text: "x", language: .en, voice: voice, tokens: 11, words: 10,
      decoupling: decoupling, threat: threat, blame: blame)
  }

  private func threat(_ intensity: Int, _ polarity: Polarity = .assert) -> ThreatCode {
    ThreatCode(from: .prc, to: .us, domain: [.military], polarity: polarity, intensity: intensity, evidence: [])
  }

  @Test func figuresFollowFromTheirCounts() throws {
    let blame = BlameCode(by: .us, target: .prc, type: .accusation, evidence: [])
    let counts = StatementCounts(
      id: "d", side: .us,
      sentences: [
        sentence(threat: [threat(3), threat(1)]), sentence(threat: [threat(1, .deny)]), sentence(blame: [blame]),
        sentence(), sentence(voice: .question, threat: [threat(2)]),
      ])
    let figures = Figures.compute([counts])
    func value(_ key: String) -> Double? { figures.first { $0.key == key }?.rate.value }
    #expect(counts.sentences == 4 && counts.allSentences == 5 && counts.words == 40)
    #expect(value("threat.prevalence") == 25 && value("threat.denials") == 25)
    #expect(value("threat.intensity") == 3 && value("threat.index") == 25)
    #expect(value("blame.prevalence") == 25 && value("blame.outward") == 100)
    #expect(value("decoupling.tier.core") == nil, "no decoupling, so its parts are undefined rather than zero")
  }

  @Test func handCodedSentencesCorrectAShare() throws {
    var gatherer = ScoreGatherer()
    let plain = sentence()
    gatherer.add(
      Metadata(id: "d", side: .us), side: .us, sentences: [sentence(threat: [threat(1)])] + [plain, plain, plain])
    let items = [(true, true), (true, false), (false, false), (false, true), (false, true)].map { coded, gold in
      ValidationItem(
        id: "i", document: "d", language: .en, side: .us, text: "x", gold: GoldCodes(threat: gold ? [threat(2)] : []),
        coded: [sentence(threat: coded ? [threat(1)] : [])])
    }
    let provenance = Provenance(program: "p", icu: "i", lexicons: "l", options: [])
    let report = ScoreReport(gatherer, provenance: provenance, coded: items)
    let figure = try #require(report.groups.first?.figures.first { $0.key == "threat.prevalence" })
    // One of four by the machine; by hand one in five more.
    #expect(abs((figure.corrected?.value ?? 0) - 0.45) < 1e-12)
    #expect(report.text(language: .en).contains("corrected for coding errors"))
    #expect(ScoreReport(gatherer, provenance: provenance).groups[0].figures.allSatisfy { $0.corrected == nil })
  }

  @Test func validationComparesSetsOfLabels() throws {
    let gold = GoldCodes(threat: [threat(2)], rationale: [.security])
    let item = ValidationItem(
      id: "i", document: "d", language: .en, side: .us, text: "x", gold: gold, coded: [sentence(threat: [threat(1)])])
    let report = ValidationReport([item])
    func row(_ measure: Measure) -> Accuracy? { report.rows.first { $0.measure == measure }?.accuracy }
    #expect(row(.threatFrom) == Accuracy(truePositives: 1))
    #expect(row(.rationale) == Accuracy(falseNegatives: 1))
    #expect(report.disagreements.map(\.measure) == [.rationale])
  }
}
