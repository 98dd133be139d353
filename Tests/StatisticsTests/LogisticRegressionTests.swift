import Statistics
import Testing

@Suite struct LogisticRegressionTests {
  /// Reference: scikit-learn's LogisticRegression, C = 2, tolerance 1e-12.
  @Test func theFitIsThatOfTheReference() {
    let rows: [([Int], Bool, Double)] = [
      ([0, 2], true, 1), ([0, 1], true, 1), ([1], false, 1), ([2], false, 1), ([0, 1, 2], true, 1), ([], false, 1),
      ([0], true, 0.5), ([1, 2], true, 0.5),
    ]
    let model = LogisticRegression(
      rows.map { .init(features: $0.0, isPositive: $0.1, weight: $0.2) }, featureCount: 3, penalty: 0.5)
    let expected = [1.61579028, 0.50734109, 0.50734109]
    for (weight, reference) in zip(model.weights, expected) { #expect(abs(weight - reference) < 1e-5) }
    #expect(abs(model.intercept + 0.96409289) < 1e-5)
    #expect(abs(model.probability([0]) - 0.657354) < 1e-4)
  }

  @Test func theTruthIsFoundInManyExamples() {
    var generator = SeededGenerator(seed: 3)
    let examples = (0..<4000).map { _ -> LogisticRegression.Example in
      let features = (0..<3).filter { _ in generator.below(2) == 1 }
      // The first feature raises the odds, the second lowers them, the third does nothing.
      let share = 50 + (features.contains(0) ? 30 : 0) - (features.contains(1) ? 30 : 0)
      return .init(features: features, isPositive: generator.below(100) < share)
    }
    let model = LogisticRegression(examples, featureCount: 3)
    #expect(model.weights[0] > 1 && model.weights[1] < -1 && abs(model.weights[2]) < 0.2)
  }

  @Test func separableExamplesEndAtFiniteWeights() {
    let examples = (0..<40).map { LogisticRegression.Example(features: $0 < 20 ? [0] : [1], isPositive: $0 < 20) }
    let model = LogisticRegression(examples, featureCount: 2, penalty: 0.1)
    let isFinite = model.weights.allSatisfy { $0.isFinite }
    #expect(isFinite)
    #expect(model.probability([0]) > 0.9 && model.probability([1]) < 0.1)
  }
}
