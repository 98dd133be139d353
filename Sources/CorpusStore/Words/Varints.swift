/// Whole numbers from 0 in as few bytes as they need: seven bits a byte, the lowest first, the high bit set on all but the last.
enum Varint {
  /// Appends a number.
  @inline(__always)
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads numbers that ``Varint`` wrote; a broken end reads as nil.
struct VarintReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next number; nil at the end, or where no number stands.
  @inline(__always)
  mutating func next() -> Int? {
    var value: UInt = 0
    var shift: UInt = 0
    while position < bytes.count, shift < 63 {
      let byte = bytes[position]
      position += 1
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    return nil
  }
}
