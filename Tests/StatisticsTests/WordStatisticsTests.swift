import Statistics
import Testing

/// Reference values of R, or by hand from the formulas' papers.
@Suite struct KeynessTests {
  let word = Keyness(target: 120, of: 100_000, reference: 60, of: 150_000)

  @Test func significance() {
    #expect(agree(word.logLikelihood, 52.06374992, within: 1e-9))
    #expect(agree(word.fourCellLogLikelihood, 52.10217964, within: 1e-9))
    #expect(agree(word.chiSquare, 53.371761, within: 1e-7))
    #expect(agree(word.yatesChiSquare, 52.26564052, within: 1e-9))
    #expect(agree(word.fisherP, 7.0486096914679046e-13, within: 1e-9))
    #expect(agree(word.bayesFactor, 39.63453372, within: 1e-9))
    #expect(agree(word.effectSize ?? 0, 4.869564e-05, within: 1e-6))
  }

  /// q = 1 + (N/n₁ + N/n₂ − 1)(N/m₁ + N/m₂ − 1) / 6N, worked out by hand.
  @Test func williamsCorrection() {
    let small = Keyness(target: 9, of: 20, reference: 3, of: 20)
    let columns: Double = 40.0 / 12 + 40.0 / 28 - 1
    let q: Double = 1 + 3 * columns / 240
    #expect(agree(small.williamsLogLikelihood, small.fourCellLogLikelihood / q))
  }

  @Test func effects() {
    #expect(agree(word.logRatio, 1.584962501, within: 1e-9))
    #expect(agree(word.percentDifference ?? 0, 200))
    #expect(agree(word.relativeRisk ?? 0, 3))
    #expect(agree(word.oddsRatio ?? 0, 3.002402883, within: 1e-9))
    #expect(agree(word.simpleMaths(), 2.6))
  }

  @Test(arguments: [(1, 1.126175347), (1000, 0.6675858918)])
  func conservativeLogRatio(words: Int, expected: Double) {
    #expect(agree(word.conservativeLogRatio(among: words), expected, within: 1e-9))
    let mirrored = Keyness(target: 60, of: 150_000, reference: 120, of: 100_000)
    #expect(agree(mirrored.conservativeLogRatio(among: words), -expected, within: 1e-9))
  }

  @Test(arguments: [
    (0.01, 10.0, 1.099296216, 6.953042524, 6.950723841), (0.72, 1000, 1.090153764, 6.929098495, nil),
  ])
  func logOddsUnderAPrior(prior: Double, total: Double, difference: Double, z: Double, fourTermZ: Double?) {
    let odds = word.logOdds(prior: prior, priorTotal: total)
    #expect(agree(odds.difference, difference, within: 1e-9) && agree(odds.z, z, within: 1e-9))
    if let fourTermZ { #expect(agree(odds.fourTermZ, fourTermZ, within: 1e-9)) }
  }

  @Test(arguments: [
    (3, 10, 200, 150, 0.018954219707428676, 6.3978924142128886, 5.0347618504146698),
    (0, 5, 1000, 3000, 0.34049053485633801, 1.6687526074259491, 0.60075093867334173),
    (7, 0, 100, 100, 0.014017765516375333, 7.2538860103626943, 5.3293856402664694),
    (1, 1, 10, 10, 1, 0, 0), (40, 2, 5000, 9000, 4.3185768185528957e-16, 65.00984434785839, 62.435454511683197),
  ])
  func rareWords(
    target: Int, reference: Int, targetSize: Int, referenceSize: Int, fisher: Double, chiSquare: Double, yates: Double
  ) {
    let word = Keyness(target: target, of: targetSize, reference: reference, of: referenceSize)
    #expect(agree(word.fisherP, fisher, within: 1e-9))
    #expect(agree(word.chiSquare, chiSquare, within: 1e-9) && agree(word.yatesChiSquare, yates, within: 1e-9))
  }

  @Test func aWordThatTheReferenceLacksHasNoQuotient() {
    let word = Keyness(target: 8, of: 100, reference: 0, of: 100)
    #expect(word.percentDifference == nil && word.relativeRisk == nil && word.oddsRatio == nil)
    #expect(word.logRatio == 4)
    #expect(word.conservativeLogRatio() > 0 && word.conservativeLogRatio() < word.logRatio)
  }

  @Test func equalSharesAreNoDifference() {
    let word = Keyness(target: 5, of: 100, reference: 10, of: 200)
    #expect(word.direction == 0 && word.conservativeLogRatio() == 0 && word.logLikelihood == 0)
    #expect(Keyness(target: 0, of: 10, reference: 0, of: 10).fisherP == 1)
  }
}

@Suite struct CollocationTests {
  let pair = Collocation(observed: 30, first: 200, second: 500, total: 1_000_000)

