internal import Segmentation

/// Who has the floor in a transcript, read from the labels of its turns.
struct TurnTracker {
  /// What a label at the beginning of a sentence says.
  enum Label: Hashable {
    /// A reporter or a moderator begins.
    case question
    /// A speaker begins; the name stands in the label.
    case speaker(name: String)
  }

  /// The label with which a sentence begins, if any.
  static func label(of text: String) -> Label? {
    // Few sentences have a colon near their beginning, and bytes are quick to look at.
    let first = text.utf8.first
    let mayAsk = first == 0x51 || first == 0xE9 || first == 0xE5
    guard mayAsk || hasColon(text.utf8.prefix(longestName * 4)) else { return nil }
    if mayAsk, questionLabels.contains(where: text.hasPrefix) { return .question }
    if let colon = text.prefix(longestName).firstIndex(where: { $0 == ":" || $0 == "：" }) {
      return label(fromName: String(text[..<colon]))
    }
    return nil
  }

  /// Whether a colon, plain or full-width, stands in a stretch.
  private static func hasColon(_ stretch: Substring.UTF8View) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in stretch {
      if byte == 0x3A || (before == (0xEF, 0xBC) && byte == 0x9A) { return true }
      before = (before.1, byte)
    }
    return false
  }

  /// The longest name of a speaker, in characters.
  private static let longestName = 40

  private static let questionLabels = [
    "Q ", "Q:", "Q：", "Q\u{A0}", "Q.", "QUESTION:", "Question:", "问：", "问:", "问　",
    "問：", "問:", "問　",
  ]

  private static func label(fromName name: String) -> Label? {
    // Most of what stands before a colon is no name: a few words in small letters.
    let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
    if !isPlain, ["记者", "記者", "提问", "提問", "主持人"].contains(where: name.contains), name.count <= 20 { return .question }
    let words = name.lowercased().split { !$0.isLetter }
    if words.contains(where: { $0.hasPrefix("moderator") || $0.hasPrefix("reporter") }) { return .question }
    if name == "答" || name == "A" || name.hasSuffix("发言人") { return .speaker(name: name) }
    // AFP, Reuters, CCTV: the name of an agency opens its question in English transcripts of Beijing.
    if agencies.contains(name) { return .question }
    if !isPlain, (2...8).contains(name.count), name.allSatisfy(\.isLetter) { return .speaker(name: name) }
    let letters = name.filter(\.isLetter)
    guard letters.count >= 3, letters.allSatisfy({ $0.isUppercase }), name.count <= 40 else { return nil }
    return .speaker(name: name)
  }

  private static let agencies: Set<String> = [
    "AFP", "Reuters", "CCTV", "Bloomberg", "CNN", "BBC", "AP", "CRI", "NHK", "TASS", "Xinhua", "CGTN", "China Daily",
    "Global Times", "Kyodo", "RIA Novosti", "Phoenix TV", "People's Daily", "路透社", "法新社", "彭博社", "新华社", "央视",
    "澎湃新闻", "环球时报", "凤凰卫视",
  ]
}
