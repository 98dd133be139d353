import Statistics
import Testing

@Suite struct AgreementTests {
  /// Twelve items, two coders; figures computed with base R.
  private let binary = Agreement(
    units: zip([1, 1, 0, 1, 0, 0, 1, 1, 0, 1, 0, 0], [1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0]).map { [$0, $1] })

  private func close(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-6) -> Bool {
    left.map { abs($0 - right) < tolerance } ?? false
  }

  @Test func twoCodersHaveTheReferenceFigures() {
    #expect(close(binary.observed, 0.8333333))
    #expect(close(binary.cohenKappa(), 0.6666667))
    #expect(close(binary.alpha(), 0.6805556))
    #expect(close(binary.gwetAC1, 0.6666667))
    // For two coders with the same margins Fleiss' kappa is Scott's pi.
    #expect(close(binary.fleissKappa, 0.6666667))
  }

  /// The worked example of Krippendorff 2011: four observers, twelve units, missing values.
  private let krippendorff = Agreement(units: [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
    [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, nil, 3, nil],
  ])

  @Test(arguments: [
    (Agreement.Metric.nominal, 0.743), (Agreement.Metric.ordinal, 0.815), (Agreement.Metric.interval, 0.849),
  ])
  func missingValuesAreAllowed(metric: Agreement.Metric, alpha: Double) {
    #expect(close(krippendorff.alpha(metric), alpha, 5e-4))
  }

  @Test func nothingToCompareHasNoFigure() {
    #expect(Agreement(units: []).alpha() == nil)
    #expect(Agreement(units: [[1, nil], [nil, 2]]).alpha() == nil)
    #expect(Agreement(units: [[1, 1], [1, 1]]).cohenKappa() == nil)
    #expect(Agreement(units: [[1, nil]]).fleissKappa == nil)
  }

  @Test func chanceAgreementIsNearZeroAndPerfectAgreementIsOne() {
    var generator = SeededGenerator(seed: 7)
    let chance = Agreement(units: (0..<4000).map { _ in [generator.below(3), generator.below(3), generator.below(3)] })
    for figure in [chance.alpha(), chance.alpha(.interval), chance.fleissKappa, chance.cohenKappa(), chance.gwetAC1] {
      #expect(close(figure, 0, 0.04))
    }
    let same = Agreement(units: (0..<50).map { [$0 % 4, $0 % 4] })
    for figure in [same.alpha(), same.alpha(.ordinal), same.fleissKappa, same.cohenKappa(), same.gwetAC1] {
      #expect(close(figure, 1, 1e-12))
    }
  }

  @Test func concordanceFallsWithShiftAndScale() {
    let x = [1.0, 2, 3, 4, 5]
    #expect(close(Concordance.lin(x, x), 1, 1e-12))
    #expect(close(Concordance.lin(x, x.map { $0 + 2 }), 0.5, 1e-12))
    #expect(close(Concordance.lin(x, x.reversed()), -1, 1e-12))
    #expect(Concordance.lin([1], [1]) == nil)
    #expect(Concordance.lin([0, 0], [0, 0]) == nil)
  }
}
