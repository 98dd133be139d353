/// Text in the form in which terms are matched, with the way back to the original.
///
/// The profile is `parallax-1`: NFKC and case folding (ICU's NFKC_Casefold), traditional characters made simplified,
/// white space one space, typographic apostrophes, hyphens and dashes plain, double quotation marks left out.
public struct NormalizedText: Sendable, Hashable {
  /// The name and version of the normalization, kept with every result.
  public static let profile = "parallax-1"

  /// The normalized text as UTF-8.
  public let bytes: [UInt8]
  private let offsets: [UInt32]

  /// Normalizes UTF-8 text.
  ///
  /// - Throws: ``ICUError`` where ICU has no normalization data.
  /// - Complexity: O(n).
  public init(_ text: [UInt8]) throws(ICUError) {
    (bytes, offsets) = try normalizedBytes(of: text)
  }

  /// The offset in the original of the character from which the normalized byte at `offset` stems.
  public func originalOffset(of offset: Int) -> Int { Int(offsets[offset]) }

  /// The stretch of the original that a normalized stretch stems from.
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    let start = originalOffset(of: range.lowerBound)
    return start..<max(start, originalOffset(of: range.upperBound))
  }

  /// The normalized stretch that stems from a stretch of the original.
  ///
  /// - Complexity: O(log n).
  public func normalizedRange(of range: Range<Int>) -> Range<Int> {
    let start = firstOffset(notBefore: range.lowerBound)
    return start..<max(start, firstOffset(notBefore: range.upperBound))
  }

  private func firstOffset(notBefore original: Int) -> Int {
    var low = 0
    var high = bytes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < original { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
