/// What the corrector tags: a Han character, or any other word or mark as a whole.
struct SegmentationUnit: Sendable, Hashable {
  /// What a unit is, as features see it.
  enum Kind: UInt64 { case han, numeral, digits, letters, mark }

  /// Half-open range of UTF-8 offsets into the text.
  var range: Range<Int>
  /// The character; a stand-in for longer units.
  var character: UInt32
  var kind: Kind
  /// The tag that ICU's own words give it.
  var base: SegmentationTag
  /// The length, in characters, of the longest dictionary word that begins here and of the longest that ends here.
  var longestFrom = 0
  var longestTo = 0
}

/// Where in a word a unit stands.
enum SegmentationTag: Int, Sendable, CaseIterable {
  case begin, middle, end, single

  /// Whether `next` may follow.
  func mayPrecede(_ next: SegmentationTag) -> Bool {
    switch self {
    case .begin, .middle: next == .middle || next == .end
    case .end, .single: next == .begin || next == .single
    }
  }

  var mayOpen: Bool { self == .begin || self == .single }
  var mayClose: Bool { self == .end || self == .single }
}

/// Cuts a text into sequences of units, at white space, with what ICU and its dictionary know about them.
struct SegmentationUnits {
  let dictionary: WordDictionary

  /// The sequences of a text whose words in ICU's own convention are `words`.
  func sequences(of words: [Word], in bytes: [UInt8]) -> [[SegmentationUnit]] {
    var sequences: [[SegmentationUnit]] = []
    var current: [SegmentationUnit] = []
    for word in words {
      if word.kind == .space {
        if !current.isEmpty { sequences.append(current) }
        current = []
      } else {
        current += units(of: word, in: bytes)
      }
    }
    if !current.isEmpty { sequences.append(current) }
    return sequences.map(withDictionaryLengths)
  }

  private func units(of word: Word, in bytes: [UInt8]) -> [SegmentationUnit] {
    let (first, _) = Characters.decode(bytes, at: word.range.lowerBound)
    guard Characters.isHan(first) else {
      let isLong = Lattice.length(of: word.range, in: bytes) > 1
      let kind: SegmentationUnit.Kind =
        word.kind == .number ? .digits : word.kind == .punctuation ? .mark : .letters
      let stand: UInt32 = kind == .digits ? 0x30 : kind == .letters ? 0x61 : first
      return [
        SegmentationUnit(
          range: word.range, character: isLong || kind == .digits ? stand : first, kind: kind, base: .single)
      ]
    }
    var units: [SegmentationUnit] = []
    var position = word.range.lowerBound
    while position < word.range.upperBound {
      let (scalar, next) = Characters.decode(bytes, at: position)
      let opens = position == word.range.lowerBound
      let closes = next == word.range.upperBound
      units.append(
        SegmentationUnit(
          range: position..<next, character: scalar, kind: Self.numerals.contains(scalar) ? .numeral : .han,
          base: opens ? (closes ? .single : .begin) : closes ? .end : .middle))
      position = next
    }
    return units
  }

  private static let numerals = Set("〇零一二三四五六七八九十百千万亿两".unicodeScalars.map(\.value))

  private func withDictionaryLengths(_ units: [SegmentationUnit]) -> [SegmentationUnit] {
    var units = units
    for start in units.indices where units[start].kind.rawValue <= 1 && units[start].character < 0x10000 {
      var state = dictionary.first(UInt16(units[start].character))
      var end = start + 1
      while state != .dead {
        if dictionary.cost(state) != nil {
          units[start].longestFrom = end - start
          units[end - 1].longestTo = max(units[end - 1].longestTo, end - start)
        }
        guard end < units.count, units[end].kind.rawValue <= 1, units[end].character < 0x10000 else { break }
        state = dictionary.next(state, UInt16(units[end].character))
        end += 1
      }
    }
    return units
  }
}

/// The features of a unit in its place: each is a template's number over a hash of what the template saw.
enum SegmentationFeatures {
  /// The features of the unit at `index`.
  static func features(of units: [SegmentationUnit], at index: Int) -> [UInt64] {
    func character(_ offset: Int) -> UInt64 {
      units.indices.contains(index + offset) ? UInt64(units[index + offset].character) : 0x11_0000
    }
    func kind(_ offset: Int) -> UInt64 {
      units.indices.contains(index + offset) ? units[index + offset].kind.rawValue : 7
    }
    func base(_ offset: Int) -> UInt64 {
      units.indices.contains(index + offset) ? UInt64(units[index + offset].base.rawValue) : 7
    }
    let unit = units[index]
    let from = UInt64(min(unit.longestFrom, 6))
    let to = UInt64(min(unit.longestTo, 6))
    let bases = base(-1) << 6 | base(0) << 3 | base(1)
    return [
      key(1, character(-2)), key(2, character(-1)), key(3, character(0)), key(4, character(1)), key(5, character(2)),
      key(6, character(-2), character(-1)), key(7, character(-1), character(0)), key(8, character(0), character(1)),
      key(9, character(1), character(2)), key(10, character(-1), character(1)),
      key(11, kind(-1) << 6 | kind(0) << 3 | kind(1)), key(12, kind(-2) << 9 | kind(-1) << 6 | kind(0) << 3 | kind(1)),
      key(13, bases), key(14, bases, character(0)), key(15, base(0), character(0)),
      key(16, from << 3 | to), key(17, from << 6 | to << 3 | base(0)), key(18, base(-1) << 3 | base(0), character(-1)),
      key(19, base(0) << 3 | base(1), character(1)),
    ]
  }

  private static func key(_ template: UInt64, _ first: UInt64, _ second: UInt64 = 0) -> UInt64 {
    var hash = (first &* 0x9E37_79B9_7F4A_7C15) ^ (second &* 0xC2B2_AE3D_27D4_EB4F)
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    hash ^= hash >> 32
    return template << 56 | (hash & 0x00FF_FFFF_FFFF_FFFF)
  }
}
