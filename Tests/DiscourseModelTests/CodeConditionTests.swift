import DiscourseModel
import Testing

@Suite struct CodeConditionTests {
  private var sentence: CodedSentence {
    func evidence(_ text: String) -> [Evidence] { [Evidence(range: 0..<4, text: text, entry: "list/entry")] }
    return CodedSentence(
      document: "d", sentence: 0, range: 0..<40, text: "A sentence.", language: .en, tokens: 3, words: 2,
      decoupling: [
        DecouplingCode(
          tier: .core, holder: .prc, stance: [.oppose, .accuse], domain: [.technology], terms: evidence("decouple"))
      ],
      threat: [
        ThreatCode(
          from: .us, to: .prc, domain: [.economy], polarity: .assert, intensity: 2, evidence: evidence("coerce"))
      ],
      blame: [
        BlameCode(by: .prc, target: .us, type: .accusation, evidence: evidence("smear")),
        BlameCode(by: .us, target: .tw, type: .demand, evidence: evidence("stop")),
      ],
      rationale: [RationaleCode(rationale: .security, evidence: evidence("security"))])
  }

  @Test(arguments: [
    (["blame"], 2), (["blame.target=US"], 1), (["blame.by=prc", "blame.target=us"], 1),
    (["blame.by=PRC", "blame.target=TW"], 0), (["blame.type=accusation,demand"], 2), (["blame.type!=demand"], 1),
    (["decoupling.stance=oppose"], 1), (["decoupling.stance!=oppose"], 0), (["decoupling.stance=deny"], 0),
    (["threat.intensity=2,3"], 1), (["rationale=security"], 1), (["rationale.ground=market"], 0),
    (["recognition"], 0), (["threat", "blame.target=US"], 2), (["threat", "recognition"], 0),
  ])
  func conditionsChooseCodes(texts: [String], count: Int) throws {
    let conditions = try texts.map(CodeCondition.init(parsing:))
    #expect(conditions.items(in: sentence).count == count)
  }

  @Test(arguments: [
    ("blames", "write one of decoupling"), ("blame.whom=US", "has the fields by, target, type"),
    ("blame.target=Mars", "target is one of US, PRC"), ("blame.target", "write blame.target=VALUE"),
    ("blame.target=", "write blame.target=VALUE"), ("blame=US", "has the fields"),
    ("recognition.by=US", "has no field"),
    ("threat.from!US", "write threat.from=VALUE"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    let error = #expect(throws: CodeCondition.ParsingError.self) { try CodeCondition(parsing: text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func codesAreNamesAndValues() throws {
    let items = sentence.codeItems
    #expect(items.map(\.construct) == ["decoupling", "threat", "blame", "blame", "rationale"])
    #expect(items[0].values(of: "stance") == ["oppose", "accuse"])
    #expect(items[2].summary == "blame by PRC target US type accusation")
    #expect(try CodeCondition(parsing: "decoupling.stance=Oppose").description == "decoupling.stance=oppose")
  }
}
