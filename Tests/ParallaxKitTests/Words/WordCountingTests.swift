import DiscourseModel
import ParallaxKit
import Reporting
import Segmentation
import Statistics
import TestSupport
import Testing

@Suite struct WordCountingTests {
  private let voices = WordSamples.voices

  @Test(arguments: ["us-en", "prc-zh"])
  func frequenciesSumToTheWordsOfTheRecords(prefix: String) async throws {
    var counts = WordCounts()
    var words = 0
    let statements = try await WordSamples.samples(prefix)
    for statement in statements {
      counts.add(statement)
      words += statement.coded.sentences.filter { $0.voice == .own }.reduce(0) { $0 + $1.words }
    }
    let forms = counts.forms(atLeast: 1) { _ in true }
    #expect(counts.size == words && words > 1000)
    #expect(forms.reduce(0) { $0 + counts.counts(of: $1).reduce(0) { $0 + $1.count } } == words)
    let isInOrder = forms.allSatisfy { number in
      let documents = counts.counts(of: number).map(\.document)
      return documents == Set(documents).sorted()
    }
    #expect(isInOrder)
  }

  @Test func singleWordsAsNgramsAreTheFrequencies() async throws {
    var counts = WordCounts()
    var ngrams = NgramGatherer(lengths: 1...1)
    for statement in try await WordSamples.samples("prc-en") {
      counts.add(statement)
      ngrams.add(statement)
    }
    let expected = counts.forms(atLeast: 2) { _ in true }.map { number in
      "\(counts.form(number).text) \(counts.counts(of: number).reduce(0) { $0 + $1.count })"
    }
    let found = ngrams.ngrams(by: .frequency, atLeast: 2) { _ in true }
    #expect(Set(found.map { "\($0.words[0]) \($0.count)" }) == Set(expected))
  }

  @Test func marksEndARunOfWords() throws {
    var ngrams = NgramGatherer(lengths: 2...3, voices: voices)
    for _ in 0..<2 { ngrams.add(try WordSamples.statement("Trade grew fast, trade grew. Fast trade.")) }
    let found = ngrams.ngrams(by: .frequency, atLeast: 1) { _ in true }
    #expect(
      found.map { "\($0.words.joined(separator: " ")) \($0.count) \($0.documents)" } == [
        "trade grew 4 2", "fast trade 2 2", "grew fast 2 2", "trade grew fast 2 2",
      ])
    // Of 14 words 6 are "trade" and 4 "grew": log2(4 · 14 / 24).
    let mutualInformation = try #require(found.first?.mutualInformation)
    #expect(abs(mutualInformation - 1.2223924213364481) < 1e-12)
  }

  /// Against a search through all pairs of places.
  @Test func collocatesAreThoseOfASlowSearch() throws {
    var source = RandomText(seed: 4)
    let words = ["node", "a", "b", "c", "d"]
    let documents = (0..<12).map { number in
      WordSamples.made((0..<30).map { _ in words[source.below(words.count)] }, id: "\(number)")
    }
    let query = try WordQuery("node", annotator: WordSamples.annotator.get())
    var gatherer = CollocateGatherer(query: query, span: .window(left: 2, right: 3))
    for document in documents { gatherer.add(document) }
    var (together, slots) = ([String: Int](), 0)
    for document in documents {
      let texts = document.words.sentences[0].map { document.words.forms[$0.form].text }
      for (place, text) in texts.enumerated() {
        let isNear = texts.indices.contains { other in
          texts[other] == "node" && ((1...2).contains(other - place) || (1...3).contains(place - other))
        }
        if isNear {
          slots += 1
          together[text, default: 0] += 1
        }
      }
    }
    let found = gatherer.collocates(by: .frequency, atLeast: 1) { _ in true }
    #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.word, Int($0.collocation.observed)) }) == together)
    #expect(
      found.allSatisfy {
        $0.collocation.slots == Double(slots) && ($0.left ?? 0) + ($0.right ?? 0) == together[$0.word]
      })
    #expect(found.allSatisfy { $0.collocation.observed <= $0.collocation.second } && gatherer.size == 360)
  }

  @Test func aWindowEndsWithTheSentence() throws {
    var gatherer = CollocateGatherer(
      query: try WordQuery("trade", annotator: WordSamples.annotator.get()), span: .window(left: 5, right: 5),
      voices: voices)
    gatherer.add(try WordSamples.statement("Growth ended. Open trade, they said, helps. War hurts."))
    let found = gatherer.collocates(by: .frequency, atLeast: 1) { _ in true }
    #expect(Set(found.map(\.word)) == ["open", "they", "said", "helps"])
    #expect(found.first?.collocation.slots == 4)
    #expect(found.filter { $0.left == 1 }.map(\.word) == ["open"])
  }

  @Test func sentencesAreCountedWhereTheyAreTheSpan() throws {
    var gatherer = CollocateGatherer(
      query: try WordQuery("trade", annotator: WordSamples.annotator.get()), span: .sentence, voices: voices)
    gatherer.add(try WordSamples.statement("Trade grew and grew. Trade fell. Prices fell. Prices grew."))
    let grew = try #require(gatherer.collocates(by: .logDice, atLeast: 1) { _ in true }.first { $0.word == "grew" })
    #expect(grew.collocation == Collocation(observed: 1, first: 2, second: 2, total: 4) && grew.left == nil)
  }

  @Test func pairsShareSentences() throws {
    let annotator = try WordSamples.annotator.get()
    let text = "Trade helps growth. Growth needs trade. Growth slows. War hurts trade."
    var queried = CooccurrenceGatherer(
      items: .queries([try WordQuery("trade", annotator: annotator), try WordQuery("grow*", annotator: annotator)]),
      voices: voices)
    queried.add(try WordSamples.statement(text))
    let pair = try #require(queried.cooccurrences(by: .logLikelihood, atLeast: 1).first)
    #expect(pair.first == "grow*" && pair.second == "trade")
    #expect(pair.collocation == Collocation(observed: 2, first: 3, second: 3, total: 4))
    var words = CooccurrenceGatherer(items: .words(["trade", "growth", "war"]), voices: voices)
    words.add(try WordSamples.statement(text))
    #expect(
      words.cooccurrences(by: .frequency, atLeast: 1).map { $0.first + " " + $0.second } == [
        "growth trade", "trade war",
      ])
  }

  @Test func codesOfOneConstructAreNoPairs() async throws {
    var codes = CooccurrenceGatherer(items: .codes)
    var actors = CooccurrenceGatherer(items: .actors)
    for statement in try await WordSamples.samples("prc-en") {
      codes.add(statement)
      actors.add(statement)
    }
    let pairs = codes.cooccurrences(by: .frequency, atLeast: 1)
    #expect(!pairs.isEmpty && pairs.allSatisfy { $0.first.prefix { $0 != "." } != $0.second.prefix { $0 != "." } })
    #expect(actors.cooccurrences(by: .frequency, atLeast: 2).contains { $0.first == "PRC" && $0.second == "US" })
  }

  @Test func spreadCountsDocumentsWithoutTheWordToo() throws {
    var gatherer = SpreadGatherer(
      query: try WordQuery("trade", annotator: WordSamples.annotator.get()), voices: voices)
    for (id, text) in [("a", "Trade grew."), ("b", "Trade and trade."), ("c", "Nothing new.")] {
      gatherer.add(try WordSamples.statement(text, id: id))
    }
    #expect(gatherer.documents.map(\.count) == [1, 2, 0] && gatherer.size == 7)
    let spread = try #require(gatherer.frequency?.spread)
    #expect(spread.frequency == 3 && spread.range == 2)
  }
}
