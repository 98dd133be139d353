import ParallaxKit
import Segmentation
import Testing

/// The field's words in sentences, with the traps: they are words where they stand as words, and only there.
@Suite struct DomainSegmentationTests {
  static let segmenter: Result<Segmenter, any Error> = Result { try LexiconLibrary().segmenter() }

  private func words(_ text: String) throws -> [String] {
    let result = try Self.segmenter.get().segment(text)
    return result.words.filter { $0.kind != .space }.map { result.text(in: $0.range) }
  }

  @Test(arguments: [
    ("有人鼓吹脱钩断链，结果害了自己。", ["脱钩断链"]), ("一切后果由美方承担。", ["由", "美方", "承担"]),
    ("所谓去风险就是换了名字的脱钩。", ["去风险", "脱钩"]), ("筑起小院高墙挡不住芯片产业。", ["小院高墙", "芯片"]),
    ("特朗普再提贸易战。", ["特朗普", "贸易战"]), ("东盟来的代表谈供应链。", ["东盟", "供应链"]),
    ("外交部发言人昨天说，霸凌没有出路。", ["霸凌"]), ("加征关税只会抬高物价。", ["加征", "关税"]),
    ("反制措施自2025年3月4日起实行。", ["反制", "2025年", "3月", "4日"]), ("第三次会谈取得进展。", ["第三", "次"]),
    ("５０％的关税不公平。", ["５０％", "关税"]), ("二十五个国家派人参加。", ["二十五", "个", "国家"]),
    ("臺灣問題不容外人插手，脫鉤也沒有出路。", ["臺灣", "脫鉤"]),
  ])
  func wordsOfTheFieldAreWhole(text: String, expected: [String]) throws {
    let words = try words(text)
    for word in expected { #expect(words.contains(word), "\(word) in \(words)") }
  }

  @Test(arguments: [
    ("发展中国家的声音更大了。", "中国"), ("南美国家签了协定。", "美国"), ("印度尼西亚主办会议。", "印度"), ("这个基本国策不变。", "本国"),
    ("用户表示满意。", "户表"), ("她对美好生活有信心。", "对美"), ("中美洲三国来访。", "中美"), ("人民生活好了。", "民生"),
    ("很多国家赞成。", "多国"), ("干部队伍年轻了。", "部队"),
  ])
  func aTermThatIsPartOfOtherWordsIsNone(text: String, term: String) throws {
    let result = try Self.segmenter.get().segment(text)
    let words = result.words.map { result.text(in: $0.range) }
    #expect(!words.contains(term), "\(term) in \(words)")
  }

  @Test(arguments: [
    ("The de-risking plan cost U.S. firms $3.5 billion.", ["de-risking", "U.S.", "3.5"]),
    ("Gen. R. Hale spoke at 10 a.m. on 11/24/2025.", ["Gen.", "R.", "a.m.", "11/24/2025"]),
    (
      "See https://example.org/a?b=1 or write to press@example.org.",
      ["https://example.org/a?b=1", "press@example.org"]
    ),
    ("China's export controls don't help... do they?!", ["China's", "don't", "...", "?!"]),
  ])
  func englishWordsOfTheFieldAreWhole(text: String, expected: [String]) throws {
    let words = try words(text)
    for word in expected { #expect(words.contains(word), "\(word) in \(words)") }
  }

  @Test(arguments: [
    ("他说：“我们反对。”“为什么？”记者问。", ["他说：“我们反对。”", "“为什么？”", "记者问。"]),
    ("第一，停止加税；第二，取消制裁……好。", ["第一，停止加税；第二，取消制裁……好。"]),
    (
      "Dr. Wu met Sen. J. R. Lee of the U.S. Senate. He left.",
      ["Dr. Wu met Sen. J. R. Lee of the U.S. Senate.", "He left."]
    ),
    ("1. Trade grew 3.5 percent. 2. It fell.", ["1. Trade grew 3.5 percent.", "2. It fell."]),
    ("A Heading\nThe text begins here. It ends.", ["A Heading", "The text begins here.", "It ends."]),
    ("关于贸易的几点看法\n一、合作是唯一出路\n二、对抗没有前途。", ["关于贸易的几点看法", "一、合作是唯一出路", "二、对抗没有前途。"]),
    ("会议结束。《公报》随后发表。", ["会议结束。", "《公报》随后发表。"]),
  ])
  func sentencesEndWhereReadersEndThem(text: String, expected: [String]) throws {
    let result = try Self.segmenter.get().segment(text)
    #expect(result.sentences.map { result.text(in: $0.range) } == expected)
  }
}
