internal import DiscourseModel

/// Turns a file's bytes into text: finds the encoding, and refuses what fits none.
struct TextDecoder {
  let file: String
  let encoding: String?

  /// The text as UTF-8, without a byte order mark.
  ///
  /// - Throws: ``Diagnostic`` with the offset and the line of the first bytes that do not fit.
  func decode(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
    if let encoding { return try checked(converted(bytes, from: encoding)) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return try checked(validated(Array(bytes.dropFirst(3)), shift: 3)) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return try checked(converted(Array(bytes.dropFirst(4)), from: "UTF-32LE"))
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try checked(converted(Array(bytes.dropFirst(2)), from: "UTF-16LE")) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try checked(converted(Array(bytes.dropFirst(2)), from: "UTF-16BE")) }
    guard let broken = Self.firstInvalid(bytes) else { return try checked(bytes) }
    // UTF-16 without a mark has a zero in every other byte of ASCII text.
    guard let name = legacyEncoding(of: bytes) else { throw invalidUTF8(bytes, at: broken) }
    return try checked(converted(bytes, from: name))
  }

  /// The encoding of bytes that are no UTF-8, where it is one that is known to occur and fits without a flaw.
  private func legacyEncoding(of bytes: [UInt8]) -> String? {
    // A file that is UTF-8 but for a flaw must be reported as such, not read as another encoding.
    guard !Self.isMostlyUTF8(bytes), let guess = Encodings.detect(bytes) else { return nil }
    let accepted = ["UTF-16LE", "UTF-16BE", "GB18030", "Big5"]
    for name in ([guess.name] + ["GB18030", "Big5"]) where accepted.contains(name) {
      if case .text = Encodings.decode(bytes, as: name) { return name }
    }
    return nil
  }

  private func converted(_ bytes: [UInt8], from name: String) throws(Diagnostic) -> [UInt8] {
    switch Encodings.decode(bytes, as: name) {
    case .text(let text): return text
    case .invalid(let offset):
      throw Diagnostic(
        at: SourceLocation(file: file), "the byte at offset \(offset) does not fit the encoding \(name); check the file"
      )
    case .unknownEncoding:
      throw Diagnostic(at: SourceLocation(file: file), "ICU knows no encoding \"\(name)\"; try UTF-8, GB18030 or Big5")
    }
  }

  private func validated(_ bytes: [UInt8], shift: Int) throws(Diagnostic) -> [UInt8] {
    if let offset = Self.firstInvalid(bytes) { throw invalidUTF8(bytes, at: offset, shift: shift) }
    return bytes
  }

  private func invalidUTF8(_ bytes: [UInt8], at offset: Int, shift: Int = 0) -> Diagnostic {
    if let zero = bytes.firstIndex(of: 0) { return binary(bytes, at: zero) }
    let line = bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return Diagnostic(
      at: SourceLocation(file: file, line: line),
      "not valid UTF-8 at byte \(offset + shift), and no other encoding fits; convert the file or name its --encoding")
  }

  private func binary(_ bytes: [UInt8], at offset: Int) -> Diagnostic {
    let line = bytes[..<offset].reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    return Diagnostic(
      at: SourceLocation(file: file, line: line),
      "this looks like a binary file (control character at byte \(offset)); give text, Markdown, HTML, PDF, CSV or JSON Lines"
    )
  }

  /// Refuses binary data, and makes line ends one.
  private func checked(_ bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0D:
        text.append(0x0A)
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
      case 0x09, 0x0A, 0x0C, 0x20...: text.append(byte)
      case 0x0B, 0x1A...0x1F: text.append(0x20)
      default: throw binary(bytes, at: index)
      }
      index += 1
    }
    return text
  }

  /// The offset of the first byte that is no UTF-8.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? {
    // The library's own check is many times as fast as a search for the place, which is seldom needed.
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += String(scalar).utf8.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }

  private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var good = 0
    var bad = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      let isWhole =
        length > 1 && index + length <= bytes.count
        && bytes[(index + 1)..<(index + length)].allSatisfy { $0 & 0xC0 == 0x80 }
      if length == 1 {
        index += 1
      } else if isWhole {
        good += 1
        index += length
      } else {
        bad += 1
        index += 1
      }
    }
    return good > 9 * bad
  }
}
