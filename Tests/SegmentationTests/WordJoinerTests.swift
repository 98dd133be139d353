import TestSupport
import Testing

@testable import Segmentation

@Suite struct WordJoinerTests {
  private static let rules = WordRules(
    units: ["年", "月", "日", "月份"], measures: ["个", "次", "条", "人"], magnitudes: ["万", "亿"],
    numerals: ["〇", "一", "二", "三", "五", "十", "两", "万"], ordinals: ["第"],
    surnames: ["陈", "王"], honorifics: ["发言人", "主席", "先生"], transliteration: ["约", "翰", "哈", "里", "斯", "安", "东", "尼"])
  private static let sentenceRules = SentenceRules(
    abbreviations: ["u.s", "inc"], starters: ["the", "it"], titles: ["gen", "dr", "no"])

  private func words(_ text: String) throws -> [String] {
    let segmenter = Segmenter(sentenceRules: Self.sentenceRules, wordRules: Self.rules)
    let result = try segmenter.segment(text)
    return result.words.filter { $0.kind != .space }.map { result.text(in: $0.range) }
  }

  @Test(arguments: [
    ("2001年12月5日", ["2001年", "12月", "5日"]), ("用了3年", ["用", "了", "3", "年"]), ("二〇〇一年", ["二〇〇一年"]),
    ("增长１７％", ["增长", "１７％"]), ("增长17%，", ["增长", "17%", "，"]), ("3000万元", ["3000万", "元"]),
  ])
  func chineseNumbersKeepTheirUnits(text: String, expected: [String]) throws { #expect(try words(text) == expected) }

  @Test(arguments: [
    ("第一个", ["第一", "个"]), ("第20次", ["第20", "次"]), ("第二十五次", ["第二十五", "次"]), ("第三十一条", ["第三十一", "条"]),
    ("三十五万人", ["三十五万", "人"]), ("一个", ["一", "个"]), ("一些", ["一些"]), ("十二月", ["十二月"]),
  ])
  func numeralsAreOneWordApartFromWhatTheyCount(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("主席陈远文说", "陈远文"), ("陈远先生", "陈远"), ("约翰·哈里斯", "约翰·哈里斯"), ("安东尼·哈里斯", "安东尼·哈里斯"),
  ])
  func namesOfPersonsAreWhole(text: String, name: String) throws { #expect(try words(text).contains(name)) }

  @Test(arguments: [
    "https://www.example.org/a/b?c=1&d=2", "http://example.org", "www.example.org", "press@example.gov",
    "first.last-name+x@mail.example.org",
  ])
  func anAddressIsOneWord(address: String) throws {
    #expect(try words("See \(address), please.") == ["See", address, ",", "please", "."])
    #expect(try words("请见(\(address))。") == ["请", "见", "(", address, ")", "。"])
  }

  @Test(arguments: ["11/24/2024", "2024-11-24", "2024/1/5", "5-6-19"])
  func aDateInDigitsIsOneWord(date: String) throws { #expect(try words("on \(date).") == ["on", date, "."]) }

  @Test(arguments: ["1-2", "1/2/345/6", "10-20-30000"])
  func otherNumbersWithMarksAreNoDate(text: String) throws { #expect(try words(text).count > 1) }

  @Test(arguments: [
    ("Gen. Mark A. Lee", ["Gen.", "Mark", "A.", "Lee"]), ("the U.S. Army", ["the", "U.S.", "Army"]),
    ("Acme Inc. and", ["Acme", "Inc.", "and"]), ("I said no. Then", ["I", "said", "no", ".", "Then"]),
    ("No. 5", ["No.", "5"]), ("Plan B. The end", ["Plan", "B", ".", "The", "end"]),
  ])
  func abbreviationsKeepTheirStop(text: String, expected: [String]) throws { #expect(try words(text) == expected) }

  @Test(arguments: [
    ("well...", ["well", "..."]), ("no!!", ["no", "!!"]), ("why?!", ["why", "?!"]), ("这——是……", ["这", "——", "是", "……"]),
    ("a, b", ["a", ",", "b"]),
  ])
  func aMarkThatIsRepeatedIsOne(text: String, expected: [String]) throws { #expect(try words(text) == expected) }

  @Test func theProfileICUJoinsNothing() throws {
    let result = try Segmenter(profile: .icu, wordRules: Self.rules).segment("2001年")
    #expect(result.words.count == 2)
  }
}
