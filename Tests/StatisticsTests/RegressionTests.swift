import Testing

@testable import Statistics

/// Reference values by R 4.2 and statsmodels 0.14.
@Suite struct RegressionTests {
  private let counts: [Double] = [3, 0, 5, 2, 8, 1, 0, 12, 4, 6]
  private let words: [Double] = [800, 600, 900, 700, 1000, 500, 400, 1100, 900, 950]

  private func isNear(_ value: Double, _ expected: Double, _ tolerance: Double = 1e-7) -> Bool {
    abs(value - expected) <= tolerance * max(1, abs(expected))
  }

  @Test func quasiPoissonEqualsGlm() throws {
    let groups = (0..<10).map { [$0 < 5 ? 0.0 : 1] }
    let fit = try #require(QuasiPoisson(counts: counts, exposures: words, predictors: groups))
    #expect(isNear(fit.coefficients[0], -5.403677882206) && isNear(fit.coefficients[1], 0.2833436709))
    #expect(isNear(fit.poissonErrors[1], 0.3146963848) && isNear(fit.dispersion, 1.841478024))
    #expect(isNear(fit.errors[1], 0.4270463596) && isNear(fit.p(1), 0.5256670288) && fit.degrees == 8)
  }

  @Test func quasiPoissonFindsASlope() throws {
    let fit = try #require(
      QuasiPoisson(counts: counts, exposures: words, predictors: (0..<10).map { [Double($0)] }))
    #expect(isNear(fit.coefficients[1], 0.086739508443) && isNear(fit.errors[1], 0.07029620447, 1e-6))
    #expect(isNear(fit.p(1), 0.2522528356827, 1e-6))
    #expect(fit.interval(1).lower < 0 && fit.interval(1).upper > 0.0867)
  }

  @Test func whatCannotBeFittedIsNil() {
    #expect(QuasiPoisson(counts: [0, 0, 0], exposures: [1, 1, 1], predictors: [[0], [1], [2]]) == nil)
    #expect(QuasiPoisson(counts: [1, 2, 3], exposures: [1, 1, 1], predictors: [[1], [1], [1]]) == nil)
    #expect(QuasiPoisson(counts: [1, 2], exposures: [1, 1], predictors: [[0], [1]]) == nil)
    #expect(LeastSquares([1, 2], predictors: [[0], [1]]) == nil)
  }

  @Test(arguments: [
    (0.0, 10.0, 1.0, 0.0, 0.3688879454113935), (3, 10, 1, 0.06186721228956014, 0.8767273069742323),
    (104, 120, 1, 0.7081294692510872, 1.050111724958378), (10, 100, 2.5, 0.027246634340658122, 0.2560397168850923),
  ])
  func rateIntervalsAreGarwoodsWidenedByDispersion(
    count: Double, exposure: Double, dispersion: Double, lower: Double, upper: Double
  ) {
    let interval = Poisson.rateInterval(count: count, exposure: exposure, dispersion: dispersion)
    #expect(isNear(interval.lower, lower, 1e-10) && isNear(interval.upper, upper, 1e-10))
  }

  private let series = [2.1, 2.0, 3.5, 3.2, 4.8, 5.1, 4.9, 6.2, 7.5, 7.1, 8.0, 9.4]

  @Test func leastSquaresWithNeweyWestErrors() throws {
    let fit = try #require(LeastSquares(series, predictors: (1...12).map { [Double($0)] }))
    #expect(isNear(fit.coefficients[0], 1.112121212) && isNear(fit.coefficients[1], 0.6468531469))
    let plain = fit.neweyWestErrors(lags: 2, corrected: false)
    #expect(isNear(plain[0], 0.144657201) && isNear(plain[1], 0.02048031203))
    let corrected = fit.neweyWestErrors(lags: 2)
    #expect(isNear(corrected[0], 0.158464024203) && isNear(corrected[1], 0.022435057768))
  }

  @Test func anInterruptedSeriesHasItsStepAndItsBend() throws {
    let rows = (1...12).map { time -> [Double] in
      let after = time > 6 ? 1.0 : 0
      return [Double(time - 1), after, after * Double(time - 7)]
    }
    let fit = try #require(LeastSquares(series, predictors: rows))
    #expect(isNear(fit.coefficients[2], -0.54095238095) && isNear(fit.coefficients[3], 0.125714285714))
    let errors = fit.neweyWestErrors(lags: 2)
    #expect(isNear(errors[2], 0.326163906963) && isNear(errors[3], 0.076506908498))
    #expect(isNear(StudentT.twoSided(fit.coefficients[2] / errors[2], degrees: 8), 0.1357959250721, 1e-6))
    #expect(LeastSquares.lags(for: 12) == 2 && LeastSquares.lags(for: 100) == 4)
  }
}

@Suite struct MultipleTestingTests {
  private let values = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]

  @Test func correctionsEqualThoseOfR() {
    let hochberg = [0.01, 0.04, 0.084, 0.084, 0.084, 0.1, 0.1057142857, 0.216, 0.216, 0.216]
    let holm = [0.01, 0.072, 0.312, 0.312, 0.312, 0.312, 0.312, 0.615, 0.615, 0.615]
    #expect(zip(MultipleTesting.benjaminiHochberg(values), hochberg).allSatisfy { abs($0 - $1) < 1e-9 })
    #expect(zip(MultipleTesting.holm(values), holm).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test func theOrderOfValuesDoesNotMatterAndUnknownOnesStayUnknown() {
    let reversed = MultipleTesting.benjaminiHochberg(Array(values.reversed()))
    #expect(Array(reversed.reversed()) == MultipleTesting.benjaminiHochberg(values))
    let known: [Double?] = MultipleTesting.benjaminiHochberg([0.04, nil, 0.01])
    #expect(known == [0.04, nil, 0.02])
    #expect(MultipleTesting.benjaminiHochberg([Double]()).isEmpty)
  }
}

@Suite struct DivergenceTests {
  @Test func distancesEqualThoseOfScipy() throws {
    #expect(abs(try #require(Divergence.jensenShannon([5, 3, 2], [1, 4, 5])) - 0.39758172354270127) < 1e-12)
    #expect(Divergence.jensenShannon([1, 0], [0, 7]) == 1)
    #expect(Divergence.jensenShannon([2, 4], [1, 2]) == 0)
    #expect(abs(try #require(Divergence.totalVariation([5, 3, 2], [1, 4, 5])) - 0.4) < 1e-12)
    #expect(Divergence.jensenShannon([0, 0], [1, 2]) == nil && Divergence.totalVariation([1, 1], [0, 0]) == nil)
  }

  @Test(arguments: [
    (30, 12, 1000.0, 800.0, 0.0432169490226412), (0, 5, 100, 300, 0.34082031250000006), (7, 7, 10, 10, 1),
    (120, 60, 100_000, 150_000, 7.179114585429085e-13), (0, 0, 5, 5, 1),
  ])
  func asymmetryEqualsBinomTest(left: Int, right: Int, first: Double, second: Double, expected: Double) {
    let p = AsymmetryTest.conditionalBinomial(counts: (left, right), exposures: (first, second))
    #expect(abs(p - expected) <= 1e-9 * expected)
  }

  @Test func asymmetryRunsFromMinusOneToOne() {
    #expect(AsymmetryTest.asymmetry(3, 1) == 0.5 && AsymmetryTest.asymmetry(0, 2) == -1)
    #expect(AsymmetryTest.asymmetry(0, 0) == nil)
  }
}
