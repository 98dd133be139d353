import Testing

@testable import Statistics

@Suite struct ResamplingTests {
  /// Documents of uneven length whose own rates vary about a rate: columns of counts and of sizes.
  private func documents(
    _ count: Int, rate: Double, spread: Int = 60, _ generator: inout SeededGenerator
  ) -> [[Double]] {
    let sizes = (0..<count).map { _ in 10 + generator.below(spread) }
    let counts = sizes.map { size -> Double in
      let own = rate * (0.5 + generator.unit())
      return Double((0..<size).count { _ in generator.unit() < own })
    }
    return [counts, sizes.map(Double.init)]
  }

  private func table(_ columns: [[Double]]) -> CountTable {
    CountTable(documents: columns[0].count, columns: columns)
  }

  private let ratio = CountRatio(numerator: 0, denominator: 1, scale: 100)

  @Test func aTableKeepsItsCountsAndTheirSums() {
    let table = table([[0, 2, 1], [5, 0, 7]])
    #expect(table.sums == [3, 12] && table.column(0) == [0, 2, 1] && table.allColumns[1] == [5, 0, 7])
    #expect(table.gathered(into: 2, seed: 1).sums == [3, 12] && table.gathered(into: 2, seed: 1).documents == 2)
  }

  @Test func allFiguresShareTheirResamples() {
    let draws = table([[1, 2, 3], [2, 4, 6]]).resampled(replicates: 50, seed: 3)
    #expect((0..<50).allSatisfy { draws[$0, 1] == 2 * draws[$0, 0] })
    let subsets = table([[1, 2, 4], [1, 1, 1]]).subsets(of: 2, replicates: 50, seed: 3)
    #expect((0..<50).allSatisfy { subsets[$0, 1] == 2 && [3, 5, 6].contains(subsets[$0, 0]) })
  }

  /// Nominally 95 %: documents of one group with a known rate.
  @Test(arguments: [(IntervalMethod.percentile, 15), (.percentile, 40), (.bca, 40)])
  func intervalsCoverAKnownRate(method: IntervalMethod, count: Int) throws {
    var generator = SeededGenerator(seed: 21)
    let trials = 150
    let covered = try (0..<trials).count { trial in
      let resampling = Resampling(bootstrap: Bootstrap(replicates: 300, seed: UInt64(trial)), method: method)
      let group = ResampledGroup(
        strata: [table(documents(count, rate: 0.2, &generator))], resampling: resampling)
      let interval = try #require(group.interval(ratio))
      return interval.lower <= 20 && 20 <= interval.upper
    }
    #expect((92 * trials / 100...98 * trials / 100).contains(covered), "\(covered) of \(trials)")
  }

  @Test func randomGroupsGiveAnIntervalOfTheSameWidth() throws {
    var generator = SeededGenerator(seed: 30)
    let columns = documents(1500, rate: 0.2, &generator)
    func width(_ limit: Int) throws -> Double {
      let group = ResampledGroup(
        strata: [table(columns)], resampling: Resampling(bootstrap: Bootstrap(replicates: 400), limit: limit))
      #expect(group.isGathered == (limit < 1500))
      let interval = try #require(group.interval(ratio))
      return interval.upper - interval.lower
    }
    let (whole, gathered) = (try width(2000), try width(600))
    #expect(abs(gathered / whole - 1) < 0.2, "\(gathered) for \(whole)")
  }

  /// Efron's (1987) acceleration of a mean.
  @Test func accelerationEqualsTheReference() {
    let values = [1.0, 2, 4, 8, 16]
    let jackknife = values.map { (31 - $0) / 4 }
    #expect(abs(ResampledInterval.acceleration([jackknife]) - 0.06626573549067027) < 1e-12)
  }

  @Test func aGroupOfOneDocumentHasNoInterval() {
    let group = ResampledGroup(strata: [table([[2], [10]])], resampling: Resampling())
    #expect(group.value(ratio) == 20 && group.interval(ratio) == nil)
  }

  private func contrast(
    _ left: [[Double]], _ right: [[Double]], seed: UInt64 = 1, replicates: Int = 199, permutations: Int = 59
  ) -> GroupContrast {
    let resampling = Resampling(
      bootstrap: Bootstrap(replicates: replicates, seed: seed), permutations: permutations)
    return GroupContrast(
      ResampledGroup(strata: [table(left)], resampling: resampling),
      ResampledGroup(strata: [table(right)], resampling: resampling), ratios: [ratio])
  }

  /// Groups of unequal size, one of shorter documents, so that they vary differently.
  private func unequal(_ generator: inout SeededGenerator) -> (left: [[Double]], right: [[Double]]) {
    (documents(20, rate: 0.2, spread: 10, &generator), documents(40, rate: 0.2, &generator))
  }

