public import DiscourseModel
public import Statistics

/// A word with its frequency and how evenly it is spread over documents.
public struct WordSpread: Sendable {
  /// The word, in its normalized form, or what was looked for.
  public var word: String
  /// The counts over documents.
  public var spread: Dispersion

  /// A word with its counts.
  public init(word: String, spread: Dispersion) { (self.word, self.spread) = (word, spread) }
}

/// What is counted in one document.
public struct DocumentFrequency: Sendable, Hashable {
  /// The statement's id.
  public var document: String
  /// What is known of it.
  public var side: Side?
  /// Its date.
  public var date: StatementDate?
  /// How often what is looked for stands there.
  public var count: Int
  /// Its words.
  public var words: Int

  /// A count with its document.
  public init(document: String, side: Side?, date: StatementDate?, count: Int, words: Int) {
    (self.document, self.side, self.date) = (document, side, date)
    (self.count, self.words) = (count, words)
  }
}

extension WordReport {
  /// Words by frequency, in the order in which they are given.
  ///
  /// - Parameters:
  ///   - words: the words.
  ///   - size: all words of the corpus.
  ///   - limit: how many readers see; nil for all.
  ///   - isLimited: whether data are cut too.
  ///   - facts: what holds for all words.
  ///   - language: the language of headings.
  ///   - provenance: how they were made.
  public static func frequencies(
    _ words: [WordSpread], size: Int, limit: Int?, isLimited: Bool, facts: [Fact], language: Language,
    provenance: Provenance
  ) -> WordReport {
    let shown = limit.map { Array(words.prefix($0)) } ?? words
    let columns: [WordColumn<(rank: Int, word: WordSpread)>] =
      [.shown("rank", "rank", "序号") { .integer($0.rank) }]
      + spread(size: size).map { column in
        WordColumn(key: column.key, heading: column.heading) { column.cell($0.word) }
      }
    func ranked(_ words: [WordSpread]) -> [(rank: Int, word: WordSpread)] {
      words.enumerated().map { ($0.offset + 1, $0.element) }
    }
    return WordReport(
      columns, rows: ranked(isLimited ? shown : words), shown: ranked(shown), facts: facts, notes: [],
      language: language, provenance: provenance)
  }

  /// How evenly what is looked for is spread over documents, with all measures.
  public static func dispersion(
    _ word: WordSpread, size: Int, facts: [Fact], notes: [String], language: Language, provenance: Provenance
  ) -> WordReport {
    let columns =
      spread(size: size) + [
        .shown("rosengren_s", "Rosengren S", "Rosengren S") { .number($0.spread.rosengrenS, digits: 3) },
        .shown("divergence", "KLD", "KLD") { .number($0.spread.divergence, digits: 3) },
        .shown("da", "DA", "DA") { .optional($0.spread.burchDA, digits: 3) },
      ]
    return WordReport(
      columns, rows: [word], shown: [word], facts: facts, notes: notes, language: language, provenance: provenance)
  }

  /// What is counted in each document.
  public static func documents(
    _ documents: [DocumentFrequency], limit: Int?, isLimited: Bool, facts: [Fact], notes: [String],
    language: Language, provenance: Provenance
  ) -> WordReport {
    let shown = limit.map { Array(documents.prefix($0)) } ?? documents
    let columns: [WordColumn<DocumentFrequency>] = [
      .shown("document", "document", "文档") { .text($0.document) },
      .shown("side", "side", "方") { .optional($0.side?.rawValue) },
      .shown("date", "date", "日期") { .optional($0.date?.description) },
      .shown("count", "count", "次数") { .integer($0.count) }, .shown("words", "words", "词数") { .integer($0.words) },
      .shown("per_million", "per million", "每百万词") {
        .optional($0.words > 0 ? Double($0.count) / Double($0.words) * 1e6 : nil, digits: 1)
      },
    ]
    return WordReport(
      columns, rows: isLimited ? shown : documents, shown: shown, facts: facts, notes: notes, language: language,
      provenance: provenance)
  }

  private static func spread(size: Int) -> [WordColumn<WordSpread>] {
    [
      .shown("word", "word", "词") { .text($0.word) },
      .shown("count", "count", "次数") { .integer($0.spread.frequency) },
      .shown("per_million", "per million", "每百万词") {
        .number(Double($0.spread.frequency) / Double(max(1, size)) * 1e6, digits: 1)
      },
      .shown("documents", "documents", "篇数") { .integer($0.spread.range) },
      .shown("document_share", "% of documents", "占篇数 %") { .number(100 * $0.spread.rangeShare, digits: 1) },
      .shown("dp", "DP", "DP") { .number($0.spread.deviationOfProportions, digits: 3) },
      .shown("dp_normalized", "DP norm.", "DP 归一") { .optional($0.spread.normalizedDeviation, digits: 3) },
      .shown("juilland_d", "Juilland D", "Juilland D") { .optional($0.spread.juillandD, digits: 3) },
    ]
  }
}

extension Cell {
  /// A text, or nothing.
  static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .missing }
}