  @Test func measures() {
    let found: [(Double, Double)] = [
      (pair.mutualInformation, 8.22881869), (pair.normalizedMutualInformation ?? 0, 0.5476868592),
      (pair.cubicMutualInformation, 18.04259988), (pair.localMutualInformation, 246.8645607), (pair.t, 5.458968156),
      (pair.z, 94.55210204), (pair.dice, 0.0857142857), (pair.logDice, 10.45567948), (pair.minimumSensitivity, 0.06),
      (pair.deltaPForward ?? 0, 0.149529906), (pair.logLikelihood, 288.9665889),
    ]
    for (value, reference) in found { #expect(agree(value, reference, within: 1e-8), "\(value) \(reference)") }
  }

  /// With one half in each cell: ln(30.5 × 999,330.5 / (170.5 × 470.5)) over √(Σ 1/n).
  @Test func lambda() {
    #expect(agree(pair.lambda, 5.940036261613429))
    #expect(agree(pair.lambdaZ, 29.415353659337384))
  }

  @Test func aWindowHasMorePlaces() {
    let window = Collocation(observed: 30, first: 200, second: 500, total: 1_000_000, slots: 1600)
    #expect(agree(window.expected, 0.8) && agree(window.mutualInformation, pair.mutualInformation - 3))
    #expect(agree(window.deltaPForward ?? 0, 30.0 / 1600 - 470.0 / 998_400))
  }

  @Test func chanceIsNoAttraction() {
    let pair = Collocation(observed: 1, first: 10, second: 10, total: 100)
    #expect(pair.mutualInformation == 0 && pair.t == 0 && pair.logLikelihood < 1e-12)
    #expect(agree(pair.deltaPForward ?? 1, 0, within: 0) && pair.deltaPBackward == 0)
  }
}

/// The corpus of Gries 2019: five parts, a word that grows from part to part.
@Suite struct DispersionTests {
  let parts = CorpusParts(sizes: [9, 10, 10, 10, 11])

  @Test func measures() throws {
    let counts = (0..<5).map { (part: $0, count: $0 + 1) }
    let word = try #require(Dispersion(counts: counts, over: parts))
    let found: [(Double?, Double)] = [
      (word.juillandD, 0.7851504535), (word.deviationOfProportions, 0.18), (word.normalizedDeviation, 0.2195121951),
      (word.rosengrenS, 0.9498163423), (word.divergence, 0.1369717294), (word.burchDA, 0.6974500345),
    ]
    for (value, reference) in found { #expect(agree(value ?? 0, reference, within: 1e-9), "\(reference)") }
    #expect(word.range == 5 && word.rangeShare == 1 && word.frequency == 15)
  }

  /// Only parts that have the word are given; the figures are those of the whole vector with its zeros.
  @Test func partsWithoutTheWordCount() throws {
    let word = try #require(Dispersion(counts: [(part: 1, count: 3), (part: 3, count: 1)], over: parts))
    let rates = [0, 0.3, 0, 0.1, 0]
    let shares = [9.0, 10, 10, 10, 11].map { $0 / 50 }
    let counts = [0.0, 3, 0, 1, 0]
    let mean = 0.08
    let spread = (rates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 5).squareRoot()
    var differences = 0.0
    for left in 0..<5 { for right in 0..<left { differences += abs(rates[left] - rates[right]) } }
    #expect(agree(word.juillandD ?? 0, 1 - spread / mean / 2))
    #expect(agree(word.deviationOfProportions, zip(counts, shares).reduce(0) { $0 + abs($1.0 / 4 - $1.1) } / 2))
    #expect(agree(word.burchDA ?? 0, 1 - differences / 10 / (2 * mean)))
    #expect(word.range == 2 && word.rangeShare == 0.4)
  }

  @Test func anAbsentWordHasNoSpreadAndOnePartNone() throws {
    #expect(Dispersion(counts: [], over: parts) == nil)
    let single = try #require(Dispersion(counts: [(part: 0, count: 2)], over: CorpusParts(sizes: [8])))
    #expect(single.juillandD == nil && single.burchDA == nil && single.deviationOfProportions == 0)
  }
}
