import DiscourseModel
import ParallaxKit
import Testing

/// Whose stance a decoupling is, which, in what domain, and what is none: sentences of our own.
@Suite struct DecouplingTests {
  static let annotator: Result<Annotator, any Error> = Result { Annotator(library: try LexiconLibrary()) }

  private func codes(_ text: String, _ side: Side) throws -> [String] {
    let statement = Statement(
      metadata: Metadata(id: "test", side: side), text: text, source: SourceLocation(file: "test"))
    let record = try #require(try Self.annotator.get().annotate(statement).sentences.last)
    return record.decoupling.map { code in
      let stance = code.stance.map(\.rawValue).joined(separator: ",")
      return
        "\(code.tier.rawValue) \(code.holder.rawValue) \(stance) \(code.domain.map(\.rawValue).joined(separator: ","))"
    }
  }

  @Test(arguments: [
    (Side.us, "Ministers said that Germany is not decoupling from China.", "core ALLY deny general"),
    (.us, "Japan opposes a decoupling of the two economies.", "core ALLY oppose economy"),
    (.prc, "美方不寻求冲突，也不寻求同中国脱钩。", "core US deny general"),
    (.prc, "美方不希望同中国脱钩。", "core US deny general"), (.prc, "敦促美方放弃对华脱钩。", "core PRC oppose general"),
    (.prc, "杜邦先生表示，法方坚持开放，反对“脱钩断链”。", "core ALLY oppose economy"),
    (.us, "We oppose any attempt to decouple.", "core US oppose general"),
  ])
  func theHolderIsWhoseStanceItIs(side: Side, text: String, expected: String) throws {
    #expect(try codes(text, side) == [expected])
  }

  @Test(arguments: [
    (Side.us, "We chose to de-risk our supply chains rather than decouple from China.", ["core US deny economy"]),
    (.us, "We seek stable ties rather than decoupling.", ["core US deny general"]),
    (.us, "We are not trying to decouple from China, but we will stand our ground.", ["core US deny general"]),
    (.us, "We are de-risking, not decoupling.", ["core US deny general", "adjacent US advocate general"]),
    (.us, "We want to de-risk our economies, not decouple.", ["core US deny economy", "adjacent US advocate economy"]),
    (.us, "We will go on de-risking.", ["adjacent US advocate economy"]),
  ])
  func deRiskingIsNotDecoupling(side: Side, text: String, expected: [String]) throws {
    let found = try codes(text, side)
    for code in expected { #expect(found.contains(code), "\(found)") }
  }

  @Test(arguments: [
    (Side.us, "For chips we keep a small yard and a high fence.", "adjacent US advocate technology"),
    (.us, "This is no technology blockade.", "adjacent US deny technology"),
    (.us, "It would be a mistake to isolate China.", "adjacent US oppose general"),
    (.prc, "中方反对经济“脱钩”。", "core PRC oppose economy"), (.prc, "中方反对科技“脱钩”。", "core PRC oppose technology"),
    (.prc, "中方反对“脱钩”。", "core PRC oppose general"), (.prc, "各方更不能搞“小院高墙”。", "adjacent PRC oppose general"),
  ])
  func theDomainIsToldByWhatIsCutOff(side: Side, text: String, expected: String) throws {
    #expect(try codes(text, side) == [expected])
  }

  @Test(arguments: [
    (Side.prc, "鼓吹“脱钩断链”，搞“小院高墙”，只会害人害己。", "PRC oppose"), (.prc, "习近平强调，鼓吹脱钩断链没有出路。", "core PRC oppose"),
    (.prc, "美方鼓吹对华脱钩。", "accuse"), (.prc, "美国一再加征关税。搞“脱钩断链”不符合双方利益。", "PRC oppose"),
    (.prc, "美国一再加征关税。叫嚣对华“脱钩”，胁迫盟友选边站队。", "accuse"),
  ])
  func onlyADoerIsAccused(side: Side, text: String, expected: String) throws {
    let found = try codes(text, side)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
    #expect(found.allSatisfy { $0.contains("accuse") == (expected == "accuse") }, "\(found)")
  }

  @Test(arguments: [
    (Side.us, "The chairman will not decouple the two bills."), (.us, "Release the clutch to decouple the engine."),
    (.us, "We must decouple growth from emissions."), (.us, "The facility will de-risk loans to small firms."),
    (.us, "Europe weaned itself off Russian gas."), (.us, "The rule tightens export controls on chips."),
    (.prc, "推动经济增长与碳排放脱钩。"), (.prc, "行业协会商会与行政机关脱钩改革全面完成。"), (.prc, "做到薪酬与行政级别脱钩。"),
  ])
  func otherDecouplingsAndPlainMeasuresAreNone(side: Side, text: String) throws {
    #expect(try codes(text, side).isEmpty)
  }
}
