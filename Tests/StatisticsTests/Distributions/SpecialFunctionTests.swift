import Statistics
import Testing

/// Whether two numbers agree to a relative error.
func agree(_ value: Double, _ reference: Double, within error: Double = 1e-12) -> Bool {
  value == reference || abs(value - reference) <= error * max(abs(value), abs(reference))
}

/// Reference values from sums and series in sixty digits, rounded; both tails, since the smaller one is what tests need.
@Suite struct SpecialFunctionTests {
  @Test(arguments: [
    (0.5, 0.1, 0.345279153981423, 0.654720846018577), (0.5, 8, 0.9999366575163338, 6.334248366623985e-05),
    (1, 1, 0.6321205588285577, 0.36787944117144233), (2.5, 0.01, 2.987601531906594e-06, 0.999997012398468),
    (2.5, 2.5, 0.5841198130044921, 0.41588018699550794), (10, 25, 0.9997785233617512, 0.00022147663824878357),
    (30, 10, 2.5099512015279076e-07, 0.9999997490048799), (100, 100, 0.5132987982791487, 0.48670120172085135),
    (100, 160, 0.999999855797755, 1.4420224505352737e-07), (1000, 950, 0.05505468623073803, 0.9449453137692619),
    (12345.5, 12600, 0.9886354778741092, 0.01136452212589081),
    (1e6, 1_003_000, 0.9986382593537824, 0.0013617406462175915),
  ])
  func incompleteGamma(shape: Double, x: Double, lower: Double, upper: Double) {
    let tails = GammaFunction.regularized(shape: shape, x)
    #expect(agree(tails.lower, lower) && agree(tails.upper, upper), "\(tails)")
  }

  @Test(arguments: [
    (0.5, 0.5, 0.5, 0.5, 0.5), (0.125, 0.5, 3, 0.6097414919801968, 0.3902585080198033),
    (0.25, 2, 5, 0.466064453125, 0.533935546875), (0.75, 2, 5, 0.995361328125, 0.004638671875),
    (0.0625, 10, 200, 0.8467021068872044, 0.15329789311279565),
    (0.5, 120, 61, 4.5722929423051e-06, 0.9999954277070577),
    (0.625, 1000, 620, 0.7377871821642562, 0.2622128178357438),
    (0.375, 1e4, 17000, 0.9422251138070316, 0.05777488619296843),
    (0.5, 2e5, 200_500, 0.7852585108219932, 0.21474148917800687),
    (0.0009765625, 30, 40000, 0.9425913973711321, 0.057408602628867926),
  ])
  func incompleteBeta(x: Double, a: Double, b: Double, lower: Double, upper: Double) {
    let tails = BetaFunction.regularized(x, a, b)
    #expect(agree(tails.lower, lower) && agree(tails.upper, upper), "\(tails)")
  }

  @Test func endsOfTheirRangesAreExact() {
    #expect(
      GammaFunction.regularized(shape: 2, 0) == (0, 1) && GammaFunction.regularized(shape: 2, .infinity) == (1, 0))
    #expect(BetaFunction.regularized(0, 2, 3) == (0, 1) && BetaFunction.regularized(1, 2, 3) == (1, 0))
    #expect(GammaFunction.quantile(0, shape: 2) == 0 && GammaFunction.quantile(1, shape: 2) == .infinity)
    #expect(BetaFunction.quantile(0, 2, 3).x == 0 && BetaFunction.quantile(1, 2, 3).x == 1)
  }

  /// Quantiles and tails are inverse to each other, over shapes of all sizes and tails far out.
  @Test func quantilesInvertTails() {
    for a in [0.3, 1, 7.5, 240, 31_000] {
      for p in [1e-12, 1e-4, 0.025, 0.5] {
        let gamma = GammaFunction.quantile(p, shape: a)
        #expect(agree(GammaFunction.regularized(shape: a, gamma).lower, p, within: 1e-10), "gamma \(a) \(p)")
        let above = GammaFunction.upperQuantile(p, shape: a)
        #expect(agree(GammaFunction.regularized(shape: a, above).upper, p, within: 1e-10), "gamma \(a) \(p)")
        for b in [0.4, 2, 55, 9000] {
          let beta = BetaFunction.quantile(p, a, b)
          let tails = BetaFunction.regularized(beta.x, complement: beta.complement, a, b)
          #expect(agree(tails.lower, p, within: 1e-10), "beta \(a) \(b) \(p)")
        }
      }
    }
  }
}
