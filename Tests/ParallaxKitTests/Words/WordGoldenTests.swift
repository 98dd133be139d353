import DiscourseModel
import ParallaxKit
import Reporting
import Segmentation
import Statistics
import TestSupport
import Testing

/// What each command prints of the samples, byte for byte; the samples are not coded, so that the files do not hang on lexicons.
@Suite struct WordGoldenTests {
  private let voices = WordSamples.voices

  private func check(_ text: String, _ name: String) {
    let difference = Golden.difference(of: text, from: "Tests/ParallaxKitTests/Words/Golden/\(name)")
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func query(_ text: String) throws -> WordQuery {
    try WordQuery(text, annotator: WordSamples.annotator.get())
  }

  @Test func concordances() async throws {
    for (name, prefix, text) in [("en", ["us-en", "prc-en"], "decoupl*"), ("zh", ["us-zh", "prc-zh"], "*钩*")] {
      var gatherer = ConcordanceGatherer(query: try query(text), voices: voices)
      for statement in try await WordSamples.uncoded(prefix[0], prefix[1]) { gatherer.add(statement) }
      let report = ConcordanceReport(
        gatherer.lines, by: [.right(1), .left(1)], limit: nil, isLimited: false,
        facts: [.init("found", .integer(gatherer.found), line: "\(gatherer.found) places")], language: .en,
        provenance: WordSamples.provenance)
      check(report.rendered(as: .table, width: 110), "concordance-\(name).txt")
      check(report.rendered(as: .csv, width: 110), "concordance-\(name).csv")
    }
  }

  @Test func keywords() async throws {
    var counts = WordCounts(voices: voices)
    for (group, prefix) in ["us-en", "prc-en"].enumerated() {
      for statement in try await WordSamples.uncoded(prefix) { counts.add(statement, group: group) }
    }
    var analysis = KeywordAnalysis(counts)
    analysis.replicates = 499
    let keywords = analysis.keywords { $0.kind == .word }
    for (format, measure, name) in [
      (Table.Format.table, KeywordMeasure.logLikelihood, "txt"), (.markdown, .logOdds, "md"),
      (.json, .conservativeLogRatio, "json"),
    ] {
      let report = WordReport.keywords(
        keywords, by: measure, limit: 6, isLimited: true, names: ("US", "PRC"),
        facts: [.init("words_compared", .integer(keywords.count), line: "\(keywords.count) words")],
        notes: ["A note."], language: format == .markdown ? .zh : .en, provenance: WordSamples.provenance)
      check(report.rendered(as: format), "keywords.\(name)")
    }
  }

  @Test func collocates() async throws {
    let statements = try await WordSamples.uncoded("prc-zh")
    for (name, span) in [("window", CollocateGatherer.Span.window(left: 4, right: 4)), ("sentence", .sentence)] {
      var gatherer = CollocateGatherer(query: try query("中国"), span: span, voices: voices)
      for statement in statements { gatherer.add(statement) }
      let found = gatherer.collocates(by: .logDice, atLeast: 3) { $0.kind == .word }
      let report = WordReport.collocates(
        found, limit: 8, isLimited: true, facts: [], language: .zh, provenance: WordSamples.provenance)
      check(report.rendered(as: .table) + report.rendered(as: .tsv), "collocates-\(name).txt")
    }
  }

  @Test func frequenciesNgramsAndDispersion() async throws {
    let statements = try await WordSamples.uncoded("us-en")
    var counts = WordCounts(voices: voices)
    var ngrams = NgramGatherer(lengths: 2...3, voices: voices)
    var spread = SpreadGatherer(query: try query("china"), voices: voices)
    for statement in statements {
      counts.add(statement)
      ngrams.add(statement)
      spread.add(statement)
    }
    let words = counts.forms(atLeast: 12) { $0.kind == .word }.compactMap { number in
      Dispersion(
        counts: counts.counts(of: number).map { (part: $0.document, count: $0.count) }, over: counts.parts
      ).map { WordSpread(word: counts.form(number).text, spread: $0) }
    }
    check(
      WordReport.frequencies(
        words, size: counts.size, limit: 10, isLimited: false, facts: [], language: .en,
        provenance: WordSamples.provenance
      ).rendered(as: .table), "frequency.txt")
    let found = ngrams.ngrams(by: .frequency, atLeast: 4) { _ in true }
    check(
      WordReport.ngrams(
        found, size: ngrams.size, limit: 12, isLimited: true, facts: [], language: .en,
        provenance: WordSamples.provenance
      ).rendered(as: .jsonl), "ngrams.jsonl")
    let china = try #require(spread.frequency)
    check(
      WordReport.dispersion(
        china, size: spread.size, facts: [], notes: [], language: .en, provenance: WordSamples.provenance
      ).rendered(as: .csv)
        + WordReport.documents(
          spread.documents, limit: nil, isLimited: false, facts: [], notes: [], language: .en,
          provenance: WordSamples.provenance
        ).rendered(as: .csv), "dispersion.csv")
  }

  @Test func cooccurrences() async throws {
    var gatherer = CooccurrenceGatherer(
      items: .queries(try ["china", "trade", "technology", "we", "our"].map(query)), voices: voices)
    for statement in try await WordSamples.uncoded("us-en", "prc-en") { gatherer.add(statement) }
    check(
      WordReport.cooccurrences(
        gatherer.cooccurrences(by: .logLikelihood, atLeast: 1), limit: nil, isLimited: false, facts: [],
        language: .en, provenance: WordSamples.provenance
      ).rendered(as: .table), "cooccurrence.txt")
  }
}
