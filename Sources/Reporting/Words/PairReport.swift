public import DiscourseModel
public import Statistics

/// A word that stands near another.
public struct Collocate: Sendable, Hashable {
  /// The word, in its normalized form.
  public var word: String
  /// Its counts with the node.
  public var collocation: Collocation
  /// How often it stands before the node; nil where a sentence is the span.
  public var left: Int?
  /// How often it stands behind the node; nil where a sentence is the span.
  public var right: Int?
  /// In how many documents both stand together.
  public var documents: Int

  /// A collocate with its counts.
  public init(word: String, collocation: Collocation, left: Int?, right: Int?, documents: Int) {
    (self.word, self.collocation, self.documents) = (word, collocation, documents)
    (self.left, self.right) = (left, right)
  }
}

/// Two words, actors or codes that share sentences.
public struct Cooccurrence: Sendable, Hashable {
  /// The first.
  public var first: String
  /// The second.
  public var second: String
  /// Their counts, of sentences.
  public var collocation: Collocation
  /// In how many documents they share a sentence.
  public var documents: Int

  /// A pair with its counts.
  public init(first: String, second: String, collocation: Collocation, documents: Int) {
    (self.first, self.second) = (first, second)
    (self.collocation, self.documents) = (collocation, documents)
  }
}

/// Words that follow each other.
public struct Ngram: Sendable, Hashable {
  /// The words, in their normalized forms.
  public var words: [String]
  /// How often they follow each other.
  public var count: Int
  /// In how many documents.
  public var documents: Int
  /// log2 of how much more often than by chance.
  public var mutualInformation: Double
  /// The counts of a pair; nil for more than two words.
  public var pair: Collocation?

  /// Words with their counts.
  public init(words: [String], count: Int, documents: Int, mutualInformation: Double, pair: Collocation?) {
    (self.words, self.count, self.documents) = (words, count, documents)
    (self.mutualInformation, self.pair) = (mutualInformation, pair)
  }
}

/// A measure by which pairs are ranked.
public enum PairMeasure: String, Sendable, Hashable, CaseIterable {
  case logDice = "log-dice"
  case logLikelihood = "log-likelihood"
  case mutualInformation = "mi"
  case normalizedMutualInformation = "npmi"
  case cubicMutualInformation = "mi3"
  case localMutualInformation = "local-mi"
  case t
  case z
  case minimumSensitivity = "min-sensitivity"
  case deltaPForward = "delta-p"
  case deltaPBackward = "delta-p-backward"
  case lambda
  case frequency

  /// How strong a pair is by the measure; more is stronger.
  public func strength(of pair: Collocation) -> Double {
    switch self {
    case .logDice: pair.logDice
    // A pair that is rarer than by chance is at the other end.
    case .logLikelihood: pair.observed >= pair.expected ? pair.logLikelihood : -pair.logLikelihood
    case .mutualInformation: pair.mutualInformation
    case .normalizedMutualInformation: pair.normalizedMutualInformation ?? 1
    case .cubicMutualInformation: pair.cubicMutualInformation
    case .localMutualInformation: pair.localMutualInformation
    case .t: pair.t
    case .z: pair.z
    case .minimumSensitivity: pair.minimumSensitivity
    case .deltaPForward: pair.deltaPForward ?? -1
    case .deltaPBackward: pair.deltaPBackward ?? -1
    case .lambda: pair.lambda
    case .frequency: pair.observed
    }
  }
}

extension WordReport {
  /// The collocates of a word, in the order in which they are given.
  ///
  /// - Parameters:
  ///   - collocates: the words.
  ///   - limit: how many readers see; nil for all.
  ///   - isLimited: whether data are cut too.
  ///   - facts: what holds for all words.
  ///   - language: the language of headings.
  ///   - provenance: how they were made.
  public static func collocates(
    _ collocates: [Collocate], limit: Int?, isLimited: Bool, facts: [Fact], language: Language,
    provenance: Provenance
  ) -> WordReport {
    let columns: [WordColumn<Collocate>] =
      [
        .shown("word", "word", "词") { .text($0.word) },
        .shown("left", "left", "左") { $0.left.map { .integer($0) } ?? .missing },
        .shown("right", "right", "右") { $0.right.map { .integer($0) } ?? .missing },
        .shown("documents", "docs", "篇数") { .integer($0.documents) },
      ]
      + figures.map { column in WordColumn(key: column.key, heading: column.heading) { column.cell($0.collocation) } }
    return limited(columns, collocates, limit, isLimited, facts, language, provenance)
  }

