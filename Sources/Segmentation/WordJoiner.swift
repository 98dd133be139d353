/// What the profile `analysis` keeps together as one word: data of the list `words`.
public struct WordRules: Sendable, Hashable {
  /// Words that go with a number before them: 年, 月.
  var units: Set<String>
  /// Words that count what comes behind them and are words of their own: 个, 次.
  var measures: Set<String>
  /// Words that multiply the digits before them: 万, 亿.
  var magnitudes: Set<String>
  /// Characters of which numbers are made: 一, 十.
  var numerals: Set<UInt32>
  /// Characters that make the number behind them an ordinal: 第.
  var ordinals: Set<String>
  /// Family names.
  var surnames: Set<String>
  /// Offices and forms of address beside which a name stands: 主席, 先生.
  var honorifics: Set<String>
  /// Characters with which foreign names are written.
  var transliteration: Set<UInt32>
  /// A bit for each character with which something that may be joined begins, since most words can be passed by.
  private var openers = [UInt64](repeating: 0, count: 1024)

  /// Rules from their lists.
  public init(
    units: Set<String> = [], measures: Set<String> = [], magnitudes: Set<String> = [], numerals: Set<String> = [],
    ordinals: Set<String> = [],
    surnames: Set<String> = [], honorifics: Set<String> = [], transliteration: Set<String> = []
  ) {
    func characters(_ texts: Set<String>) -> Set<UInt32> { Set(texts.flatMap { $0.unicodeScalars.map(\.value) }) }
    (self.units, self.measures, self.magnitudes, self.ordinals) = (units, measures, magnitudes, ordinals)
    (self.surnames, self.honorifics) = (surnames, honorifics)
    (self.numerals, self.transliteration) = (characters(numerals), characters(transliteration))
    let first = characters(Set((ordinals.union(surnames)).map { String($0.prefix(1)) }))
    for character in first.union(self.numerals).union(self.transliteration) where character < 0x10000 {
      openers[Int(character >> 6)] |= 1 << UInt64(character & 63)
    }
  }

  /// Whether something that is joined may begin with a character.
  func mayOpen(_ character: UInt32) -> Bool {
    character < 0x10000 && openers[Int(character >> 6)] & (1 << UInt64(character & 63)) != 0
  }
}

/// Joins words that the profile `analysis` keeps together.
///
/// Each rule looks at the words from some place on and says how many of them are one; the first rule that joins more than
/// one wins.
struct WordJoiner {
  let bytes: [UInt8]
  let rules: WordRules
  let sentenceRules: SentenceRules

  /// The words, joined from left to right.
  func join(_ words: [Word]) -> [Word] {
    let words = ChineseNumbers(bytes: bytes, rules: rules).split(words)
    let addresses = Addresses.find(in: bytes)
    var joined: [Word] = []
    joined.reserveCapacity(words.count)
    var address = 0
    var index = 0
    while index < words.count {
      let word = words[index]
      while address < addresses.count, addresses[address].upperBound <= word.range.lowerBound { address += 1 }
      if address < addresses.count, addresses[address].lowerBound == word.range.lowerBound,
        let end = words[index...].firstIndex(where: { $0.range.upperBound >= addresses[address].upperBound }),
        words[end].range.upperBound == addresses[address].upperBound
      {
        joined.append(Word(word.range.lowerBound, words[end].range.upperBound, .word))
        index = end + 1
        continue
      }
      let count = word.kind == .space ? 1 : self.count(words, from: index)
      if count == 1 {
        joined.append(word)
      } else {
        joined.append(
          Word(word.range.lowerBound, words[index + count - 1].range.upperBound, kind(of: words, index, count)))
        index += count - 1
      }
      index += 1
    }
    return joined
  }

  private func kind(of words: [Word], _ index: Int, _ count: Int) -> Word.Kind {
    let parts = words[index..<(index + count)]
    if parts.allSatisfy({ $0.kind == .punctuation }) { return .punctuation }
    return words[index].kind == .number ? .number : .word
  }

  /// How many words from `index` on are one.
  private func count(_ words: [Word], from index: Int) -> Int {
    let word = words[index]
    let first = bytes[word.range.lowerBound]
    switch word.kind {
    case .space: return 1
    case .punctuation: return markCount(words, from: index)
    case .number: return max(dateCount(words, from: index), ChineseJoiner(self, words).numberCount(from: index))
    case .word where first < 0x80 || word.range.count > 24: return latinCount(words, from: index)
    case .word:
      guard first >= 0xE3 else { return latinCount(words, from: index) }
      guard rules.mayOpen(Characters.decode(bytes, at: word.range.lowerBound).scalar) else { return 1 }
      return ChineseJoiner(self, words).count(from: index)
    }
  }

  /// A mark that is written several times: ……, ——, !!, and ?! of any length.
  private func markCount(_ words: [Word], from index: Int) -> Int {
    let mark = Characters.decode(bytes, at: words[index].range.lowerBound).scalar
    guard Self.repeats(mark) else { return 1 }
    var end = index + 1
    while end < words.count, words[end].kind == .punctuation {
      let next = Characters.decode(bytes, at: words[end].range.lowerBound).scalar
      let goesOn = next == mark || (Self.asksOrCalls(mark) && Self.asksOrCalls(next))
      guard goesOn else { break }
      end += 1
    }
    return end - index
  }

