/// The rules of ``WordJoiner`` for Chinese: numbers, dates, ordinals and names of persons.
struct ChineseJoiner {
  private let bytes: [UInt8]
  private let rules: WordRules
  private let words: [Word]

  init(_ joiner: WordJoiner, _ words: [Word]) {
    (bytes, rules, self.words) = (joiner.bytes, joiner.rules, words)
  }

  /// How many words from `index` on are one; the first is a Chinese word.
  func count(from index: Int) -> Int {
    let text = text(index)
    if let opener = text.first, rules.ordinals.contains(String(opener)) {
      let behind = text.unicodeScalars.dropFirst()
      guard behind.allSatisfy({ rules.numerals.contains($0.value) }) else { return 1 }
      let number = numeralCount(from: index + 1)
      return 1 + (number > 0 ? number : behind.isEmpty && isDigits(index + 1) ? 1 : 0)
    }
    let numerals = numeralCount(from: index)
    if numerals > 0 {
      // 二〇〇|一年: the dictionary takes the last numeral with its unit.
      if isNumeralWithUnit(index + numerals) { return numerals + 1 }
      let isLong = length(index, numerals) >= 2
      return numerals + (isLong && isUnit(index + numerals) ? 1 : 0)
    }
    return max(nameCount(from: index), foreignNameCount(from: index))
  }

  /// How many words from `index` on are one number; the first is of digits.
  func numberCount(from index: Int) -> Int {
    guard isDigits(index), index + 1 < words.count, words[index + 1].kind != .space else { return 1 }
    if isPercent(index + 1, behind: index) { return 2 }
    guard bytes[words[index + 1].range.lowerBound] >= 0xE3 else { return 1 }
    var end = index + 1
    while end < words.count, words[end].range.count <= 6, rules.magnitudes.contains(text(end)) { end += 1 }
    if end == index + 1, isUnit(end), text(end) != "年" || words[index].range.count != 1 { end += 1 }
    return end - index
  }

  private func text(_ index: Int) -> String {
    words.indices.contains(index) ? String(decoding: bytes[words[index].range], as: UTF8.self) : ""
  }

  private func length(_ index: Int, _ count: Int) -> Int {
    Lattice.length(of: words[index].range.lowerBound..<words[index + count - 1].range.upperBound, in: bytes)
  }

  private func isDigits(_ index: Int) -> Bool { words.indices.contains(index) && words[index].kind == .number }

  private func isNumeralWithUnit(_ index: Int) -> Bool {
    guard words.indices.contains(index), words[index].range.count == 6 else { return false }
    let text = Array(text(index))
    return rules.units.contains(String(text[1]))
      && text[0].unicodeScalars.allSatisfy { rules.numerals.contains($0.value) }
  }

  private func isUnit(_ index: Int) -> Bool {
    words.indices.contains(index) && words[index].range.count <= 9 && rules.units.contains(text(index))
  }

  /// A sign of per cent in Chinese text: full-width, or with Chinese right beside it.
  private func isPercent(_ index: Int, behind number: Int) -> Bool {
    let range = words[index].range
    let scalar = Characters.decode(bytes, at: range.lowerBound).scalar
    if scalar == 0xFF05 { return true }
    guard scalar == 0x25 || scalar == 0x2030 else { return false }
    let before = words[number].range.lowerBound
    let isChineseBefore = before >= 3 && bytes[before - 1] >= 0x80
    return isChineseBefore || (range.upperBound < bytes.count && bytes[range.upperBound] >= 0xE3)
  }

  private func consists(_ index: Int, of characters: Set<UInt32>) -> Bool {
    guard words.indices.contains(index), words[index].kind != .space else { return false }
    var position = words[index].range.lowerBound
    while position < words[index].range.upperBound {
      let (scalar, next) = Characters.decode(bytes, at: position)
      guard characters.contains(scalar) else { return false }
      position = next
    }
    return true
  }

  private func numeralCount(from index: Int) -> Int {
    var end = index
    while consists(end, of: rules.numerals) { end += 1 }
    return end - index
  }

  /// A family name and one or two characters, before or behind an office or a form of address.
  private func nameCount(from index: Int) -> Int {
    guard words[index].range.count <= 6, rules.surnames.contains(text(index)) else { return 1 }
    let behindOffice = index > 0 && rules.honorifics.contains(text(index - 1))
    var count = 1
    var given = 0
    while given < 2, words.indices.contains(index + count) {
      let word = words[index + count]
      guard word.kind == .word, bytes[word.range.lowerBound] >= 0xE3, word.range.count <= 6 - given * 3,
        !rules.honorifics.contains(text(index + count))
      else { break }
      given += word.range.count / 3
      count += 1
      if rules.honorifics.contains(text(index + count)) { return count }
    }
    // Behind an office alone, only single characters are safe to take: others may be the next word.
    let parts = words[(index + 1)..<(index + count)]
    return behindOffice && given == 2 && parts.allSatisfy { $0.range.count == 3 } ? count : 1
  }

  /// Parts of a foreign name with dots between them: 约翰·哈里斯.
  private func foreignNameCount(from index: Int) -> Int {
    guard consists(index, of: rules.transliteration) else { return 1 }
    var end = index
    var dots = 0
    while true {
      let start = end
      while consists(end, of: rules.transliteration), length(start, end - start + 1) <= 6 { end += 1 }
      guard end > start, words.indices.contains(end), isDot(end), consists(end + 1, of: rules.transliteration) else {
        break
      }
      dots += 1
      end += 1
    }
    return dots > 0 ? end - index : 1
  }

  private func isDot(_ index: Int) -> Bool {
    switch Characters.decode(bytes, at: words[index].range.lowerBound).scalar {
    case 0xB7, 0x2022, 0x30FB, 0x2027: words[index].range.count <= 3
    default: false
    }
  }
}