  /// Pairs that share sentences, in the order in which they are given; parameters as for collocates.
  public static func cooccurrences(
    _ pairs: [Cooccurrence], limit: Int?, isLimited: Bool, facts: [Fact], language: Language, provenance: Provenance
  ) -> WordReport {
    let columns: [WordColumn<Cooccurrence>] =
      [
        .shown("first", "first", "甲") { .text($0.first) }, .shown("second", "second", "乙") { .text($0.second) },
        .shown("documents", "docs", "篇数") { .integer($0.documents) },
        .shown("first_sentences", "first in", "甲句数") { .integer(Int($0.collocation.first)) },
      ]
      + figures.map { column in WordColumn(key: column.key, heading: column.heading) { column.cell($0.collocation) } }
    return limited(columns, pairs, limit, isLimited, facts, language, provenance)
  }

  /// Words that follow each other, in the order in which they are given; parameters as for collocates.
  ///
  /// - Parameter separator: what stands between words, a space or nothing.
  public static func ngrams(
    _ ngrams: [Ngram], size: Int, limit: Int?, isLimited: Bool, facts: [Fact], language: Language,
    provenance: Provenance
  ) -> WordReport {
    let columns: [WordColumn<Ngram>] = [
      .shown("ngram", "n-gram", "词串") { .text($0.words.joined(separator: " ")) },
      .data("n") { .integer($0.words.count) }, .shown("count", "count", "次数") { .integer($0.count) },
      .shown("per_million", "per million", "每百万词") {
        .number(Double($0.count) / Double(max(1, size)) * 1e6, digits: 1)
      },
      .shown("documents", "docs", "篇数") { .integer($0.documents) },
      .shown("mi", "MI", "互信息") { .number($0.mutualInformation, digits: 2) },
      .shown("t", "t", "t") { .optional($0.pair?.t, digits: 2) },
      .shown("log_dice", "logDice", "logDice") { .optional($0.pair?.logDice, digits: 2) },
      .shown("log_likelihood", "G²", "G²") { .optional($0.pair?.logLikelihood, digits: 1) },
      .data("delta_p") { .optional($0.pair?.deltaPForward, digits: 4) },
      .data("delta_p_backward") { .optional($0.pair?.deltaPBackward, digits: 4) },
      .data("lambda") { .optional($0.pair?.lambda, digits: 3) },
      .data("lambda_z") { .optional($0.pair?.lambdaZ, digits: 3) },
    ]
    return limited(columns, ngrams, limit, isLimited, facts, language, provenance)
  }

  private static func limited<Row>(
    _ columns: [WordColumn<Row>], _ rows: [Row], _ limit: Int?, _ isLimited: Bool, _ facts: [Fact],
    _ language: Language, _ provenance: Provenance
  ) -> WordReport {
    let shown = limit.map { Array(rows.prefix($0)) } ?? rows
    return WordReport(
      columns, rows: isLimited ? shown : rows, shown: shown, facts: facts, notes: [], language: language,
      provenance: provenance)
  }

  private static var figures: [WordColumn<Collocation>] {
    [
      .shown("count", "together", "共现") { .integer(Int($0.observed)) },
      .shown("total", "in all", "总次数") { .integer(Int($0.second)) },
      .shown("expected", "expected", "期望") { .number($0.expected, digits: 2) },
      .shown("log_dice", "logDice", "logDice") { .number($0.logDice, digits: 2) },
      .shown("mi", "MI", "互信息") { .number($0.mutualInformation, digits: 2) },
      .data("npmi") { .optional($0.normalizedMutualInformation, digits: 4) },
      .data("mi3") { .number($0.cubicMutualInformation, digits: 3) },
      .data("local_mi") { .number($0.localMutualInformation, digits: 3) },
      .shown("t", "t", "t") { .number($0.t, digits: 2) }, .data("z") { .number($0.z, digits: 3) },
      .shown("log_likelihood", "G²", "G²") { .number($0.logLikelihood, digits: 1) },
      .data("dice") { .number($0.dice, digits: 5) },
      .data("min_sensitivity") { .number($0.minimumSensitivity, digits: 5) },
      .shown("delta_p", "ΔP →", "ΔP →") { .optional($0.deltaPForward, digits: 4) },
      .shown("delta_p_backward", "ΔP ←", "ΔP ←") { .optional($0.deltaPBackward, digits: 4) },
      .data("lambda") { .number($0.lambda, digits: 3) }, .data("lambda_z") { .number($0.lambdaZ, digits: 3) },
    ]
  }
}
