import Statistics
import Testing

/// Reference values of R 4.2, and of series in sixty digits for far tails.
@Suite struct DistributionTests {
  @Test(arguments: [
    (-30.0, 4.906713927148187e-198), (-8.5, 9.479534822203318e-18), (-3, 0.0013498980316300946),
    (-0.1, 0.460172162722971), (0, 0.5), (0.5, 0.6914624612740131), (2, 0.9772498680518208),
    (5, 0.9999997133484281),
  ])
  func normal(x: Double, below: Double) {
    #expect(agree(Normal.lowerTail(x), below) && agree(Normal.upperTail(-x), below))
    #expect(agree(Normal.twoSided(x), 2 * min(below, Normal.upperTail(x))))
  }

  @Test(arguments: [
    (1e-200, -30.20559417957964), (1e-20, -9.262340089798407), (2.5e-05, -4.055626981122401),
    (0.025, -1.9599639845400543), (0.3, -0.5244005127080408), (0.5, 0), (0.975, 1.9599639845400539),
  ])
  func normalQuantile(share: Double, x: Double) { #expect(agree(Normal.quantile(share), x)) }

  @Test(arguments: [
    (0.5, 1.0, 0.7048327646991335), (2, 3.5, 0.12613852257591354), (-5, 30, 2.3296685467007796e-05),
    (12, 250.25, 1.6546436531766862e-26), (40, 5, 1.8411962171772954e-07), (0, 7, 1),
  ])
  func studentT(t: Double, degrees: Double, twoSided: Double) {
    #expect(agree(StudentT.twoSided(t, degrees: degrees), twoSided))
    #expect(agree(StudentT.upperTail(abs(t), degrees: degrees), twoSided / 2))
  }

  @Test(arguments: [
    (0.975, 10.0, 2.2281388519862739), (0.995, 2.5, 7.1637281389488026), (0.1, 300, -1.2843798675790135), (0.5, 3, 0),
  ])
  func studentQuantile(share: Double, degrees: Double, t: Double) {
    #expect(agree(StudentT.quantile(share, degrees: degrees), t))
  }

  @Test(arguments: [
    (3.841458820694124, 1.0, 0.05000000000000006), (52.10217964, 1, 5.268641461048227e-13),
    (10, 3, 0.018566135463043233), (200, 150, 0.003973185970821611), (0.001, 2, 0.9995001249791693),
  ])
  func chiSquare(x: Double, degrees: Double, above: Double) {
    #expect(agree(ChiSquare.upperTail(x, degrees: degrees), above))
    #expect(agree(ChiSquare.lowerTail(x, degrees: degrees), 1 - above))
  }

  @Test(arguments: [(4.0, 2.0, 10.0, 0.052922149401344654), (1, 5, 5, 0.5), (30, 1, 12, 0.00014133254629265365)])
  func fisherF(f: Double, numerator: Double, denominator: Double, above: Double) {
    #expect(agree(FisherF.upperTail(f, degrees: (numerator, denominator)), above))
  }

  @Test(arguments: [
    (1e-10, 0.5, 7.8539816339744674e-21), (0.025, 3, 0.61867212289560136), (0.5, 100, 99.666864919315429),
    (0.975, 4, 8.7672730697423233), (0.999999, 12, 36.114426910031447),
  ])
  func gammaQuantile(share: Double, shape: Double, x: Double) {
    #expect(agree(GammaFunction.quantile(share, shape: shape), x, within: 1e-11))
  }

  @Test(arguments: [
    (0.025, 120.0, 61.0, 0.59270043551534768), (2.5e-5, 120, 61, 0.51431363061998525),
    (0.025, 1, 50, 0.00050622798304082901), (1e-9, 3, 4000, 4.5437296298081668e-07),
    (0.975, 0.5, 0.5, 0.99845866686656404),
  ])
  func betaQuantile(share: Double, a: Double, b: Double, x: Double) {
    #expect(agree(BetaFunction.quantile(share, a, b).x, x))
  }

  @Test(arguments: [
    (0, 0.0, 3.6888794541139354), (1, 0.025317807984289876, 5.5716433909388989),
    (7, 2.8143630515198663, 14.422675361702378), (120, 99.491925625938691, 143.49058536935226),
  ])
  func exactIntervalOfACount(count: Int, lower: Double, upper: Double) {
    let interval = Poisson.interval(count: count)
    #expect(agree(interval.lower, lower) && agree(interval.upper, upper), "\(interval)")
  }

  @Test(arguments: [
    (0, 0.0, 0.26464846939705111), (5, 0.1516522298084301, 0.72333031431789419), (12, 0.73535153060294889, 1),
  ])
  func exactIntervalOfAShare(successes: Int, lower: Double, upper: Double) {
    let interval = Binomial.interval(successes, of: 12)
    #expect(agree(interval.lower, lower) && agree(interval.upper, upper), "\(interval)")
  }

  @Test func probabilitiesAndTailsOfCounts() {
    #expect(agree(Poisson.probability(1000, mean: 950), 0.0034610132236482793))
    #expect(agree(Poisson.lowerTail(7, mean: 4.5), 0.91341352835264389))
    #expect(agree(Poisson.upperTail(7, mean: 4.5), 0.16894942127458848))
    #expect(agree(Binomial.probability(37, of: 1000, share: 0.0625), 0.00010576405079715951))
    #expect(agree(Binomial.upperTail(37, of: 1000, share: 0.0625), 0.99986712160178159))
    #expect(agree(Binomial.lowerTail(37, of: 1000, share: 0.0625), 0.00023864244901554505))
    #expect(Poisson.lowerTail(-1, mean: 2) == 0 && Poisson.upperTail(0, mean: 2) == 1)
    #expect(Binomial.lowerTail(5, of: 5, share: 0.2) == 1 && Binomial.upperTail(6, of: 5, share: 0.2) == 0)
  }
}
