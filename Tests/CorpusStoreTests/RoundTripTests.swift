import CorpusStore
import DiscourseModel
import Foundation
import ParallaxKit
import Segmentation
import Testing
import TestSupport

@Suite struct RoundTripTests {
  @Test func theSamplesComeOutOfACorpusAsTheyWereCoded() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let samples = Project.path("Samples")
    let built = try await corpora.build([samples])
    let direct = try await Corpora.coded([samples])
    #expect(built.outcome.coded == direct.count && direct.count >= 32)
    #expect(try await corpora.stored() == direct)
    #expect(try await Corpora.coded([corpora.path]) == direct)
  }

  @Test(arguments: [[Voice.own], [.quoted, .question], Voice.allCases])
  func theCountsOfACorpusAreThoseOfItsSentences(voices: [Voice]) async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    try await corpora.build([Project.path("Samples")])
    let direct = try await corpora.stored().map { coded in
      let metadata = coded.statement.metadata
      let side = try #require(metadata.side)
      return StatementSummary(
        metadata: metadata,
        counts: StatementCounts(id: metadata.id, side: side, sentences: coded.sentences, voices: Set(voices)))
    }
    #expect(try CorpusStore(reading: corpora.path).summaries(voices: Set(voices)) == direct)
  }

  @Test func offsetsInTheTablesCountCodePoints() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let file = try corpora.write("---\nside: PRC\n---\n𠀀中方反对脱钩。We oppose decoupling.\n", to: "mixed.md")
    try await corpora.build([file])
    let stored = try #require(try await corpora.stored().first)
    for sentence in stored.sentences {
      let bytes = Array(stored.statement.text.utf8)[sentence.range]
      #expect(String(decoding: bytes, as: UTF8.self) == sentence.text)
    }
    #expect(try await corpora.stored() == Corpora.coded([file]))
  }

  @Test(arguments: [
    ("decoupling", ["Decoupling", "decoupling"]), ("脱钩", ["脱钩", "脫鉤"]), ("DECOUPLING", ["Decoupling", "decoupling"]),
    ("zebra", []),
  ])
  func aWordIsFoundInEachOfItsForms(word: String, texts: [String]) async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let a = try corpora.write("---\nside: US\n---\nDecoupling is not our aim. Nobody wants decoupling.", to: "a.md")
    let b = try corpora.write("---\nside: PRC\n---\n中方反对脱钩。中方反對脫鉤。", to: "b.md")
    try await corpora.build([a, b])
    let store = try CorpusStore(reading: corpora.path)
    let found = try store.occurrences(ofWord: word)
    let stored = try await corpora.stored()
    let keys = try store.keys()
    let words = try found.places.map { place in
      let statement = stored[try #require(keys.firstIndex(of: place.statement))]
      let text = String(decoding: Array(statement.statement.text.utf8)[place.range], as: UTF8.self)
      #expect(statement.sentences[place.sentence].range.contains(place.range.lowerBound))
      return text
    }
    #expect(words == texts && found.occurrences == texts.count)
    #expect(try store.occurrences(ofWord: word, limit: 1).places.count == min(1, texts.count))
  }

  @Test func theWordsOfACorpusAreThoseOfTheSegmenter() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    try await corpora.build([Project.path("Samples")])
    let store = try CorpusStore(reading: corpora.path)
    let stored = try await corpora.stored()
    let forms = try store.forms()
    let segmenter = try Corpora.annotator.get().segmenter
    var number = 0
    var total: [String: Int] = [:]
    try store.forEachTokens { _, sentences in
      let statement = stored[number]
      number += 1
      let text = try segmenter.segment(statement.statement.text, language: statement.statement.metadata.language ?? .en)
      let direct = WordSequence(text)
      #expect(sentences.map { $0.map(\.range) } == direct.sentences.map { $0.map(\.range) })
      #expect(
        sentences.map { $0.map { forms[$0.form] } } == direct.sentences.map { $0.map { direct.forms[$0.form] } })
      #expect(zip(sentences, statement.sentences).allSatisfy { $0.count == $1.tokens })
      for token in sentences.joined() { total[forms[token.form]?.text ?? "", default: 0] += 1 }
    }
    #expect(number == stored.count)
    let vocabulary = try store.vocabulary()
    #expect(vocabulary.reduce(0) { $0 + $1.occurrences } == total.values.reduce(0, +))
    #expect(vocabulary.first { $0.form.text == "china" }?.occurrences == total["china"])
  }
}
