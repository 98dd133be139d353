#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A logistic regression over features that are present or not, with an L2 penalty on the weights but not on the intercept.
///
/// It minimizes λ/2 |w|² + Σ s log(1 + exp(−y z)), y = ±1, z = intercept + Σ w of the features that are present, by L-BFGS
/// (Liu & Nocedal 1989): the same weights for the same examples.
public struct LogisticRegression: Sendable, Hashable {
  /// An example.
  public struct Example: Sendable, Hashable {
    /// The numbers of the features that are present.
    public var features: [Int]
    /// Whether it is a case of what is to be told.
    public var isPositive: Bool
    /// How much it counts.
    public var weight: Double

    /// An example with its features.
    public init(features: [Int], isPositive: Bool, weight: Double = 1) {
      (self.features, self.isPositive, self.weight) = (features, isPositive, weight)
    }
  }

  /// The weight of each feature.
  public private(set) var weights: [Double]
  /// The weight of nothing at all.
  public private(set) var intercept: Double

  /// Fits examples.
  ///
  /// - Parameters:
  ///   - examples: what to learn from.
  ///   - featureCount: how many features there are.
  ///   - penalty: λ; larger is smoother.
  /// - Complexity: O(iterations · features present).
  public init(_ examples: [Example], featureCount: Int, penalty: Double = 1) {
    let objective = Objective(examples: examples, featureCount: featureCount, penalty: penalty)
    let solution = LimitedMemoryBFGS.minimize(objective, from: [Double](repeating: 0, count: featureCount + 1))
    intercept = solution[featureCount]
    weights = Array(solution[..<featureCount])
  }

  /// The probability of an example with these features.
  public func probability(_ features: [Int]) -> Double {
    1 / (1 + exp(-features.reduce(intercept) { $0 + weights[$1] }))
  }
}

/// The penalized negative log-likelihood; the intercept is the last parameter.
private struct Objective {
  let examples: [LogisticRegression.Example]
  let featureCount: Int
  let penalty: Double

  func value(_ parameters: [Double]) -> (value: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: parameters.count)
    var value = 0.0
    for index in 0..<featureCount {
      value += penalty / 2 * parameters[index] * parameters[index]
      gradient[index] = penalty * parameters[index]
    }
    for example in examples {
      let sign = example.isPositive ? 1.0 : -1.0
      let margin = sign * example.features.reduce(parameters[featureCount]) { $0 + parameters[$1] }
      // log(1 + exp(−m)) without overflow.
      value += example.weight * (margin > 0 ? log1p(exp(-margin)) : log1p(exp(margin)) - margin)
      let slope = -sign * example.weight / (1 + exp(margin))
      for feature in example.features { gradient[feature] += slope }
      gradient[featureCount] += slope
    }
    return (value, gradient)
  }
}

/// Minimizes a smooth convex function from its gradients (Liu & Nocedal 1989), with backtracking steps (Armijo).
private enum LimitedMemoryBFGS {
  static func minimize(_ objective: Objective, from start: [Double]) -> [Double] {
    var point = start
    var (value, gradient) = objective.value(point)
    var memory: [(step: [Double], change: [Double], scale: Double)] = []
    for _ in 0..<500 {
      guard dot(gradient, gradient).squareRoot() > 1e-8 * max(1, abs(value)) else { break }
      let direction = self.direction(gradient, memory)
      let slope = dot(direction, gradient)
      var length = memory.isEmpty ? min(1, 1 / dot(gradient, gradient).squareRoot()) : 1
      var next = moved(point, direction, length)
      var (nextValue, nextGradient) = objective.value(next)
      while nextValue > value + 1e-4 * length * slope, length > 1e-14 {
        length /= 2
        next = moved(point, direction, length)
        (nextValue, nextGradient) = objective.value(next)
      }
      guard nextValue < value else { break }
      let step = zip(next, point).map { $0 - $1 }
      let change = zip(nextGradient, gradient).map { $0 - $1 }
      let curvature = dot(step, change)
      if curvature > 1e-12 { memory.append((step, change, 1 / curvature)) }
      if memory.count > 10 { memory.removeFirst() }
      (point, value, gradient) = (next, nextValue, nextGradient)
    }
    return point
  }

  private static func direction(
    _ gradient: [Double], _ memory: [(step: [Double], change: [Double], scale: Double)]
  ) -> [Double] {
    var direction = gradient.map { -$0 }
    var factors: [Double] = []
    for item in memory.reversed() {
      let factor = item.scale * dot(item.step, direction)
      direction = moved(direction, item.change, -factor)
      factors.append(factor)
    }
    if let last = memory.last {
      let scale = 1 / (last.scale * dot(last.change, last.change))
      direction = direction.map { $0 * scale }
    }
    for (item, factor) in zip(memory, factors.reversed()) {
      direction = moved(direction, item.step, factor - item.scale * dot(item.change, direction))
    }
    return direction
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }

  private static func moved(_ point: [Double], _ direction: [Double], _ length: Double) -> [Double] {
    point.indices.map { point[$0] + length * direction[$0] }
  }
}
