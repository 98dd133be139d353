import Statistics
import Testing

/// Reference values of R 4.2's `t.test` and `wilcox.test`.
@Suite struct GroupTestTests {
  @Test func welch() throws {
    let test = try #require(GroupTest.welch([1.1, 2.3, 0.4, 3.9, 2.2, 5.1], [0.2, 1.0, 0.9, 1.4, 0.1]))
    #expect(agree(test.t, 2.3602916003896643) && agree(test.degrees, 6.1705102265951917))
    #expect(agree(test.p, 0.055104523547959867))
    #expect(GroupTest.welch([1], [2, 3]) == nil && GroupTest.welch([1, 1], [1, 1]) == nil)
  }

  @Test func mannWhitney() throws {
    let plain = try #require(GroupTest.mannWhitney([1.1, 2.3, 0.4, 3.9, 2.2, 5.1], [0.2, 1.0, 0.9, 1.4, 0.1]))
    #expect(plain.u == 26 && agree(plain.p, 0.055234253718063848))
    let tied = try #require(GroupTest.mannWhitney([0, 0, 1, 2, 2, 3, 5, 0, 1], [0, 1, 0, 0, 0, 2, 1]))
    #expect(tied.u == 43 && agree(tied.p, 0.21893788599886041))
    #expect(GroupTest.mannWhitney([], [1]) == nil && GroupTest.mannWhitney([2, 2], [2]) == nil)
  }
}

@Suite struct DocumentTesterTests {
  /// Documents of 100 words, half of them the target; counts by document.
  private func tester(documents: Int, replicates: Int = 999, limit: Int = 2000, seed: UInt64 = 1) -> DocumentTester {
    DocumentTester(
      sizes: [Int](repeating: 100, count: documents), isTarget: (0..<documents).map { $0 % 2 == 0 },
      replicates: replicates, limit: limit, seed: seed)
  }

  private func counts(_ counts: [Int]) -> [DocumentCount] {
    counts.enumerated().filter { $0.element > 0 }.map { DocumentCount(document: $0.offset, count: $0.element) }
  }

  @Test func aWordOfEveryTargetDocumentIsFound() {
    let word = counts((0..<40).map { $0 % 2 == 0 ? 3 : 0 })
    let tester = tester(documents: 40)
    // Lijffijt's p is 1 / 1000; at the levels of t it is larger.
    let bootstrap = tester.bootstrap(words: 1) { _ in word }[0]
    #expect((0.001...0.005).contains(bootstrap), "\(bootstrap)")
    #expect(tester.permutation(words: 1) { _ in word } == [0.001])
  }

  /// Forty uses in one document are one document's word: the classical tests call it highly significant.
  @Test func aWordOfASingleDocumentIsNot() {
    let word = counts([40] + [Int](repeating: 0, count: 39))
    #expect(Keyness(target: 40, of: 2000, reference: 0, of: 2000).logLikelihood > 50)
    #expect(tester(documents: 40).permutation(words: 1) { _ in word }[0] > 0.4)
  }

  /// All 20 ways of choosing three of six documents, against the share that the definition gives.
  @Test func permutationsConvergeToTheExactTest() {
    let values = [5, 0, 4, 1, 1, 2]
    let tester = DocumentTester(
      sizes: [Int](repeating: 50, count: 6), isTarget: (0..<6).map { $0 % 2 == 0 }, replicates: 20_000)
    let seen = abs(10 - 3)
    var reached = 0
    for mask in 0..<64 where mask.nonzeroBitCount == 3 {
      let drawn = (0..<6).reduce(0) { $0 + (mask >> $1 & 1 == 1 ? values[$1] : 0) }
      if abs(2 * drawn - 13) >= seen { reached += 1 }
    }
    // Twenty draws that reach it end the test, so the p is right to a fifth or so: many seeds are taken together.
    let ps = (0..<60).map { seed in
      DocumentTester(
        sizes: [Int](repeating: 50, count: 6), isTarget: (0..<6).map { $0 % 2 == 0 }, replicates: 20_000,
        seed: UInt64(seed)
      ).permutation(words: 1) { _ in counts(values) }[0]
    }
    let mean = ps.reduce(0, +) / Double(ps.count)
    #expect(tester.isPossible && abs(mean - Double(reached) / 20) < 0.03, "\(mean) for \(Double(reached) / 20)")
  }

  /// Words that do not differ: the share of p-values up to .05 is about .05 in both tests.
  @Test func chanceIsFoundAsOftenAsPromised() {
    var generator = SeededGenerator(seed: 5)
    let words = (0..<400).map { _ in
      // Counts that cluster in documents, as words do.
      counts((0..<40).map { _ in generator.below(3) == 0 ? generator.below(8) : 0 })
    }
    let tester = tester(documents: 40, replicates: 499)
    for values in [
      tester.permutation(words: words.count) { words[$0] }, tester.bootstrap(words: words.count) { words[$0] },
    ] {
      let found = values.count { $0 <= 0.05 }
      #expect((8...36).contains(found), "\(found) of 400")
    }
  }

  @Test func manyDocumentsAreGatheredAndTheAnswerStands() {
    let word = counts((0..<400).map { $0 % 2 == 0 ? 1 + $0 % 3 : ($0 % 5 == 0 ? 1 : 0) })
    let gathered = tester(documents: 400, limit: 50)
    #expect(gathered.permutation(words: 1) { _ in word }[0] < 0.01)
    #expect(gathered.bootstrap(words: 1) { _ in word }[0] < 0.01)
  }

  @Test func theSameSeedGivesTheSameP() {
    let word = counts((0..<30).map { $0 % 3 })
    let first = tester(documents: 30, seed: 4).bootstrap(words: 1) { _ in word }
    #expect(first == tester(documents: 30, seed: 4).bootstrap(words: 1) { _ in word })
  }

  @Test func oneDocumentASideIsNotEnough() {
    #expect(!DocumentTester(sizes: [10, 10, 10], isTarget: [true, false, false]).isPossible)
    #expect(!DocumentTester(sizes: [10, 0, 10, 10], isTarget: [true, true, false, false]).isPossible)
  }
}
