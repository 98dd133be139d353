/// Words numbered in the order in which they were first seen; ASCII letters count the same in both cases.
///
/// - Complexity: O(length) for each word; one arena holds all words' bytes.
public struct Vocabulary: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  private var hashes: [UInt32] = []
  private var table = [Int32](repeating: -1, count: 1024)

  /// No words.
  public init() {}

  /// The number of words.
  public var count: Int { hashes.count }

  /// The bytes of a word, ASCII letters lower case.
  public func bytes(of number: Int) -> ArraySlice<UInt8> { arena[ends[number]..<ends[number + 1]] }

  /// The number of the word that stands at `range` of `text`; a new one where it was not seen before.
  public mutating func number(of range: Range<Int>, in text: [UInt8]) -> Int {
    let hash = Self.hash(of: range, in: text)
    var slot = Int(hash) & (table.count - 1)
    while table[slot] >= 0 {
      let number = Int(table[slot])
      if hashes[number] == hash, holds(number, range, text) { return number }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = Int32(count)
    hashes.append(hash)
    for offset in range { arena.append(Self.folded(text[offset])) }
    ends.append(arena.count)
    if count * 2 > table.count { grow() }
    return count - 1
  }

  private func holds(_ number: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    let start = ends[number]
    guard ends[number + 1] - start == range.count else { return false }
    for offset in 0..<range.count where arena[start + offset] != Self.folded(text[range.lowerBound + offset]) {
      return false
    }
    return true
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(number)
    }
  }

  @inline(__always)
  private static func folded(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte }

  @inline(__always)
  private static func hash(of range: Range<Int>, in text: [UInt8]) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in range { hash = (hash ^ UInt64(folded(text[offset]))) &* 0x100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
