import DiscourseModel
import Reporting
import Testing

@Suite struct CodeNotationTests {
  private let place = SourceLocation(file: "sheet.csv", line: 7)

  private func read(_ cells: [String: String]) throws -> GoldCodes? { try CodeNotation.codes(cells, at: place) }

  @Test func cellsAreReadAsTheyWereWritten() throws {
    let codes = GoldCodes(
      voice: .quoted,
      decoupling: [
        DecouplingCode(tier: .core, holder: .prc, stance: [.accuse, .oppose], domain: [.economy], terms: []),
        DecouplingCode(tier: .adjacent, holder: .us, stance: [.advocate], domain: [], terms: []),
      ],
      threat: [
        ThreatCode(
          from: .us, to: .prc, domain: [.military, .technology], polarity: .assert, intensity: 3, evidence: [])
      ],
      blame: [BlameCode(by: .prc, target: .us, type: .demand, evidence: [])], rationale: [.fairTrade, .security],
      recognition: true)
    let cells = Dictionary(uniqueKeysWithValues: zip(CodeNotation.columns, CodeNotation.cells(codes)))
    #expect(cells["threat"] == "US PRC assert 3 military,technology")
    #expect(try read(cells) == codes)
    let none = GoldCodes()
    #expect(try read(Dictionary(uniqueKeysWithValues: zip(CodeNotation.columns, CodeNotation.cells(none)))) == none)
  }

  @Test func peopleMayWriteSpacesCaseAndDashes() throws {
    let codes = try read([
      "voice": " Own ", "threat": "us prc Assert 2 technology, military ;", "blame": "-",
      "rationale": "security, RIGHTS",
      "recognition": "Y",
    ])
    #expect(codes?.threat.first?.domain == [.technology, .military])
    #expect(codes?.blame.isEmpty == true)
    #expect(codes?.rationale == [.security, .rights])
    #expect(codes?.recognition == true)
  }

  @Test func anEmptyVoiceIsNotCodedYet() throws { #expect(try read(["voice": " ", "threat": ""]) == nil) }

  @Test(arguments: [
    (["voice": "loud"], "voice"), (["voice": "own"], ""),
    (["voice": "own", "threat": "US PRC assert"], "is not written like"),
    (["voice": "own", "threat": "US PRC assert 9 order"], "must be 1, 2 or 3"),
    (["voice": "own", "blame": "US PRC oops"], "the codes are accusation"),
    (["voice": "own", "recognition": "maybe"], "write yes or no"),
  ])
  func aWrongCellIsNamed(cells: [String: String], message: String) {
    guard !message.isEmpty else { return }
    #expect { _ = try read(cells) } throws: { "\($0)".hasPrefix("sheet.csv:7: error") && "\($0)".contains(message) }
  }
}
