import Foundation
import TestSupport
import Testing

@testable import Segmentation

/// The fast machine must give ICU's own words, whatever the text.
@Suite struct EqualityTests {
  /// The scanner's words and ICU's, compared on many texts with one iterator.
  private final class Comparison {
    let dictionary: WordDictionary
    let iterator: BreakIterator
    let sentenceIterator: BreakIterator

    init() throws {
      let openedForSentences = try BreakIterator(.sentence, locale: "en")
      let opened = try BreakIterator(.word, locale: "zh")
      dictionary = try #require(WordDictionary(), "this ICU has no dictionary in the known layout")
      iterator = opened
      sentenceIterator = openedForSentences
    }

    /// The first end of a sentence that differs from ICU's; nil where none does.
    func sentenceDifference(on text: [UInt8]) throws -> String? {
      let ends = try SentenceScanner(text).ends()
      let expected = try sentenceIterator.boundaries(of: text).map(\.offset)
      guard ends != expected else { return nil }
      return "sentences end at \(ends.prefix(20)) where ICU has \(expected.prefix(20))"
    }

    /// Nil where they are equal, else the first place where they are not.
    func difference(on text: [UInt8]) throws -> String? {
      var scanner = WordScanner(text, dictionary: dictionary)
      let words = try scanner.scan()
      let expected = Word.between(try iterator.boundaries(of: text), from: 0, in: text)
      // ICU calls a word a number that ends in a digit (F35), and 々 no word; whether it is a word at all is what counts.
      func same(_ left: Word, _ right: Word) -> Bool {
        left.range == right.range
          && (left.isWord == right.isWord
            || Characters.isHan(Characters.decode(text, at: left.range.lowerBound).scalar))
      }
      let differing = zip(words, expected).enumerated().first { !same($1.0, $1.1) }?.offset
      guard differing != nil || words.count != expected.count else { return nil }
      let index = differing ?? min(words.count, expected.count)
      func show(_ words: [Word]) -> String {
        words[max(0, index - 2)..<min(words.count, index + 4)].map {
          "\(String(decoding: text[$0.range], as: UTF8.self).debugDescription)\($0.kind)"
        }.joined(separator: "|")
      }
      return "\(show(words)) where ICU has \(show(expected))"
    }
  }

  /// 300,000 strings of mixed scripts in twelve batches, so that they run beside each other.
  @Test(arguments: 1...12) func randomStringsHaveICUsWords(batch: Int) throws {
    let comparison = try Comparison()
    var random = RandomText(seed: UInt64(batch) * 7919)
    var differences = 0
    for _ in 0..<25_000 {
      let text = random.text(1 + random.below(batch.isMultiple(of: 2) ? 12 : 40))
      let bytes = Array(text.utf8)
      let difference = try comparison.difference(on: bytes) ?? comparison.sentenceDifference(on: bytes)
      guard let difference else { continue }
      differences += 1
      if differences <= 5 {
        Issue.record("\(difference) in \(text.unicodeScalars.map { String($0.value, radix: 16) })")
      }
    }
    #expect(differences == 0)
  }

  /// Every character of the basic plane in the company of each class.
  @Test func everyCharacterHasICUsWordsBesideEveryClass() throws {
    let comparison = try Comparison()
    let company = ["a", "1", "中", ".", "'", ",", ":", "_", " ", "\n", "\"", "-", "\u{301}", "ア", "한", "😀"]
    for value in UInt32(1)..<0x10000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = company.map { "\($0)\(scalar)\($0)" }.joined(separator: "。")
      if let difference = try comparison.difference(on: Array(text.utf8)) {
        Issue.record("U+\(String(value, radix: 16)): \(difference)")
        return
      }
      let sentences = company.map { "a\(scalar). \(scalar)\($0)b.\($0)\(scalar)c! \($0)\(scalar)X" }.joined(
        separator: "\n")
      if let difference = try comparison.sentenceDifference(on: Array(sentences.utf8)) {
        Issue.record("U+\(String(value, radix: 16)): \(difference)")
        return
      }
    }
  }

  @Test func samplesHaveICUsWords() throws {
    let comparison = try Comparison()
    for path in try Project.samples() {
      #expect(try comparison.difference(on: Array(Data(contentsOf: URL(fileURLWithPath: path)))) == nil)
    }
  }

  /// Every real document beside the project, where there is one.
  @Test(
    .enabled(if: Project.shared("corpora") != nil),
    arguments: [
      "prc-government-work-reports", "prc-mfa-answers", "prc-party-congress-reports", "prc-work-reports-parallel",
      "prc-xi-speeches", "study-only/prc-cctv-news", "study-only/us-speeches-bilingual", "un-general-debate",
      "us-inaugural-addresses", "us-national-security-strategies", "us-presidential-speeches", "us-state-of-the-union",
      "us-trump-remarks", "us-white-house",
    ])
  func realDocumentsHaveICUsWords(name: String) throws {
    let path = try #require(Project.shared("corpora/\(name).jsonl"))
    let comparison = try Comparison()
    let lines = try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A)
    for (number, line) in lines.enumerated() {
      let document = try #require(try JSONSerialization.jsonObject(with: line) as? [String: Any])
      for case let text as String in document.values {
        let bytes = Array(text.utf8)
        let difference = try comparison.difference(on: bytes) ?? comparison.sentenceDifference(on: bytes)
        #expect(difference == nil, "\(name), line \(number + 1)")
      }
    }
  }
}
