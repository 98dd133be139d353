#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The parts of a corpus, documents for the most part, over which words are spread.
public struct CorpusParts: Sendable, Hashable {
  /// The size of each part, in words; parts without any are left out of all figures.
  public let sizes: [Int]
  /// The sum of all sizes.
  public let total: Int
  /// How many parts have words.
  public let count: Int
  /// The smallest size.
  let least: Int

  /// Parts with their sizes.
  public init(sizes: [Int]) {
    self.sizes = sizes
    total = sizes.reduce(0, +)
    count = sizes.count { $0 > 0 }
    least = sizes.filter { $0 > 0 }.min() ?? 0
  }
}

/// How evenly a word is spread over the parts of a corpus.
public struct Dispersion: Sendable, Hashable {
  /// How often the word occurs.
  public let frequency: Int
  /// How many parts have the word.
  public let range: Int
  /// The share of parts that have it.
  public let rangeShare: Double
  /// 1 − CV(p) / √(n − 1) of the rates p, from 0 to 1 for an even spread (Juilland & Chang-Rodríguez 1964); nil for one part.
  public let juillandD: Double?
  /// ½ Σ |v / f − s|: 0 for an even spread, near 1 for a word of a single small part (Gries 2008).
  public let deviationOfProportions: Double
  /// DP over its largest possible value, 1 − min s (Lijffijt & Gries 2012); nil for one part.
  public let normalizedDeviation: Double?
  /// (Σ √(s v))² / f: 1 for an even spread (Rosengren 1971).
  public let rosengrenS: Double
  /// Σ (v / f) log2((v / f) / s), in bits: 0 for an even spread (Gries 2019).
  public let divergence: Double
  /// 1 − the mean difference of two parts' rates over twice their mean (Burch, Egbert & Biber 2017); nil for one part.
  public let burchDA: Double?

  /// The spread of a word.
  ///
  /// - Parameters:
  ///   - counts: the word's count in each part that has it, above 0.
  ///   - parts: the corpus.
  /// - Returns: nil for a word that does not occur.
  /// - Complexity: O(n log n) in the parts that have the word.
  public init?(counts: [(part: Int, count: Int)], over parts: CorpusParts) {
    frequency = counts.reduce(0) { $0 + $1.count }
    guard frequency > 0 else { return nil }
    let spread = Spread(counts, over: parts, frequency: frequency)
    range = counts.count
    rangeShare = Double(range) / Double(parts.count)
    juillandD = spread.juillandD
    deviationOfProportions = spread.deviationOfProportions
    normalizedDeviation =
      parts.count > 1 ? deviationOfProportions / (1 - Double(parts.least) / Double(parts.total)) : nil
    rosengrenS = spread.rosengrenS
    divergence = spread.divergence
    burchDA = spread.burchDA
  }
}

/// A word's counts and the sizes of the parts that have it, from which its spread is worked out.
private struct Spread {
  private let parts: CorpusParts
  private let shares: [(count: Double, size: Double)]
  private let sum: Double
  private let total: Double

  init(_ counts: [(part: Int, count: Int)], over parts: CorpusParts, frequency: Int) {
    self.parts = parts
    shares = counts.map { (Double($0.count), Double(parts.sizes[$0.part])) }
    sum = Double(frequency)
    total = Double(parts.total)
  }

  private var absent: Double { Double(parts.count - shares.count) }
  private var rates: [Double] { shares.map { $0.count / $0.size } }

  var juillandD: Double? {
    guard parts.count > 1 else { return nil }
    let count = Double(parts.count)
    let mean = rates.reduce(0, +) / count
    let squares = rates.reduce(absent * mean * mean) { $0 + ($1 - mean) * ($1 - mean) }
    return 1 - (squares / count).squareRoot() / mean / (count - 1).squareRoot()
  }

  var deviationOfProportions: Double {
    // Parts without the word differ by their own share.
    let present = shares.reduce((0.0, 0.0)) { sums, part in
      (sums.0 + abs(part.count / sum - part.size / total), sums.1 + part.size / total)
    }
    return 0.5 * (present.0 + max(0, 1 - present.1))
  }

  var rosengrenS: Double {
    let root = shares.reduce(0) { $0 + ($1.size / total * $1.count).squareRoot() }
    return root * root / sum
  }

  var divergence: Double {
    shares.reduce(0) { $0 + $1.count / sum * log2($1.count / sum / ($1.size / total)) }
  }

  var burchDA: Double? {
    guard parts.count > 1 else { return nil }
    let count = Double(parts.count)
    var differences = 0.0
    // In order, the parts without the word first, the rate at place i adds (2 i − n + 1) times.
    for (place, rate) in rates.sorted().enumerated() {
      differences += (2 * (absent + Double(place)) - count + 1) * rate
    }
    let mean = rates.reduce(0, +) / count
    return 1 - differences / (count * (count - 1) / 2) / (2 * mean)
  }
}
