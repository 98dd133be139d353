/// A short sketch of a text that tells how much of it another text shares (Broder 1997).
///
/// One hash a shingle, spread over bins that keep their smallest (Li, Owen & Zhang 2012); an empty bin takes over its
/// neighbour's (Shrivastava & Li 2014). Marks, spaces and case count for nothing.
public struct MinHash: Sendable, Hashable {
  /// How many bins a sketch has; the error of a resemblance is about 1 / (2 √bins).
  public static let size = 128
  /// How many characters make a shingle.
  private static let shingle = 8

  /// The bins; empty for a text that is too short to tell.
  public let bins: [UInt32]

  /// A sketch that was kept.
  public init(bins: [UInt32]) { self.bins = bins }

  /// Sketches a text.
  ///
  /// - Complexity: O(n).
  public init(_ text: String) {
    var bins = [UInt32](repeating: .max, count: Self.size)
    var window: [UInt64] = []
    var place = 0
    var isAnyFilled = false
    for scalar in text.unicodeScalars where Self.isLetter(scalar) {
      let value = UInt64(scalar.value | (scalar.isASCII ? 0x20 : 0))
      if window.count < Self.shingle { window.append(value) } else { window[place] = value }
      place = (place + 1) % Self.shingle
      guard window.count == Self.shingle else { continue }
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for offset in 0..<Self.shingle {
        hash = (hash ^ window[(place + offset) % Self.shingle]) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      let bin = Int(hash >> 57)
      bins[bin] = min(bins[bin], UInt32(truncatingIfNeeded: hash >> 16))
      isAnyFilled = true
    }
    self.bins = isAnyFilled ? Self.filled(bins) : []
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x3400...0x9FFF, 0x20000...0x3FFFF: true
    case 0..<0x80: false
    default: scalar.properties.isAlphabetic
    }
  }

  private static func filled(_ bins: [UInt32]) -> [UInt32] {
    bins.indices.map { index in
      var place = index
      var distance: UInt32 = 0
      while bins[place] == .max {
        place = (place + 1) % size
        distance += 1
      }
      // The distance is mixed in, so that two texts agree only where they borrow from the same bin.
      return bins[place] &+ distance &* 0x85EB_CA6B
    }
  }

  /// The estimated share of all shingles of two texts that both have (Jaccard); 0 where one is too short to tell.
  public func resemblance(to other: MinHash) -> Double {
    guard !bins.isEmpty, bins.count == other.bins.count else { return 0 }
    return Double(zip(bins, other.bins).count { $0 == $1 }) / Double(bins.count)
  }

  /// For each sketch the first earlier one that it resembles, or nil.
  ///
  /// Sketches meet where a band of four bins is the same: two that share 90 % of their shingles do with certainty, as good
  /// as.
  ///
  /// - Parameters:
  ///   - sketches: in the order in which the first is to be kept.
  ///   - threshold: the least resemblance of near duplicates.
  /// - Complexity: O(n) where few texts are alike.
  public static func duplicates(_ sketches: [MinHash], threshold: Double = 0.8) -> [Int?] {
    struct Band: Hashable {
      var number: Int
      var bins: ArraySlice<UInt32>
    }
    let rows = 4
    var seen: [Band: [Int]] = [:]
    return sketches.enumerated().map { index, sketch in
      var found: Int?
      let bands = stride(from: 0, to: sketch.bins.count, by: rows).map {
        Band(number: $0, bins: sketch.bins[$0..<min($0 + rows, sketch.bins.count)])
      }
      for candidate in Set(bands.flatMap { seen[$0] ?? [] }).sorted() where found == nil {
        if sketches[candidate].resemblance(to: sketch) >= threshold { found = candidate }
      }
      // A copy of a kept text needs no place of its own.
      if found == nil { for band in bands { seen[band, default: []].append(index) } }
      return found
    }
  }
}
