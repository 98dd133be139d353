internal import DiscourseModel
internal import Segmentation

/// Finds a statement's side where its metadata do not give it.
struct SideInference {
  private static let signs: [(side: Side, words: [String])] = [
    (
      .us,
      [
        "white house", "state department", "department of state", "united states", "u.s.", "u.s ", "pentagon",
        "congress",
        "department of commerce", "treasury", "ustr", "trade representative", "department of defense", "美国国务院", "白宫",
        "美国驻", "美国国防部", "美国商务部", "美国财政部", "美国政府",
      ]
    ),
    (
      .prc,
      [
        "ministry of foreign affairs", "foreign ministry", "ministry of commerce", "state council", "people's republic",
        "communist party", "chinese embassy", "embassy of china", "xinhua", "people's daily", "cctv", "mofcom", "中国外交部",
        "外交部", "商务部", "国务院", "国台办", "国防部", "人民日报", "新华社", "中央", "中国驻", "中国政府",
      ]
    ),
  ]

  /// The side that an institution stands for; nil where it is not known.
  static func side(ofInstitution institution: String) -> Side? {
    let name = institution.lowercased()
    return signs.first { $0.words.contains(where: name.contains) }?.side
  }

  /// The side that a text's own words for itself tell: 中方, 我国, the U.S. side, we Americans; nil where they are even.
  static func side(ofText text: String) -> Side? {
    let lower = text.lowercased()
    func count(_ words: [String]) -> Int { words.reduce(0) { $0 + occurrences(of: $1, in: lower) } }
    let prc = count(["中方", "我国", "我外交部", "the chinese side", "china has always", "我党", "全党"])
    let us = count([
      "fellow americans", "american people", "we americans", "god bless america", "the president said", "美国人民",
    ])
    guard max(prc, us) >= 2, prc != us else { return nil }
    return prc > us ? .prc : .us
  }

  private static func occurrences(of word: String, in text: String) -> Int {
    var count = 0
    var rest = text[...]
    while let range = rest.firstRange(of: word) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
