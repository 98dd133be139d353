import Testing

@testable import Statistics

@Suite struct ChangePointTests {
  private let counts: [Double] = [4, 5, 3, 6, 4, 5, 12, 14, 11, 13, 15, 12]
  private var series: PoissonSeries {
    PoissonSeries(counts: counts, exposures: [Double](repeating: 10, count: 12))
  }

  @Test func costsAndTheBestSplitEqualTheReference() throws {
    #expect(abs(series.cost(0..<12) - 237.7649755) < 1e-6)
    let split = try #require(series.bestSplit(of: 0..<12))
    #expect(split.position == 6 && abs(split.gain - 25.06253226) < 1e-7)
    #expect(abs(ChangePointSearch.penalty(periods: 12) - 4.9698133) < 1e-7)
    let found = ChangePointSearch(series).segmentation(penalty: ChangePointSearch.penalty(periods: 12))
    #expect(found.changePoints == [6])
  }

  /// Every segmentation of short random series, against the pruned search.
  @Test(arguments: [1, 2, 3])
  func thePrunedSearchFindsTheBestOfAllSegmentations(shortest: Int) {
    var generator = SeededGenerator(seed: UInt64(shortest))
    for _ in 0..<60 {
      let length = 6 + generator.below(5)
      let counts = (0..<length).map { _ in Double(generator.below(9)) }
      let series = PoissonSeries(counts: counts, exposures: counts.map { _ in Double(1 + generator.below(20)) })
      let penalty = generator.unit() * 6
      let found = ChangePointSearch(series, shortest: shortest).segmentation(penalty: penalty)
      let best = (0..<(1 << (length - 1))).compactMap { mask -> Double? in
        let ends = [0] + (1..<length).filter { mask >> ($0 - 1) & 1 == 1 } + [length]
        let stretches = zip(ends, ends.dropFirst()).map { $0..<$1 }
        guard stretches.allSatisfy({ $0.count >= shortest }) else { return nil }
        return stretches.reduce(0) { $0 + series.cost($1) } + penalty * Double(stretches.count - 1)
      }.min()
      #expect(abs(found.cost + penalty * Double(found.changePoints.count) - (best ?? .nan)) < 1e-9)
    }
  }

  @Test func thePathHoldsEachBestSegmentationWithItsPenalty() throws {
    let path = ChangePointSearch(series).path(penalties: 0.1...100)
    #expect(path[0].changePoints.isEmpty && path[1].changePoints == [6])
    #expect(abs(path[0].penalty - 25.06253226) < 1e-7, "no change is the best from the gain of the first on")
    #expect(zip(path, path.dropFirst()).allSatisfy { $0.penalty > $1.penalty && $0.cost > $1.cost })
    for step in path {
      #expect(ChangePointSearch(series).segmentation(penalty: step.penalty + 1e-6).changePoints == step.changePoints)
    }
  }

  @Test func aShortSeriesIsTestedByAllItsOrders() throws {
    let documents = [1.0, 1, 9, 9].enumerated().map { DatedCount(period: $0, count: $1, exposure: 10) }
    let result = try #require(ChangePointTest(documents, periods: 4).result())
    // Of the six ways to lay two high counts, two put both at an end.
    #expect(result.isExact && result.position == 2 && abs(result.p - 2.0 / 6) < 1e-12)
  }

  @Test func aKnownShiftIsFoundWithItsPlace() throws {
    var generator = SeededGenerator(seed: 5)
    let documents = (0..<120).map { index -> DatedCount in
      let rate = index / 5 < 14 ? 0.1 : 0.25
      return DatedCount(
        period: index / 5, count: Double((0..<30).count { _ in generator.unit() < rate }), exposure: 30)
    }
    let result = try #require(ChangePointTest(documents, periods: 24, replicates: 199).result())
    #expect(abs(result.position - 14) <= 1 && result.p <= 0.01 && !result.isExact)
    #expect(try #require(result.interval).contains(14))
  }

  @Test func noChangeIsFoundAsOftenAsTheLevelSays() {
    var generator = SeededGenerator(seed: 8)
    let alarms = (0..<300).count { trial in
      // Documents of one rate each, more varied than Poisson counts.
      let documents = (0..<30).map { index -> DatedCount in
        let rate = 0.05 + 0.3 * generator.unit()
        return DatedCount(
          period: index / 3, count: Double((0..<20).count { _ in generator.unit() < rate }), exposure: 20)
      }
      return ChangePointTest(documents, periods: 10, replicates: 59, seed: UInt64(trial)).p() <= 0.05
    }
    #expect((9...21).contains(alarms), "\(alarms) of 300")
  }

  @Test func manyDocumentsGiveTheSameAnswerByTheirNormalLimit() throws {
    var generator = SeededGenerator(seed: 3)
    let documents = (0..<4200).map { index -> DatedCount in
      let rate = index < 2800 ? 0.10 : 0.115
      return DatedCount(
        period: index / 350, count: Double((0..<10).count { _ in generator.unit() < rate }), exposure: 10)
    }
    let many = try #require(ChangePointTest(documents, periods: 12, replicates: 199).result())
    #expect(many.position == 8 && many.p <= 0.05)
  }
}

