public import DiscourseModel

/// The few facts about characters that segmentation and rules need, read from UTF-8.
public enum Characters {
  /// Whether a byte continues a character.
  public static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// Whether a byte is an ASCII letter or digit.
  public static func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39)
  }

  /// Whether a byte is an ASCII letter.
  public static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
  }

  /// The code point that begins at `offset`, and the offset behind it.
  public static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: UInt32, next: Int) {
    let first = UInt32(bytes[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= bytes.count else { return (first, offset + 1) }
    var scalar = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for index in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + index] & 0x3F) }
    return (scalar, offset + length)
  }

  /// Whether a code point is white space.
  public static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: true
    default: false
    }
  }

  /// The offset of the character before `offset`.
  public static func previous(_ bytes: [UInt8], before offset: Int) -> Int {
    var position = offset - 1
    while position > 0, isContinuation(bytes[position]) { position -= 1 }
    return position
  }

  /// Whether a code point belongs to a run that ICU segments with its Chinese dictionary: Han, kana and their marks.
  public static func isDictionaryScript(_ scalar: UInt32) -> Bool {
    isHan(scalar) || (scalar >= 0x3041 && scalar <= 0x3096) || (scalar >= 0x309D && scalar <= 0x309F)
      || (scalar >= 0x30A1 && scalar <= 0x30FA) || (scalar >= 0x30FC && scalar <= 0x30FF)
      || (scalar >= 0x31F0 && scalar <= 0x31FF) || (scalar >= 0xFF66 && scalar <= 0xFF9D)
  }

  /// Whether a code point is a Han character.
  public static func isHan(_ scalar: UInt32) -> Bool {
    (scalar >= 0x4E00 && scalar <= 0x9FFF) || (scalar >= 0x3400 && scalar <= 0x4DBF) || scalar == 0x3005
      || scalar == 0x3007 || (scalar >= 0xF900 && scalar <= 0xFAFF) || (scalar >= 0x20000 && scalar <= 0x323AF)
  }
}

extension Language {
  /// The language of a stretch of text, by its script: Chinese where one letter in four or more is Han.
  ///
  /// - Parameters:
  ///   - bytes: the text as UTF-8.
  ///   - range: the stretch.
  /// - Returns: nil where it holds no letter.
  public static func byScript(_ bytes: [UInt8], in range: Range<Int>) -> Language? {
    var han = 0
    var letters = 0
    var position = range.lowerBound
    while position < range.upperBound {
      let byte = bytes[position]
      if byte < 0x80 {
        letters += Characters.isLetter(byte) ? 1 : 0
        position += 1
        continue
      }
      let (scalar, next) = Characters.decode(bytes, at: position)
      if Characters.isHan(scalar) {
        han += 1
      } else if scalar >= 0xC0, scalar < 0x250 {
        letters += 1
      }
      position = next
    }
    guard han + letters > 0 else { return nil }
    // A Chinese word takes two characters where an English one takes five or six letters.
    return han * 3 >= letters && han > 0 ? .zh : .en
  }
}
