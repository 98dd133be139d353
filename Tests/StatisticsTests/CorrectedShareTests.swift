import Statistics
import Testing

@Suite struct CorrectedShareTests {
  @Test func theDifferenceOfHandAndMachineIsAdded() throws {
    let sample: [CorrectedShare.Unit] = [
      .init(automatic: true, gold: true), .init(automatic: true, gold: false), .init(automatic: false, gold: true),
      .init(automatic: false, gold: true),
    ]
    let corrected = try #require(CorrectedShare(positives: 200, total: 1000, sample: sample))
    // Differences 0, −1, 1, 1: mean 1/4; with an error each way their squared deviations are 4.875 over six
    // units; and 0.2 · 0.8 / 1000 for the machine's share.
    #expect(abs(corrected.value - 0.45) < 1e-12)
    let half = 1.959964 * (0.00016 + 4.875 / 36 * 6 / 5).squareRoot()
    #expect(abs(corrected.interval.upper - min(1, 0.45 + half)) < 1e-6)
  }

  @Test func weightsUndoTheDraw() throws {
    // One of two strata was drawn ten times as densely, and only there does the machine err.
    var sample = (0..<100).map { CorrectedShare.Unit(automatic: true, gold: $0.isMultiple(of: 2), weight: 1) }
    sample += (0..<10).map { _ in CorrectedShare.Unit(automatic: false, gold: false, weight: 90) }
    let corrected = try #require(CorrectedShare(positives: 100, total: 1000, sample: sample))
    #expect(abs(corrected.value - 0.05) < 1e-12)
  }

  @Test func intervalsCoverTheTruthAsOftenAsTheySay() {
    var generator = SeededGenerator(seed: 11)
    var covered = 0
    for _ in 0..<400 {
      let units = (0..<2000).map { _ -> CorrectedShare.Unit in
        let gold = generator.below(100) < 20
        let automatic = gold ? generator.below(100) < 70 : generator.below(100) < 10
        return .init(automatic: automatic, gold: gold)
      }
      let positives = Double(units.count { $0.automatic })
      let corrected = CorrectedShare(positives: positives, total: 2000, sample: Array(units.prefix(200)))
      if let corrected, corrected.interval.lower <= 0.2, 0.2 <= corrected.interval.upper { covered += 1 }
    }
    #expect((368...392).contains(covered), "\(covered) of 400")
  }

  @Test func aSmallSampleWithoutErrorsProvesLittle() throws {
    let sample = (0..<5).map { _ in CorrectedShare.Unit(automatic: false, gold: false) }
    let corrected = try #require(CorrectedShare(positives: 1, total: 10_000, sample: sample))
    #expect(corrected.value < 0.001 && corrected.interval.upper > 0.2)
  }

  @Test func nothingIsCorrectedWithoutASample() {
    #expect(CorrectedShare(positives: 1, total: 2, sample: []) == nil)
    #expect(CorrectedShare(positives: 0, total: 0, sample: [.init(automatic: true, gold: true)]) == nil)
  }
}