@Suite struct BurstTests {
  /// All sequences of states, against Viterbi's.
  @Test func burstsAreTheCheapestSequenceOfStates() {
    let relevant = [1, 0, 2, 7, 8, 1, 0, 5, 1]
    let all = [20, 15, 22, 20, 21, 18, 0, 20, 19]
    let bursts = Bursts.find(relevant: relevant, all: all)
    #expect(bursts.map(\.batches) == [3...4])
    #expect(abs(bursts[0].weight - cost(relevant, all, bursting: [3, 4])) < 1e-9)
  }

  private func cost(_ relevant: [Int], _ all: [Int], bursting: [Int]) -> Double {
    let usual = Double(relevant.reduce(0, +)) / Double(all.reduce(0, +))
    return bursting.reduce(0) { sum, index in
      let (hits, misses) = (Double(relevant[index]), Double(all[index] - relevant[index]))
      return sum + hits * 0.693147180559945309 + misses * Self.logarithm((1 - 2 * usual) / (1 - usual))
    }
  }

  /// ln by its series, so that the test does not take the code's own.
  private static func logarithm(_ x: Double) -> Double {
    let ratio = (x - 1) / (x + 1)
    var (term, sum) = (ratio, 0.0)
    for index in 0..<400 {
      sum += term / Double(2 * index + 1)
      term *= ratio * ratio
    }
    return 2 * sum
  }

  @Test func nothingAndEverythingBurstsNever() {
    #expect(Bursts.find(relevant: [0, 0], all: [5, 5]).isEmpty)
    #expect(Bursts.find(relevant: [5, 5], all: [5, 5]).isEmpty)
    #expect(Bursts.find(relevant: [1, 1, 1], all: [10, 10, 10]).isEmpty)
  }
}

/// Reference values by pymannkendall 1.4 and scipy 1.17.
@Suite struct MannKendallTests {
  private let rising: [Double] = [5, 3, 6, 8, 7, 7, 10, 9, 13, 12, 11, 14, 16, 12]
  private let waving: [Double] = [4, 3, 3.5, 2, 3, 2.5, 1, 2, 3, 4, 5, 4.5, 6, 5, 4, 3, 3.5, 3]

  private func test(_ values: [Double], corrected: Bool = true) throws -> MannKendall {
    try #require(
      MannKendall(times: values.indices.map(Double.init), values: values, correctsAutocorrelation: corrected))
  }

  @Test func aRisingSeriesEqualsTheReference() throws {
    let result = try test(rising)
    #expect(result.score == 69 && abs(result.variance - 331.6666666666667) < 1e-9)
    #expect(abs(result.z - 3.7338597379539533) < 1e-12 && abs(result.p - 0.00018856753512075386) < 1e-12)
    #expect(abs(result.tau - 0.7582417582417582) < 1e-12 && abs(result.slope - 0.8181818181818182) < 1e-12)
    #expect(abs(result.interval.lower - 0.5555555555555556) < 1e-12 && result.interval.upper == 1)
  }

  @Test func autocorrelationWidensTheVariance() throws {
    let plain = try test(waving, corrected: false)
    #expect(plain.score == 29 && abs(plain.variance - 673.6666666666666) < 1e-9)
    #expect(abs(plain.p - 0.28068291554598934) < 1e-12 && plain.slope == 0.0625)
    #expect(abs(plain.interval.lower + 0.058823529411764705) < 1e-12 && plain.interval.upper == 0.2)
    let corrected = try test(waving)
    #expect(abs(corrected.variance - 843.4069775293036) < 1e-9 && abs(corrected.p - 0.3349764804215034) < 1e-12)
  }

  @Test func gapsInTimeCount() throws {
    let result = try #require(
      MannKendall(times: [1, 2, 4, 7, 8, 11], values: [2, 3, 3, 9, 7, 12], correctsAutocorrelation: false))
    #expect(result.slope == 1 && result.interval.lower == 0 && abs(result.interval.upper - 1.6666666666666667) < 1e-12)
    #expect(MannKendall(times: [1, 2, 3], values: [1, 2, 3]) == nil)
  }

  @Test func noTrendIsFoundAsOftenAsTheLevelSays() throws {
    var generator = SeededGenerator(seed: 4)
    let alarms = try (0..<600).count { _ in
      try test((0..<20).map { _ in generator.normals().0 }).p <= 0.05
    }
    #expect((18...42).contains(alarms), "\(alarms) of 600")
  }

  @Test func ranksShareTies() {
    #expect(Ranks.of([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
  }
}

@Suite struct SeriesCorrelationTests {
  private let first: [Double] = [1, 3, 2, 5, 4, 6, 5, 8, 7, 9]
  private let second: [Double] = [2, 1, 4, 3, 6, 5, 8, 7, 9, 10]

