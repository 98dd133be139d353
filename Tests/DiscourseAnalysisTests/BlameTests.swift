import DiscourseModel
import ParallaxKit
import Testing

/// Who is blamed, for what, and where a bad word blames nobody. Sentences of our own.
@Suite struct BlameTests {
  private func blame(_ text: String, _ side: Side) throws -> [String] {
    let statement = Statement(
      metadata: Metadata(id: "test", side: side), text: text, source: SourceLocation(file: "test"))
    let record = try #require(try CodingTests.annotator.get().annotate(statement).sentences.last)
    return record.blame.map { "\($0.by.rawValue) → \($0.target.rawValue) \($0.type.rawValue)" }
  }

  @Test(arguments: [
    (Side.us, "Our partners were shaken by Moscow's illegal occupation of its neighbour.", "US → OTHER accusation"),
    (.us, "It is no secret that Tehran has failed to comply with the agreement.", "US → OTHER accusation"),
    (.us, "We raised our concerns with China's treatment of foreign reporters.", "US → PRC accusation"),
    (.us, "Soviet troops have not stopped oppressing the Afghan people.", "US → OTHER accusation"),
    (.us, "China shut its market. Its coercion of smaller partners goes on.", "US → PRC accusation"),
    (.us, "We call on Pyongyang to abide by the resolutions.", "US → OTHER demand"),
    (.prc, "The two superpowers contend for hegemony and plunder the weak.", "PRC → UNNAMED accusation"),
    (.prc, "The Israeli authorities refuse to withdraw from the occupied land.", "PRC → ALLY accusation"),
    (.prc, "美国对他国的经济胁迫由来已久。", "PRC → US accusation"), (.prc, "美方从未停止插手香港事务。", "PRC → US accusation"),
    (.prc, "美方不仅自食其言，还嫁祸他人。", "PRC → US accusation"),
    (.prc, "《霸凌者的黑手——评美国国会通过涉港法案》", "PRC → US accusation"),
    (.prc, "中方敦促美方停止武装台湾，不要在错误的道路上越走越远。", "PRC → US demand"),
    (.prc, "由于美方加征关税，不少工厂被迫停产。", "PRC → US responsibility"),
    (.prc, "由此产生的一切后果由美方承担。", "PRC → US responsibility"),
  ])
  func theDoerIsFoundInEveryForm(side: Side, text: String, expected: String) throws {
    let codes = try blame(text, side)
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test(arguments: [
    (Side.prc, "美方不顾中方强烈反对，执意通过涉华法案。", "PRC → US accusation"),
    (.prc, "古巴外交部谴责美国的挑衅行为破坏地区和平。", "OTHER → US accusation"),
    (.prc, "各国人民正在奋起反抗美国侵略者。", "PRC → US accusation"),
    (.us, "China closed its market. They take our jobs and then they rip us off.", "US → PRC accusation"),
    (
      .us, "The Chinese Foreign Ministry says the decision is irresponsible and violates the consensus.",
      "PRC → US accusation"
    ),
  ])
  func neitherTheSuffererNorTheSpeakerIsTheDoer(side: Side, text: String, expected: String) throws {
    #expect(try blame(text, side) == [expected])
  }

  @Test(arguments: [
    (
      Side.us, "The previous administration's deal with China failed to keep a single plant open.", "US → US accusation"
    ),
    (.us, "Congressional Republicans are playing politics with the budget.", "US → US accusation"),
    (.us, "Congressional Republicans failed to act.", "US → US accusation"),
    (.prc, "少数干部不作为，失职渎职。", "PRC → PRC accusation"),
    (.prc, "“四人帮”篡党夺权，造成严重恶果。", "PRC → PRC accusation"),
  ])
  func predecessorsAndAFewOfficialsAreBlamedByTheirOwnSide(side: Side, text: String, expected: String) throws {
    let codes = try blame(text, side)
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test(arguments: [
    (Side.us, "MS. HALE: Thank you.\nQ Is Russia stealing the technology?"),
    (.us, "The task force works to disrupt the smuggling of fentanyl from China."),
    (.us, "Terrorists attacked a market in Pakistan on Monday."),
    (.us, "China is the number one market for our soybeans."),
    (.us, "I apologize for being late."), (.us, "His record was ridiculous."),
    (.us, "The new tariffs may harm Canadian farmers."),
    (.us, "No country should interfere in the affairs of others."), (.us, "The struggle against hegemonism goes on."),
    (.us, "Our Chinese colleagues moved aggressively on clean energy."), (.prc, "双方主张互不干涉内政、尊重主权。"),
    (.prc, "美国夏威夷州大火造成多人死亡。"), (.prc, "叙利亚发生强震，造成严重伤亡。"), (.prc, "摒弃零和思维，两国才能开创未来。"),
    (.prc, "我们要严防境外敌对势力的渗透和破坏。"), (.prc, "任何国家都不应干涉别国内政。"),
    (.prc, "希望法方为中国企业提供公平、非歧视的营商环境。"), (.prc, "专家表示，这一关税也会损害下游企业。"),
    (.prc, "美方加征的关税将给世界经济带来损害。"), (.prc, "守军击退了一个破坏小组。"), (.prc, "单边主义和保护主义没有出路。"),
    (.prc, "美方同意双方不寻求遏制对方发展。"), (.prc, "美国政府宣布对进口钢铝加征关税。"), (.prc, "如果有外部势力干涉，人民将抗争到底。"),
  ])
  func questionsDisastersPlansAndPrinciplesBlameNobody(side: Side, text: String) throws {
    #expect(try blame(text, side).isEmpty)
  }

  @Test(arguments: [
    (Side.us, "If Beijing's coercion goes on, our allies will stand together."),
    (.us, "Q How do you answer China's theft of our patents?"),
  ])
  func whatIsOwnedIsTakenForGranted(side: Side, text: String) throws {
    #expect(try blame(text, side).contains { $0.hasSuffix("PRC accusation") })
  }

  @Test(arguments: [
    (Side.us, "Beijing and Moscow trample on the Charter.", ["PRC", "OTHER"]),
    (.prc, "美国和英国肆意干涉别国内政。", ["US", "ALLY"]),
  ])
  func thoseWhoActTogetherAreAnEntryEach(side: Side, text: String, targets: [String]) throws {
    #expect(try Set(blame(text, side)) == Set(targets.map { "\(side.actor.rawValue) → \($0) accusation" }))
  }

  @Test(arguments: [
    (Side.us, "Beijing stacked the deck against our steel towns.", "PRC"),
    (.us, "Chinese hackers burrowed into our water plants.", "PRC"),
    (.us, "Hanoi shelled the border villages for three nights.", "OTHER"),
    (.us, "The Taliban shut girls out of school.", "OTHER"),
    (.us, "Europe has treated us very badly on trade.", "ALLY"),
    (.us, "The last administration let China walk all over us.", "US"),
  ])
  func plainWordsBlameToo(side: Side, text: String, target: String) throws {
    let codes = try blame(text, side)
    #expect(codes.contains("\(side.actor.rawValue) → \(target) accusation"), "\(codes)")
  }

  @Test func theOtherSideIsBlamedBesideAPartner() throws {
    let codes = try blame("China's coast guard stopped Japanese boats and harassed the crews.", .us)
    #expect(codes == ["US → PRC accusation"])
  }

  @Test func aSentenceWithoutANameBlamesTheOneOfWhomTheTextSpoke() throws {
    #expect(try blame("China closed the port. It was coercion, plain and simple.", .us) == ["US → PRC accusation"])
    #expect(try blame("Our ships left the port. Such coercion is rare.", .us).isEmpty)
  }
}
