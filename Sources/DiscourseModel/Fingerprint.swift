/// A short hash of texts, the same on every machine: FNV-1a, 64 bits (Fowler, Noll & Vo 1991).
public struct Fingerprint: Sendable, Hashable {
  private var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Of nothing.
  public init() {}

  /// Of a text.
  public init(_ text: String) { feed(text) }

  /// What ``text`` wrote; nil for anything else.
  public init?(hexadecimal text: some StringProtocol) {
    guard text.utf8.count == 16, let value = UInt64(text, radix: 16) else { return nil }
    self.value = value
  }

  /// Takes the bytes of a text.
  public mutating func feed(_ text: String) {
    for byte in text.utf8 { feed(byte) }
  }

  /// Takes bytes.
  public mutating func feed(_ bytes: [UInt8]) {
    for byte in bytes { feed(byte) }
  }

  /// Takes a byte.
  public mutating func feed(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Sixteen hexadecimal digits.
  public var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
