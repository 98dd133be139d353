/// Turns UTF-8 offsets of a text into offsets in Unicode code points, which records show.
///
/// - Complexity: O(n) over a whole pass when offsets are asked for in rising order; O(n) for each step back.
public struct CodePointOffsets: Sendable {
  private let utf8: [UInt8]
  private var byte = 0
  private var codePoint = 0

  /// A converter for `text`.
  public init(_ text: String) { utf8 = Array(text.utf8) }

  /// The number of code points before the UTF-8 offset `offset`.
  public mutating func codePoints(before offset: Int) -> Int {
    if offset < byte { (byte, codePoint) = (0, 0) }
    while byte < offset, byte < utf8.count {
      if utf8[byte] & 0xC0 != 0x80 { codePoint += 1 }
      byte += 1
    }
    return codePoint
  }

  /// A half-open range of UTF-8 offsets as one of code points.
  public mutating func codePoints(in range: Range<Int>) -> Range<Int> {
    let start = codePoints(before: range.lowerBound)
    return start..<codePoints(before: range.upperBound)
  }
}