  @Test func noDifferenceIsFoundAsOftenAsTheLevelSays() throws {
    var generator = SeededGenerator(seed: 17)
    let alarms = try (0..<400).count { trial in
      let (left, right) = unequal(&generator)
      let contrast = contrast(left, right, seed: UInt64(trial), replicates: 1, permutations: 39)
      return try #require(contrast.outcome(0)?.p) <= 0.05
    }
    #expect((12...28).contains(alarms), "\(alarms) of 400")
  }

  @Test func intervalsCoverNoDifference() throws {
    var generator = SeededGenerator(seed: 18)
    let covered = try (0..<200).count { trial in
      let (left, right) = unequal(&generator)
      let contrast = contrast(left, right, seed: UInt64(trial), permutations: 1)
      let interval = try #require(contrast.outcome(0)?.interval)
      return interval.lower <= 0 && 0 <= interval.upper
    }
    #expect((184...194).contains(covered), "\(covered) of 200")
  }

  @Test func aDifferenceIsFoundWithItsSizeAndSign() throws {
    var generator = SeededGenerator(seed: 19)
    let outcome = try #require(
      contrast(documents(60, rate: 0.3, &generator), documents(30, rate: 0.15, &generator)).outcome(0))
    #expect(abs(outcome.difference - 15) < 4 && outcome.p == 1.0 / 60)
    #expect(try #require(outcome.interval).lower > 5 && abs((outcome.ratio ?? 0) - 2) < 0.6)
    let mirrored = try #require(
      contrast(documents(30, rate: 0.15, &generator), documents(60, rate: 0.3, &generator)).outcome(0))
    #expect(mirrored.difference < -9 && mirrored.p == 1.0 / 60)
  }

  /// Simpson's paradox: within each genre the rates are the same; only the mix of genres differs.
  @Test func strataTakeOutADifferenceOfTheirMix() throws {
    var generator = SeededGenerator(seed: 23)
    let resampling = Resampling(bootstrap: Bootstrap(replicates: 199), permutations: 59)
    let (high, low) = (0.4, 0.1)
    let left = ResampledGroup(
      strata: [table(documents(30, rate: high, &generator)), table(documents(10, rate: low, &generator))],
      resampling: resampling)
    let right = ResampledGroup(
      strata: [table(documents(10, rate: high, &generator)), table(documents(30, rate: low, &generator))],
      resampling: resampling)
    let pooled = (left.value(ratio) ?? 0) - (right.value(ratio) ?? 0)
    let outcome = try #require(GroupContrast(left, right, ratios: [ratio]).outcome(0))
    #expect(pooled > 8 && abs(outcome.difference) < 4 && (outcome.p ?? 0) > 0.05)
  }

  @Test func anyStatisticOfTheSumsHasItsChance() throws {
    let left = [[Double](repeating: 3, count: 12), [Double](repeating: 10, count: 12)]
    let right = [[Double](repeating: 1, count: 12), [Double](repeating: 10, count: 12)]
    let found = try #require(
      contrast(left, right).statistic(sizes: 1, isSigned: false) { left, right in
        Divergence.jensenShannon([left(0), left(1) - left(0)], [right(0), right(1) - right(0)])
      })
    #expect(found.p == 1.0 / 60 && (found.byChance ?? 1) < found.value)
  }
}

@Suite struct MinHashTests {
  private let text = """
    The two sides met in the capital and spoke for three hours about trade, about the sea lanes, and about the students \
    who wish to come. They will meet again in the autumn, when the harvest is in and the budget is passed.
    """

  @Test func marksSpacesAndCaseCountForNothing() {
    #expect(MinHash(text).resemblance(to: MinHash(text.uppercased() + " — !")) == 1)
  }

  @Test func aSmallChangeIsANearDuplicateAndAnotherTextIsNone() {
    let changed = MinHash(text.replacing("three", with: "four"))
    let other = MinHash("粮食安全是国之大者，今年的收成比去年好，农民的收入也增加了。城里的学校开学了。")
    #expect(MinHash(text).resemblance(to: changed) > 0.75)
    #expect(MinHash(text).resemblance(to: other) < 0.1)
    #expect(MinHash.duplicates([MinHash(text), other, changed], threshold: 0.7) == [nil, nil, 0])
  }

  @Test func aTextTooShortToTellIsNobodysDuplicate() {
    #expect(MinHash("No.").bins.isEmpty && MinHash.duplicates([MinHash("No."), MinHash("No.")]) == [nil, nil])
  }
}
