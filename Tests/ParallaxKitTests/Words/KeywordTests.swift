import DiscourseModel
import ParallaxKit
import Reporting
import Segmentation
import Statistics
import Testing

@Suite struct KeywordTests {
  /// Documents whose words cluster: each document has its own favourites.
  private func corpus(_ generator: inout SeededGenerator, documents: Int, words: Int) -> [[String]] {
    (0..<documents).map { _ in
      let favourites = (0..<4).map { _ in generator.below(words) }
      return (0..<150).map { _ in
        "w\(generator.below(3) == 0 ? favourites[generator.below(4)] : generator.below(words))"
      }
    }
  }

  private func analysis(_ corpus: [[String]], replicates: Int, seed: UInt64) -> KeywordAnalysis {
    var counts = WordCounts()
    for (number, words) in corpus.enumerated() {
      counts.add(WordSamples.made(words, id: "\(number)"), group: number % 2)
    }
    var analysis = KeywordAnalysis(counts)
    (analysis.replicates, analysis.seed) = (replicates, seed)
    return analysis
  }

  /// Groups without any difference: tests by document are wrong as often as they say, those over words far more often.
  @Test func chanceGivesNoFindings() {
    var generator = SeededGenerator(seed: 21)
    var (words, permutation, bootstrap, likelihood, corpora) = (0, 0, 0, 0, 0)
    for draw in 0..<25 {
      let keywords = analysis(corpus(&generator, documents: 30, words: 40), replicates: 199, seed: UInt64(draw))
        .keywords { _ in true }
      words += keywords.count
      permutation += keywords.count { ($0.permutation?.p ?? 1) <= 0.05 }
      bootstrap += keywords.count { ($0.bootstrap?.p ?? 1) <= 0.05 }
      likelihood += keywords.count { $0.keyness.logLikelihood > 3.841 }
      if keywords.contains(where: { ($0.permutation?.q ?? 1) <= 0.05 }) { corpora += 1 }
    }
    #expect(words == 1000)
    #expect((30...70).contains(permutation), "permutation: \(permutation) of 1000")
    #expect((30...70).contains(bootstrap), "bootstrap: \(bootstrap) of 1000")
    #expect(likelihood > 100, "log-likelihood: \(likelihood) of 1000")
    #expect(corpora <= 3, "\(corpora) corpora of 25 with a finding")
  }

  @Test func aTrueDifferenceIsFoundAndRankedFirst() throws {
    var generator = SeededGenerator(seed: 8)
    var corpus = corpus(&generator, documents: 30, words: 40)
    for number in corpus.indices where number % 2 == 0 { corpus[number] += [String](repeating: "own", count: 4) }
    let report = WordReport.keywords(
      analysis(corpus, replicates: 999, seed: 1).keywords { _ in true }, by: .conservativeLogRatio, limit: 5,
      isLimited: true, names: ("even", "odd"), facts: [], notes: [], language: .en,
      provenance: WordSamples.provenance)
    #expect(report.data.rows.first?.first == .text("own"))
    let keyword = try #require(analysis(corpus, replicates: 999, seed: 1).keywords { $0.text == "own" }.first)
    #expect(keyword.keyness.target == 60 && keyword.keyness.reference == 0 && keyword.targetDocuments == 15)
    #expect(keyword.conservativeLogRatio > 2 && (keyword.permutation?.p ?? 1) < 0.005)
    #expect(try #require(keyword.targetSpread).deviationOfProportions < 0.05)
  }

  @Test func aListIsAReferenceWithoutTests() throws {
    var counts = WordCounts()
    counts.add(WordSamples.made(["trade", "trade", "war", "the"], id: "a"))
    let list = try WordList("the 500\npeace 20\ntrade 3\n", file: "list", size: 1000)
    var analysis = KeywordAnalysis(counts, against: .list(list))
    analysis.minimum = 1
    let keywords = analysis.keywords { _ in true }
    let byWord = Dictionary(uniqueKeysWithValues: keywords.map { ($0.word, $0) })
    #expect(byWord["trade"]?.keyness == Keyness(target: 2, of: 4, reference: 3, of: 1000))
    #expect(byWord["peace"]?.keyness.target == 0 && byWord["war"]?.keyness.reference == 0)
    #expect(byWord["trade"]?.permutation == nil && byWord["trade"]?.referenceDocuments == nil && !analysis.canTest)
  }

  @Test func wordsMustBeFrequentAndSpreadEnough() {
    var counts = WordCounts()
    counts.add(WordSamples.made(["a", "a", "a", "b", "c"], id: "1"), group: 0)
    counts.add(WordSamples.made(["b", "b", "d", "d", "d"], id: "2"), group: 0)
    counts.add(WordSamples.made(["c", "e", "f"], id: "3"), group: 1)
    var analysis = KeywordAnalysis(counts)
    (analysis.minimum, analysis.minimumDocuments) = (3, 1)
    #expect(Set(analysis.keywords { _ in true }.map(\.word)) == ["a", "b", "d"])
    analysis.minimumDocuments = 2
    #expect(analysis.keywords { _ in true }.map(\.word) == ["b"])
  }
}

@Suite struct WordListTests {
  @Test func listsAreReadInEitherOrderWithAHeading() throws {
    let list = try WordList("word,count\n# a note\nTrade\t12\n7 war\n脱鉤 3\ntrade 1\n", file: "list.txt")
    #expect(list.counts == ["trade": 13, "war": 7, "脱钩": 3] && list.size == 23)
    #expect(try WordList("a 1\n", file: "l", size: 100).size == 100)
  }

  @Test(arguments: [
    ("trade 1\nwar\n", "list.txt:2: error: write a word and its frequency"), ("word count\n", "holds no word"),
    ("trade 0\n", "holds no word"), ("", "holds no word"),
  ])
  func whatIsWrongIsSaid(text: String, message: String) {
    let error = #expect(throws: Diagnostic.self) { try WordList(text, file: "list.txt") }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func aSizeBelowTheSumIsRefused() {
    #expect(throws: Diagnostic.self) { try WordList("a 5\n", file: "l", size: 4) }
  }
}
