/// Turns UTF-8 offsets of a text into offsets in Unicode code points, which records show.
///
/// - Complexity: O(n) to make; O(1) for each offset.
public struct CodePointOffsets: Sendable {
  private static let block = 64
  private let utf8: [UInt8]
  /// The number of code points before each block.
  private let before: [Int]

  /// A converter for `text`.
  public init(_ text: String) {
    utf8 = Array(text.utf8)
    var before: [Int] = []
    before.reserveCapacity(utf8.count / Self.block + 1)
    var count = 0
    for (offset, byte) in utf8.enumerated() {
      if offset.isMultiple(of: Self.block) { before.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    before.append(count)
    self.before = before
  }

  /// The number of code points before the UTF-8 offset `offset`.
  public func codePoints(before offset: Int) -> Int {
    let offset = min(offset, utf8.count)
    let block = offset / Self.block
    let start = block * Self.block
    guard start < utf8.count else { return before[before.count - 1] }
    var count = before[block]
    for index in start..<offset where utf8[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// A half-open range of UTF-8 offsets as one of code points.
  public func codePoints(in range: Range<Int>) -> Range<Int> {
    codePoints(before: range.lowerBound)..<codePoints(before: range.upperBound)
  }
}

/// Turns offsets in Unicode code points of a text, which records show, into UTF-8 offsets.
///
/// - Complexity: O(n) to make, O(1) where the text is ASCII; O(1) for each offset.
public struct UTF8Offsets: Sendable {
  private static let block = 64
  private let utf8: [UInt8]
  /// The UTF-8 offset of the first code point of each block; empty where every code point is one byte.
  private let starts: [Int]

  /// A converter for `text`.
  public init(_ text: String) {
    utf8 = Array(text.utf8)
    var starts: [Int] = []
    if utf8.contains(where: { $0 >= 0x80 }) {
      var count = 0
      for (offset, byte) in utf8.enumerated() where byte & 0xC0 != 0x80 {
        if count.isMultiple(of: Self.block) { starts.append(offset) }
        count += 1
      }
    }
    self.starts = starts
  }

  /// The UTF-8 offset of the code point at `offset`; the end of the text where there are fewer.
  public func utf8(at offset: Int) -> Int {
    guard !starts.isEmpty else { return min(offset, utf8.count) }
    let block = offset / Self.block
    guard block < starts.count else { return utf8.count }
    var index = starts[block]
    for _ in 0..<(offset % Self.block) {
      guard index < utf8.count else { break }
      index += 1
      while index < utf8.count, utf8[index] & 0xC0 == 0x80 { index += 1 }
    }
    return index
  }

  /// A half-open range of code points as one of UTF-8 offsets.
  public func utf8(in range: Range<Int>) -> Range<Int> {
    let start = utf8(at: range.lowerBound)
    return start..<max(start, utf8(at: range.upperBound))
  }
}
