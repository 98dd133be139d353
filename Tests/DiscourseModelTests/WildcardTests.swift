import DiscourseModel
import Testing

@Suite struct WildcardTests {
  @Test(arguments: [
    ("decoupl*", "decoupling", true), ("decoupl*", "decoupl", true), ("decoupl*", "couple", false),
    ("*钩", "脱钩", true), ("脱?", "脱钩", true), ("脱?", "脱钩断", false), ("*a*b*", "xxaxxbxx", true),
    ("*a*b", "ab-b-a", false), ("**", "", true), ("?", "", false), ("plain", "plain", true), ("plain", "Plain", false),
    ("a*aab", "aaaaab", true),
  ])
  func patterns(pattern: String, text: String, isMatch: Bool) {
    #expect(Wildcard(pattern).matches(text) == isMatch)
  }

  @Test func aPlainTextIsNoPattern() {
    #expect(!Wildcard("plain").isPattern && Wildcard("pla*").isPattern && Wildcard("pl?in").isPattern)
  }
}
