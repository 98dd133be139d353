import PatternMatching
import TestSupport
import Testing

@Suite struct PatternAutomatonTests {
  private func found(_ patterns: [String], in text: String, _ semantics: MatchSemantics) -> [String] {
    PatternAutomaton(patterns.map { Array($0.utf8) })
      .matches(in: Array(text.utf8), semantics: semantics)
      .map { "\($0.range.lowerBound)-\($0.range.upperBound):\($0.pattern)" }
  }

  @Test(arguments: [
    (["a", "ab", "abc"], "abcd", ["0-3:2"]), (["abcd", "bc"], "abce", ["1-3:1"]),
    (["a", "a"], "a", ["0-1:0", "0-1:1"]),
    (["中国", "发展中国家"], "发展中国家", ["0-15:1"]), ([""], "abc", []), (["x"], "", []),
  ])
  func leftmostLongestTakesTheLongestAtEachPlace(patterns: [String], text: String, expected: [String]) {
    #expect(found(patterns, in: text, .leftmostLongest) == expected)
  }

  @Test func allFindsEveryOccurrence() {
    #expect(found(["a", "aa", "b"], in: "aab", .all) == ["0-1:0", "0-2:1", "1-2:0", "2-3:2"])
  }

  @Test func agreesWithANaiveSearchOnRandomText() {
    var random = RandomText(seed: 7)
    for _ in 0..<300 {
      let patterns = (0..<12).map { _ in (0..<(1 + random.below(4))).map { _ in UInt8(97 + random.below(3)) } }
      let text = (0..<40).map { _ in UInt8(97 + random.below(3)) }
      var naive: Set<PatternMatch> = []
      for (number, pattern) in patterns.enumerated() {
        for start in 0...(text.count - pattern.count) where text[start..<(start + pattern.count)].elementsEqual(pattern)
        {
          naive.insert(PatternMatch(range: start..<(start + pattern.count), pattern: number))
        }
      }
      let automaton = PatternAutomaton(patterns)
      #expect(Set(automaton.matches(in: text, semantics: .all)) == naive)
    }
  }

  @Test func matchesMayBeginOnlyWhereAllowed() {
    let automaton = PatternAutomaton([Array("a".utf8)])
    let matches = automaton.matches(in: Array("aaa".utf8), semantics: .all, startingWhere: { $0 == 1 })
    #expect(matches.map(\.range) == [1..<2])
  }
}
