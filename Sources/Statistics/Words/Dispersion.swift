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
public struct Dispersion: Sendable {
  private let parts: CorpusParts
  private let shares: [(count: Double, size: Double)]
  /// How often the word occurs.
  public let frequency: Int

  /// The spread of a word.
  ///
  /// - Parameters:
  ///   - counts: the word's count in each part that has it, above 0.
  ///   - parts: the corpus.
  /// - Returns: nil for a word that does not occur.
  public init?(counts: [(part: Int, count: Int)], over parts: CorpusParts) {
    frequency = counts.reduce(0) { $0 + $1.count }
    guard frequency > 0 else { return nil }
    self.parts = parts
    shares = counts.map { (Double($0.count), Double(parts.sizes[$0.part])) }
  }

  /// How many parts have the word.
  public var range: Int { shares.count }
  /// The share of parts that have it.
  public var rangeShare: Double { Double(range) / Double(parts.count) }

  private var total: Double { Double(parts.total) }
  private var sum: Double { Double(frequency) }
  private var absent: Double { Double(parts.count - shares.count) }
  private var rates: [Double] { shares.map { $0.count / $0.size } }

  /// 1 − CV(p) / √(n − 1) of the rates p, from 0 to 1 for an even spread (Juilland & Chang-Rodríguez 1964); nil for one part.
  public var juillandD: Double? {
    guard parts.count > 1 else { return nil }
    let count = Double(parts.count)
    let mean = rates.reduce(0, +) / count
    let squares = rates.reduce(absent * mean * mean) { $0 + ($1 - mean) * ($1 - mean) }
    return 1 - (squares / count).squareRoot() / mean / (count - 1).squareRoot()
  }

  /// ½ Σ |v / f − s|: 0 for an even spread, near 1 for a word of a single small part (Gries 2008).
  public var deviationOfProportions: Double {
    // Parts without the word differ by their own share.
    let present = shares.reduce((0.0, 0.0)) { sums, part in
      (sums.0 + abs(part.count / sum - part.size / total), sums.1 + part.size / total)
    }
    return 0.5 * (present.0 + max(0, 1 - present.1))
  }

  /// DP over its largest possible value, 1 − min s (Lijffijt & Gries 2012); nil for one part.
  public var normalizedDeviation: Double? {
    parts.count > 1 ? deviationOfProportions / (1 - Double(parts.least) / total) : nil
  }

  /// (Σ √(s v))² / f: 1 for an even spread (Rosengren 1971).
  public var rosengrenS: Double {
    let root = shares.reduce(0) { $0 + ($1.size / total * $1.count).squareRoot() }
    return root * root / sum
  }

  /// Σ (v / f) log2((v / f) / s), in bits: 0 for an even spread (Gries 2019).
  public var divergence: Double {
    shares.reduce(0) { $0 + $1.count / sum * log2($1.count / sum / ($1.size / total)) }
  }

  /// 1 − the mean difference of two parts' rates over twice their mean (Burch, Egbert & Biber 2017); nil for one part.
  ///
  /// - Complexity: O(n log n) in the parts that have the word.
  public var burchDA: Double? {
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
