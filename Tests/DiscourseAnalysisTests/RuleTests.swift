import Lexicon
import Testing

@testable import DiscourseAnalysis

@Suite struct RuleTests {
  @Test func aPatternIsReadOutwardFromItsAnchor() throws {
    let pattern = try RulePattern("^ <actor:name> …4(-actor) negation ACT:past by … <actor>")
    #expect(pattern.forms == [.past])
    #expect(pattern.before.count == 4 && pattern.before.last == .clauseStart)
    #expect(pattern.after.count == 3)
  }

  @Test(arguments: [
    "<actor> … negation", "ACT ACT", "wrong ACT", "…4(actor) ACT", "ACT:sometimes", "nowhere.act ACT", "…x ACT",
  ])
  func wrongPatternsAreRefused(pattern: String) {
    #expect(throws: RuleError.self) { try RulePattern(pattern) }
  }

  @Test(arguments: [
    ("Q Thank you. Does he agree?", TurnTracker.Label.question),
    ("MS. HALE: Good afternoon.", .speaker(name: "MS. HALE")),
    ("记者：有何评论？", .question), ("外交部发言人：大家好。", .speaker(name: "外交部发言人")), ("问：为什么？", .question),
    ("答：不是。", .speaker(name: "答")),
    ("AFP: What is your comment?", .question),
    ("SENIOR ADMINISTRATION OFFICIAL: Thanks.", .speaker(name: "SENIOR ADMINISTRATION OFFICIAL")),
  ])
  func labelsOfTurnsAreRead(text: String, label: TurnTracker.Label) {
    #expect(TurnTracker.label(of: text) == label)
  }

  @Test(arguments: ["We agree: it is time.", "Two points: first, trade.", "Quality matters."])
  func ordinarySentencesHaveNoLabel(text: String) {
    #expect(TurnTracker.label(of: text) == nil)
  }
}