  private static func repeats(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x2E, 0x2D, 0x2014, 0x2026, 0x2A, 0x3D, 0x7E, 0x23: true
    default: asksOrCalls(mark)
    }
  }

  private static func asksOrCalls(_ mark: UInt32) -> Bool {
    mark == 0x21 || mark == 0x3F || mark == 0xFF01 || mark == 0xFF1F
  }

  /// 2024-11-24, 11/24/2024: three numbers with the same mark between them.
  private func dateCount(_ words: [Word], from index: Int) -> Int {
    guard index + 4 < words.count, words[index + 1].range.count == 1 else { return 1 }
    let mark = bytes[words[index + 1].range.lowerBound]
    guard mark == 0x2D || mark == 0x2F, words[index + 3].range.count == 1,
      bytes[words[index + 3].range.lowerBound] == mark
    else { return 1 }
    let lengths = [0, 2, 4].map { words[index + $0].kind == .number ? words[index + $0].range.count : 0 }
    let isDate = lengths[1] == 1 || lengths[1] == 2
    let yearFirst = lengths[0] == 4 && (1...2).contains(lengths[2])
    let yearLast = (1...2).contains(lengths[0]) && (lengths[2] == 2 || lengths[2] == 4)
    return isDate && (yearFirst || yearLast) ? 5 : 1
  }

  /// Hyphenated compounds (de-risking) and abbreviations with their last stop (U.S., Gen., J.).
  private func latinCount(_ words: [Word], from index: Int) -> Int {
    var end = index
    while end + 2 < words.count, words[end].kind == .word, isMark(words[end + 1], 0x2D),
      Characters.isWord(bytes[words[end].range.upperBound - 1]), words[end + 2].kind == .word,
      Characters.isLetter(bytes[words[end + 2].range.lowerBound])
    {
      end += 2
    }
    if end + 1 < words.count, isMark(words[end + 1], 0x2E), takesStop(words, at: end) { end += 1 }
    return end - index + 1
  }

  private func isMark(_ word: Word, _ mark: UInt8) -> Bool {
    word.range.count == 1 && bytes[word.range.lowerBound] == mark
  }

  /// Whether the stop behind a word belongs to it.
  private func takesStop(_ words: [Word], at index: Int) -> Bool {
    let range = words[index].range
    guard range.count <= 12, !(index + 2 < words.count && isMark(words[index + 2], 0x2E)) else { return false }
    if isInitials(range) { return true }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let following = index + 3 < words.count && words[index + 2].kind == .space ? words[index + 3] : nil
    let next = following.map { bytes[$0.range.lowerBound] } ?? 0
    let isUpper = next >= 0x41 && next <= 0x5A
    if range.count == 1 {
      let first = bytes[range.lowerBound]
      guard first >= 0x41, first <= 0x5A, first != 0x49, isUpper, let following else { return false }
      return !sentenceRules.starters.contains(String(decoding: bytes[following.range], as: UTF8.self).lowercased())
    }
    let word = text.lowercased()
    if sentenceRules.titles.contains(word) {
      let isCapital = bytes[range.lowerBound] < 0x61
      return isCapital && (isUpper || (next >= 0x30 && next <= 0x39)) || word == "vs"
    }
    return sentenceRules.abbreviations.contains(word)
  }

  /// Single letters with stops between them: `U.S`, `e.g`.
  private func isInitials(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, range.count % 2 == 1 else { return false }
    return range.allSatisfy { offset in
      (offset - range.lowerBound) % 2 == 0 ? Characters.isLetter(bytes[offset]) : bytes[offset] == 0x2E
    }
  }
}

/// Addresses of pages and of mail.
enum Addresses {
  /// The stretches of a text that are addresses, in order.
  static func find(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while position < bytes.count {
      let byte = bytes[position]
      guard byte == 0x3A || byte == 0x40 || byte == 0x77 || byte == 0x57, let start = start(in: bytes, at: position),
        start >= found.last?.upperBound ?? 0
      else {
        position += 1
        continue
      }
      var end = position
      while end < bytes.count, belongs(bytes[end]) { end += 1 }
      while end > position, isTrailing(bytes[end - 1]) { end -= 1 }
      if end > position + 3 { found.append(start..<end) }
      position = max(end, position + 1)
    }
    return found
  }

  private static let scheme = Array("://".utf8)
  private static let web = Array("www.".utf8)

  /// Where the address begins that shows itself at `position` by `://`, `www.` or `@`.
  private static func start(in bytes: [UInt8], at position: Int) -> Int? {
    func stands(_ expected: [UInt8], at offset: Int) -> Bool {
      guard offset + expected.count <= bytes.count else { return false }
      return expected.indices.allSatisfy { bytes[offset + $0] | 0x20 == expected[$0] | 0x20 }
    }
    var start = position
    switch bytes[position] {
    case 0x3A:
      guard stands(scheme, at: position) else { return nil }
      while start > 0, Characters.isLetter(bytes[start - 1]) { start -= 1 }
      return start < position ? start : nil
    case 0x40:
      while start > 0, belongsToMailbox(bytes[start - 1]) { start -= 1 }
      guard start < position, let stop = bytes[position...].prefix(80).firstIndex(of: 0x2E) else { return nil }
      let host = bytes[(position + 1)..<stop]
      return !host.isEmpty && host.allSatisfy { Characters.isWord($0) || $0 == 0x2D } ? start : nil
    default:
      guard position == 0 || !Characters.isWord(bytes[position - 1]), stands(web, at: position) else { return nil }
      return position
    }
  }

  private static func belongs(_ byte: UInt8) -> Bool {
    Characters.isWord(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
  }

  private static func belongsToMailbox(_ byte: UInt8) -> Bool {
    Characters.isWord(byte) || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
  }

  private static func isTrailing(_ byte: UInt8) -> Bool { ".,;:!?)]'".utf8.contains(byte) }
}
