/// Parts Chinese numerals from the measure words that ICU's dictionary joins to them: 一个 is 一|个, 第三|十一条 is 第三|十一|条.
struct ChineseNumbers {
  let bytes: [UInt8]
  let rules: WordRules

  /// The words, with such words cut in two.
  func split(_ words: [Word]) -> [Word] {
    guard !rules.measures.isEmpty else { return words }
    var result: [Word] = []
    result.reserveCapacity(words.count)
    for word in words {
      if let end = numeralEnd(word) {
        result.append(Word(word.range.lowerBound, end, .word))
        result.append(Word(end, word.range.upperBound, .word))
      } else {
        result.append(word)
      }
    }
    return result
  }

  /// Where the numeral ends with which a word begins, if what is left of the word is a measure word.
  private func numeralEnd(_ word: Word) -> Int? {
    let range = word.range
    guard word.kind == .word, range.count > 3, range.count <= 18, bytes[range.lowerBound] >= 0xE3 else { return nil }
    var (scalar, position) = Characters.decode(bytes, at: range.lowerBound)
    guard rules.mayOpen(scalar) else { return nil }
    let isOrdinal = rules.ordinals.contains(String(decoding: bytes[range.lowerBound..<position], as: UTF8.self))
    guard isOrdinal || rules.numerals.contains(scalar) else { return nil }
    var end = position
    while position < range.upperBound {
      (scalar, position) = Characters.decode(bytes, at: position)
      guard rules.numerals.contains(scalar) else { break }
      end = position
    }
    guard end < range.upperBound else { return nil }
    return rules.measures.contains(String(decoding: bytes[end..<range.upperBound], as: UTF8.self)) ? end : nil
  }
}
