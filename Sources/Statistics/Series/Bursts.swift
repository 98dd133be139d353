#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A stretch of time in which something is said unusually often.
public struct Burst: Sendable, Hashable {
  /// The first and the last batch.
  public var batches: ClosedRange<Int>
  /// How strong it is: how much likelier the higher rate is, as a sum of log-likelihoods.
  public var weight: Double
}

/// Kleinberg's bursts in batches (Kleinberg 2003, section 4): an automaton that is either at the usual rate or at `ratio`
/// times it, and that pays for each step up.
public enum Bursts {
  /// Finds the bursts of a series.
  ///
  /// - Parameters:
  ///   - relevant: how many of each batch are relevant.
  ///   - all: how many each batch has; a batch of none is passed over.
  ///   - ratio: how many times the usual rate a burst has.
  ///   - cost: γ, what a step up costs, times ln n.
  ///   - dispersion: how much more the counts vary than independent ones would: the likelihoods are divided by it.
  /// - Complexity: O(n).
  public static func find(relevant: [Int], all: [Int], ratio: Double = 2, cost: Double = 1, dispersion: Double = 1)
    -> [Burst]
  {
    precondition(relevant.count == all.count, "the size of each batch")
    let (sum, total) = (relevant.reduce(0, +), all.reduce(0, +))
    guard sum > 0, sum < total else { return [] }
    let usual = Double(sum) / Double(total)
    let rates = [usual, min(ratio * usual, (1 + usual) / 2)]
    let costs = zip(relevant, all).map { hits, size in rates.map { -logLikelihood(hits, size, $0) / dispersion } }
    return bursts(states(costs, step: cost * log(Double(all.count))), costs)
  }

  /// The binomial log-likelihood without its coefficient, which is the same in both states.
  private static func logLikelihood(_ hits: Int, _ size: Int, _ rate: Double) -> Double {
    Double(hits) * log(rate) + Double(size - hits) * log(1 - rate)
  }

  /// The cheapest sequence of states (Viterbi).
  private static func states(_ costs: [[Double]], step: Double) -> [Int] {
    var total = (low: 0.0, high: Double.infinity)
    var origins: [(low: Int, high: Int)] = []
    for cost in costs {
      let origin = (low: total.low <= total.high ? 0 : 1, high: total.low + step < total.high ? 0 : 1)
      total = (
        low: min(total.low, total.high) + cost[0], high: min(total.low + step, total.high) + cost[1]
      )
      origins.append(origin)
    }
    var state = total.high < total.low ? 1 : 0
    var states = [Int](repeating: 0, count: costs.count)
    for index in costs.indices.reversed() {
      states[index] = state
      state = state == 0 ? origins[index].low : origins[index].high
    }
    return states
  }

  private static func bursts(_ states: [Int], _ costs: [[Double]]) -> [Burst] {
    var bursts: [Burst] = []
    for (index, state) in states.enumerated() where state == 1 {
      let gain = costs[index][0] - costs[index][1]
      if let last = bursts.last, last.batches.upperBound == index - 1 {
        bursts[bursts.count - 1] = Burst(batches: last.batches.lowerBound...index, weight: last.weight + gain)
      } else {
        bursts.append(Burst(batches: index...index, weight: gain))
      }
    }
    return bursts
  }
}
