import Statistics
import Testing

@Suite struct StatisticsTests {
  /// Reference values of SplitMix64 for the seed 1234567, as published with the generator's description.
  @Test func theGeneratorGivesItsReferenceValues() {
    var generator = SeededGenerator(seed: 1_234_567)
    let values = (0..<5).map { _ in generator.next() }
    #expect(
      values == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
        16_408_922_859_458_223_821,
      ])
  }

  @Test func boundedNumbersStayBelowTheirBoundAndReachAll() {
    var generator = SeededGenerator(seed: 3)
    let numbers = Set((0..<500).map { _ in generator.below(7) })
    #expect(numbers == Set(0..<7))
  }

  @Test(arguments: [(0.0, 1.0), (0.25, 2.0), (0.5, 3.0), (0.1, 1.4), (1.0, 5.0)])
  func quantilesEqualRsType7(share: Double, expected: Double) {
    #expect(abs(Bootstrap.quantile([1, 2, 3, 4, 5], share) - expected) < 1e-12)
  }

  @Test func ratesCarryTheirCountsAndMerge() {
    let rate = Rate(numerator: 3, denominator: 1000, scale: 1000) + Rate(numerator: 1, denominator: 1000, scale: 1000)
    #expect(rate.value == 2)
    #expect(Rate(numerator: 0, denominator: 0).value == nil)
  }

  @Test func anIntervalNeedsTwoDocuments() {
    #expect(Bootstrap().ratio(numerators: [1], denominators: [2]) == nil)
  }

  @Test func equalDocumentsGiveAnIntervalWithoutWidth() throws {
    let interval = try #require(Bootstrap().ratio(numerators: [1, 1, 1], denominators: [10, 10, 10], scale: 100))
    #expect(interval.lower == 10 && interval.upper == 10)
  }

  @Test func theSameSeedGivesTheSameInterval() throws {
    let numerators = [1.0, 5, 2, 8, 0, 3]
    let denominators = [10.0, 12, 9, 14, 8, 11]
    let first = Bootstrap(seed: 9).ratio(numerators: numerators, denominators: denominators)
    let second = Bootstrap(seed: 9).ratio(numerators: numerators, denominators: denominators)
    #expect(first == second && first != nil)
  }

  /// Rates of 20 documents with a known rate of .3: the nominal 95 % interval should hold it in most of 200 draws.
  @Test func intervalsCoverAKnownRate() throws {
    var generator = SeededGenerator(seed: 11)
    var covered = 0
    for draw in 0..<200 {
      let sizes = (0..<30).map { _ in Double(20 + generator.below(30)) }
      let counts = sizes.map { size in Double((0..<Int(size)).filter { _ in generator.below(10) < 3 }.count) }
      let bootstrap = Bootstrap(replicates: 400, seed: UInt64(draw))
      let interval = try #require(bootstrap.ratio(numerators: counts, denominators: sizes))
      if interval.lower <= 0.3, interval.upper >= 0.3 { covered += 1 }
    }
    #expect((176...200).contains(covered), "covered \(covered) of 200")
  }

  @Test func accuracyFollowsFromSets() {
    let accuracy = Accuracy(coded: Set(["a", "b", "c"]), reference: Set(["b", "c", "d", "e"]))
    #expect(accuracy == Accuracy(truePositives: 2, falsePositives: 1, falseNegatives: 2))
    #expect(accuracy.precision == 2.0 / 3 && accuracy.recall == 0.5 && accuracy.f1 == 4.0 / 7)
    #expect(Accuracy().f1 == nil)
  }
}
