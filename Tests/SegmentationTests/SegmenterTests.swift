import DiscourseModel
import Foundation
import TestSupport
import Testing

@testable import Segmentation

@Suite struct SegmenterTests {
  private func words(_ text: String, terms: [String] = [], profile: Segmenter.Profile = .analysis) throws -> [String] {
    let segmenter = Segmenter(terms: TermSet(terms.map { TermPattern(text: $0) }), profile: profile)
    let result = try segmenter.segment(text)
    return result.words.filter { $0.kind != .space }.map { result.text(in: $0.range) }
  }

  @Test(arguments: [
    ("反对脱钩断链", ["脱钩断链"], ["反对", "脱钩断链"]), ("用户表示反对", ["户表"], ["用户", "表示", "反对"]),
    ("由美方承担", ["美方"], ["由", "美方", "承担"]), ("发展中国家", ["中国", "发展中国家"], ["发展中国家"]),
    ("5G技术领先", ["5g技术"], ["5G技术", "领先"]),
  ])
  func termsComeOutWholeWhereTheyAreWords(text: String, terms: [String], expected: [String]) throws {
    #expect(try words(text, terms: terms) == expected)
  }

  @Test(arguments: [
    ("We are de-risking.", ["We", "are", "de-risking", "."]),
    ("The U.S. side agreed", ["The", "U.S.", "side", "agreed"]), ("a - b", ["a", "-", "b"]), ("end.", ["end", "."]),
  ])
  func englishCompoundsAndAbbreviationsAreOneWord(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test func wordsAreLosslessOnRandomText() throws {
    let terms = TermSet(["脱钩", "中国", "美国", "断链", "a b", "的对"].map { TermPattern(text: $0) })
    let segmenter = Segmenter(terms: terms)
    var random = RandomText(seed: 1)
    for _ in 0..<2000 {
      let text = random.text(1 + random.below(60))
      let result = try segmenter.segment(text)
      var end = 0
      for word in result.words {
        #expect(word.range.lowerBound == end && word.range.upperBound > end, "a gap in \(text.debugDescription)")
        end = word.range.upperBound
      }
      #expect(end == text.utf8.count, "the end is missing in \(text.debugDescription)")
    }
  }

  @Test func explanationShowsWhatCompeted() throws {
    let segmenter = Segmenter(terms: TermSet([TermPattern(text: "脱钩")]))
    let runs = try #require(try segmenter.explain("反对脱钩"))
    let terms = runs.flatMap(\.edges).filter { $0.source == .term(0) }
    #expect(terms.map(\.cost) == [Int(Lattice.termCost)])
  }
}

@Suite struct NormalizationTests {
  private func normalized(_ text: String) throws -> String {
    String(decoding: try NormalizedText(Array(text.utf8)).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("中國威脅論", "中国威胁论"), ("ＵＳＡ　２０２１", "usa 2021"), ("de\u{AD}couple", "decouple"), ("China’s", "china's"),
    ("a  \n b", "a b"), ("“脱钩”断链", "脱钩断链"), ("U.S.–China", "u.s.-china"), ("Straße", "strasse"), ("e\u{301}", "é"),
  ])
  func normalizationBringsVariantsTogether(text: String, expected: String) throws {
    #expect(try normalized(text) == expected)
  }

  @Test func offsetsLeadBackToTheCharacter() throws {
    let text = Array("甲“脱鉤”乙".utf8)
    let result = try NormalizedText(text)
    let start = try #require(result.bytes.firstIndex(of: 0xE8))
    let range = result.originalRange(of: start..<(start + 3))
    #expect(String(decoding: text[range], as: UTF8.self).hasPrefix("脱"))
  }

  @Test func everyByteHasAnOffsetInsideTheText() throws {
    var random = RandomText(seed: 5)
    for _ in 0..<2000 {
      let text = Array(random.text(1 + random.below(30)).utf8)
      let result = try NormalizedText(text)
      var last = 0
      for index in 0...result.bytes.count {
        let offset = result.originalOffset(of: index)
        #expect(offset >= last && offset <= text.count)
        last = offset
      }
    }
  }
}

@Suite struct SentenceTests {
  private func sentences(_ text: String) throws -> [String] {
    let rules = SentenceRules(
      abbreviations: ["u.s", "inc", "e.g"], starters: ["the", "we"], titles: ["dr", "mr", "gen"])
    let result = try Segmenter(sentenceRules: rules).segment(text)
    return result.sentences.map { result.text(in: $0.range) }
  }

  @Test(arguments: [
    ("我们反对。“脱钩”不可取。", ["我们反对。", "“脱钩”不可取。"]), ("第一，坚持；第二，反对。", ["第一，坚持；第二，反对。"]),
    ("Dr. Hale met Gen. Ames. They spoke.", ["Dr. Hale met Gen. Ames.", "They spoke."]),
    ("The U.S. Government agreed. It left.", ["The U.S. Government agreed.", "It left."]),
    ("He left the U.S. The firm stayed.", ["He left the U.S.", "The firm stayed."]),
    ("4. We will act.", ["4. We will act."]), ("A heading\nA sentence.", ["A heading", "A sentence."]),
    ("Growth was 3.5 percent. Good.", ["Growth was 3.5 percent.", "Good."]), ("  \n ", []),
    ("他说：“好。”然后走了。", ["他说：“好。”", "然后走了。"]),
  ])
  func sentencesEndWhereReadersEndThem(text: String, expected: [String]) throws {
    #expect(try sentences(text) == expected)
  }

  @Test func languageIsFoundByTheScriptOfEachSentence() throws {
    let result = try Segmenter().segment("We met. 我们反对脱钩。")
    #expect(result.sentences.map(\.language) == [.en, .zh])
  }

  @Test func emptyTextHasNoSentences() throws {
    #expect(try Segmenter().segment("").sentences.isEmpty)
  }
}
