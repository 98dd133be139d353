import DiscourseModel
import Reporting
import Statistics
import Testing

@Suite struct AgreementReportTests {
  private func sheet(_ name: String, threats: [String: Int], questions: Set<String> = [], ids: [String]) -> CoderSheet {
    var codes: [String: GoldCodes] = [:]
    for id in ids {
      codes[id] = GoldCodes(
        voice: questions.contains(id) ? .question : .own,
        threat: threats[id].map {
          [ThreatCode(from: .prc, to: .us, domain: [.military], polarity: .assert, intensity: $0, evidence: [])]
        } ?? [])
    }
    return CoderSheet(name: name, codes: codes)
  }

  @Test func codersAreMatchedByIdAndComparedCodeByCode() throws {
    let report = AgreementReport(
      [
        sheet("a", threats: ["1": 3, "2": 1], questions: ["4"], ids: ["1", "2", "3", "4"]),
        sheet("b", threats: ["1": 2, "2": 1], questions: ["4"], ids: ["4", "3", "2", "1", "only b"]),
      ], bootstrap: Bootstrap(replicates: 50))
    func row(_ code: String) throws -> AgreementReport.Row { try #require(report.rows.first { $0.code == code }) }
    #expect(report.rows.allSatisfy { $0.units == 4 })
    #expect(try row("threat").kappa == 1)
    #expect(try row("voice (quoted, question)").alpha == 1)
    let intensity = try row("threat intensity, 0 for none")
    #expect(intensity.metric == .ordinal)
    #expect(intensity.observed == 0.75)
    #expect(report.table.columns.contains("Cohen's kappa"))
  }

  @Test func threeCodersHaveFleissKappa() {
    let sheets = ["a", "b", "c"].map { sheet($0, threats: ["1": 1], ids: ["1", "2"]) }
    let report = AgreementReport(sheets, bootstrap: Bootstrap(replicates: 20))
    #expect(report.rows.first { $0.code == "threat" }?.kappa == 1)
    #expect(report.table.columns.contains("Fleiss' kappa"))
  }
}
