internal import Lexicon

/// What names of persons look like in Chinese: a surname and one or two characters, or the characters of transliteration.
struct NameShapes: Sendable {
  private let surnames: Set<String>
  private let transliteration: Set<Character>
  /// Titles of other governments' heads in labels of transcripts, and those of the own side among them, in small letters.
  let guests: [String], hosts: [String]
  /// Offices and texts of which a name alone does not tell whose they are.
  let offices: [String]
  /// Words between a subject and its verb that are no part of the subject.
  let fillers: Set<String>

  /// The surnames and characters of the list `words`.
  init(_ lexicon: Lexicon) {
    surnames = Set(lexicon.notations(.words, .surname))
    transliteration = Set(lexicon.notations(.words, .transliteration).compactMap(\.first))
    guests = lexicon.notations(.voice, .guest).map { $0.lowercased() }
    hosts = lexicon.notations(.voice, .host).map { $0.lowercased() }
    offices = lexicon.notations(.voice, .office)
    fillers = Set(lexicon.notations(.voice, .filler))
  }

  enum Shape { case chinese, foreign }

  /// What a subject looks like by itself: 沈丹阳 is Chinese, 扎哈罗娃 and 鲍勃·尚克斯 are foreign; nil for other words.
  func shape(of text: String) -> Shape? {
    if text.contains("·") || text.contains("・") || text.contains("•") { return .foreign }
    // All characters of a transliteration but one are usual in it.
    if (2...8).contains(text.count), text.count(where: { !transliteration.contains($0) }) <= (text.count > 3 ? 1 : 0) {
      return isChinese(text) && text.count < 3 ? .chinese : .foreign
    }
    return isChinese(text) ? .chinese : nil
  }

  private func isChinese(_ text: String) -> Bool {
    let isDouble = surnames.contains(String(text.prefix(2)))
    return isDouble
      ? (3...4).contains(text.count) : (2...3).contains(text.count) && surnames.contains(String(text.prefix(1)))
  }
}