  @Test func correlationsAndEffectiveSizeEqualTheReference() throws {
    let result = try #require(SeriesCorrelation(first, second, maximumLag: 2))
    let expected = [-1: 0.9933992677987827, 0: 0.7959493410609456, 1: 0.974481273356364, 2: 0.7251355709411389]
    for lag in result.lags {
      if let value = expected[lag.lag] { #expect(abs(lag.correlation - value) < 1e-12) }
    }
    #expect(abs(result.effectiveSize - 5.833033465275279) < 1e-12)
    #expect(result.lags.map(\.pairs) == [8, 9, 10, 9, 8])
  }

  @Test func aKnownLeadIsFound() throws {
    var generator = SeededGenerator(seed: 6)
    let source = (0..<63).map { _ in generator.normals().0 }
    let follower = (0..<60).map { source[$0] + 0.4 * generator.normals().0 }
    let result = try #require(SeriesCorrelation(Array(source[3...]), follower, maximumLag: 6))
    #expect(result.strongest.lag == 3 && result.strongest.correlation > 0.8 && result.p <= 0.05)
  }

  @Test func unrelatedSeriesAreRelatedAsOftenAsTheLevelSays() throws {
    var generator = SeededGenerator(seed: 9)
    let alarms = try (0..<300).count { _ in
      let series = (0..<2).map { _ in (0..<40).map { _ in generator.normals().0 } }
      return try #require(SeriesCorrelation(series[0], series[1], maximumLag: 3)).p <= 0.05
    }
    #expect((9...21).contains(alarms), "\(alarms) of 300")
  }

  @Test func aSeriesThatDoesNotVaryHasNoCorrelation() {
    #expect(SeriesCorrelation([1, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7], maximumLag: 1) == nil)
    #expect(SeriesCorrelation([1, 2, 3], [1, 2, 3], maximumLag: 1) == nil)
  }

  @Test func differencesAndLinesAreTakenOut() {
    #expect(SeriesCorrelation.differences([1, 4, 2]) == [3, -2])
    #expect(SeriesCorrelation.detrended([1, 2, 3, 4]).allSatisfy { abs($0) < 1e-12 })
  }
}

@Suite struct CompositionTrendTests {
  private func documents(_ generator: inout SeededGenerator, shift: Double) -> (times: [Double], counts: [[Double]]) {
    let times = (0..<60).map { Double($0 / 6) }
    let counts = times.map { time -> [Double] in
      // Documents differ in what they dwell on.
      let share = 0.3 + shift * time / 9 + 0.2 * (generator.unit() - 0.5)
      let hits = Double((0..<12).count { _ in generator.unit() < share })
      return [hits, 12 - hits, 0]
    }
    return (times, counts)
  }

  @Test func aShiftOfSharesIsFoundWithItsSlope() throws {
    var generator = SeededGenerator(seed: 2)
    let (times, counts) = documents(&generator, shift: 0.4)
    let trend = try #require(CompositionTrend(times: times, counts: counts, replicates: 199))
    #expect(trend.p <= 0.01 && abs(trend.courses[0].slope - 0.4 / 9) < 0.02)
    #expect(trend.courses[0].interval.lower > 0 && trend.courses[1].interval.upper < 0)
    #expect(trend.courses[2].share == 0 && trend.courses[2].slope == 0)
  }

  @Test func noShiftIsFoundAsOftenAsTheLevelSays() throws {
    var generator = SeededGenerator(seed: 12)
    let alarms = try (0..<300).count { trial in
      let (times, counts) = documents(&generator, shift: 0)
      return try #require(
        CompositionTrend(times: times, counts: counts, replicates: 59, seed: UInt64(trial))
      ).p <= 0.05
    }
    #expect((9...21).contains(alarms), "\(alarms) of 300")
  }

  /// Above 2,000 documents the normal limit takes the place of permutations.
  @Test func manyDocumentsAreTestedByTheirNormalLimit() throws {
    var generator = SeededGenerator(seed: 15)
    func p(shift: Double, seed: UInt64) throws -> Double {
      let times = (0..<2100).map { Double($0 / 210) }
      let counts = times.map { time -> [Double] in
        let hits = Double((0..<4).count { _ in generator.unit() < 0.3 + shift * time })
        return [hits, 4 - hits, 0]
      }
      return try #require(CompositionTrend(times: times, counts: counts, replicates: 99, seed: seed)).p
    }
    #expect(try p(shift: 0.01, seed: 1) == 0.01)
    let alarms = try (1...60).count { try p(shift: 0, seed: $0) <= 0.05 }
    #expect(alarms <= 7, "\(alarms) of 60")
  }

  @Test func documentsOfOneTimeTellNothing() {
    #expect(CompositionTrend(times: [1, 1, 1, 1], counts: [[1, 0], [0, 1], [1, 1], [2, 0]]) == nil)
    #expect(CompositionTrend(times: [1, 2], counts: [[1, 0], [0, 1]]) == nil)
  }
}
