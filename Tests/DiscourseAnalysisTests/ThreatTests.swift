import DiscourseModel
import ParallaxKit
import Testing

/// Who endangers whom, and the traps of the field: each sentence is our own, with what a careful coder makes of it.
@Suite struct ThreatTests {
  private func threats(_ text: String, _ side: Side) throws -> [ThreatCode] {
    let statement = Statement(
      metadata: Metadata(id: "test", side: side), text: text, source: SourceLocation(file: "test"))
    return try #require(try CodingTests.annotator.get().annotate(statement).sentences.last).threat
  }

  private func sources(_ text: String, _ side: Side) throws -> Set<String> {
    Set(try threats(text, side).map { "\($0.from.rawValue) \($0.polarity.rawValue)" })
  }

  @Test(arguments: [
    (
      Side.us, "The Speaker said that China's massing of troops opposite the island threatens the whole region.",
      "PRC assert"
    ),
    (.us, "Russia's brutal war against Ukraine has entered its third winter.", "OTHER assert"),
    (.us, "Communist aggression in Asia must be met with strength.", "OTHER assert"),
    (.us, "Together we will defeat terrorism wherever it hides.", "none assert"),
    (.us, "Our laws protect American workers from China's unfair trade practices.", "PRC assert"),
    (.prc, "The superpowers contend for hegemony and prepare for a new war.", "UNNAMED assert"),
    (.prc, "美国侵略者被当地人民赶了出去。", "US assert"), (.prc, "北约一再东扩，对俄罗斯安全构成威胁。", "ALLY assert"),
    (.prc, "列强入侵给中国人民带来深重苦难。", "UNNAMED assert"), (.prc, "面对美方的恐吓讹诈，中国人民绝不退让。", "US assert"),
    (.prc, "恐怖主义威胁着世界各国的安全。", "none assert"), (.prc, "美方还将给世界经济带来严重损害。", "US assert"),
  ])
  func whoPosesAThreatIsFound(side: Side, text: String, expected: String) throws {
    let found = try sources(text, side)
    #expect(found.contains(expected), "\(found)")
  }

  @Test func thoseWhoActTogetherPoseItTogether() throws {
    #expect(try sources("美国和英国对该国首都发动了空袭。", .prc) == ["US assert", "ALLY assert"])
  }

  @Test(arguments: [
    (Side.prc, "However strong it grows, China will never seek hegemony.", "PRC deny"),
    (.prc, "所谓“中国威胁论”是别有用心的编造。", "PRC deny"), (.prc, "美方多次表示不寻求新冷战，无意遏制中国发展。", "US deny"),
    (.prc, "中国的发展给世界带来机遇而不是威胁。", "PRC deny"), (.us, "We do not seek to contain China.", "US deny"),
  ])
  func whatIsDeniedOrRefutedIsNoThreat(side: Side, text: String, expected: String) throws {
    #expect(try sources(text, side) == [expected])
  }

  @Test(arguments: [
    (Side.us, "He suffered a heart attack on the plane."),
    (.us, "The school ran a campaign against bullying in classrooms."),
    (.us, "We pursued an aggressive vaccination plan in every county."),
    (.us, "Social Security checks go out next week."),
    (.us, "The war against poverty must go on."), (.us, "It was a thought-provoking book on trade."),
    (.us, "The two sides exchanged views on aircraft carriers and missiles."),
    (.prc, "沿海地区正遭受台风袭击。"), (.prc, "严厉打击危害食品安全的违法行为。"), (.prc, "各地要防范化解金融风险和地方债务风险。"),
    (.prc, "消防员排除了化学品仓库的火灾危险。"), (.prc, "双方愿携手应对气候变化等全球性挑战。"), (.prc, "有效遏制物价过快上涨势头。"),
    (.prc, "加征关税是对自由贸易规则的挑衅。"), (.prc, "严守十八亿亩耕地红线。"), (.prc, "颠覆性技术正在改变生活。"),
  ])
  func everydayHazardsAndOtherSensesAreNoThreat(side: Side, text: String) throws {
    let found = try sources(text, side)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: [
    (
      Side.us, "Chinese hackers broke into the computers of our ministries.",
      ThreatDomain.technology
    ),
    (.us, "China's coercion of Taiwan endangers peace across the strait.", .territory),
    (.us, "Iran's missile attacks on shipping endanger our sailors.", .military),
    (.us, "Terrorists threaten our cities.", .society), (.prc, "美方挥舞关税大棒，大搞经济霸凌。", .economy),
    (.prc, "外部势力策动颜色革命，企图颠覆国家政权。", .regime), (.prc, "个别国家大搞集团政治和阵营对抗。", .order),
    (.prc, "美方对中国科技企业实施技术封锁。", .technology),
  ])
  func aThreatLiesInTheFieldOfItsWords(side: Side, text: String, domain: ThreatDomain) throws {
    let found = Set(try threats(text, side).flatMap(\.domain))
    #expect(found.contains(domain), "\(found)")
  }
}
