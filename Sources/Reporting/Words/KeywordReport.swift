public import DiscourseModel
internal import Statistics

extension WordReport {
  /// The keywords of a target against a reference: those of the target first, then those of the reference, each strongest first.
  ///
  /// - Parameters:
  ///   - keywords: the words, in any order.
  ///   - measure: by what they are ranked.
  ///   - limit: how many words of each side readers see; nil for all.
  ///   - isLimited: whether data are cut too.
  ///   - names: what target and reference are called.
  ///   - facts: what holds for all words.
  ///   - notes: lines for readers.
  ///   - language: the language of headings.
  ///   - provenance: how they were made.
  public static func keywords(
    _ keywords: [Keyword], by measure: KeywordMeasure, limit: Int?, isLimited: Bool,
    names: (target: String, reference: String), facts: [Fact], notes: [String], language: Language,
    provenance: Provenance
  ) -> WordReport {
    let ranked = keywords.map { (keyword: $0, strength: measure.strength(of: $0)) }.sorted { left, right in
      if left.strength != right.strength { return left.strength > right.strength }
      let (first, second) = (left.keyword.keyness.logLikelihood, right.keyword.keyness.logLikelihood)
      return first != second ? first > second : left.keyword.word < right.keyword.word
    }
    func side(_ isTarget: Bool, _ limit: Int?) -> [Keyword] {
      let words = ranked.filter { ($0.keyword.keyness.direction >= 0) == isTarget }
      guard let limit else { return words.map(\.keyword) }
      // A word of which nothing is warranted is no keyword, however few there are.
      return words.prefix(limit).filter { $0.strength > 0 || measure != .conservativeLogRatio }.map(\.keyword)
    }
    let all = side(true, nil) + side(false, nil)
    let shown = side(true, limit) + side(false, limit)
    let wording = Wording(language)
    let none =
      shown.isEmpty
      ? [
        wording(
          "No difference is beyond chance by this measure; --by log-ratio ranks words all the same.",
          "按此指标没有超出偶然的差异；--by log-ratio 仍可排序。")
      ]
      : []
    return WordReport(
      columns(names), rows: isLimited ? shown : all, shown: shown, facts: facts, notes: none + notes,
      language: language,
      provenance: provenance)
  }

  private static func columns(_ names: (target: String, reference: String)) -> [WordColumn<Keyword>] {
    words(names) + effects + significance + tests + spreads
  }

  private static func words(_ names: (target: String, reference: String)) -> [WordColumn<Keyword>] {
    [
      .shown("word", "word", "词") { .text($0.word) },
      .shown("of", "of", "所属") { .text($0.keyness.direction >= 0 ? names.target : names.reference) },
      .shown("target_count", "target", "目标") { .integer($0.keyness.target) },
      .shown("reference_count", "reference", "参照") { .integer($0.keyness.reference) },
      .shown("target_per_million", "target /M", "目标每百万") { .number($0.keyness.targetShare * 1e6, digits: 1) },
      .shown("reference_per_million", "ref. /M", "参照每百万") { .number($0.keyness.referenceShare * 1e6, digits: 1) },
      .data("target_documents") { .integer($0.targetDocuments) },
      .data("reference_documents") { $0.referenceDocuments.map { .integer($0) } ?? .missing },
    ]
  }

  private static var effects: [WordColumn<Keyword>] {
    [
      .shown("conservative_log_ratio", "LRC", "保守对数比") { .number($0.conservativeLogRatio, digits: 2) },
      .shown("log_ratio", "log ratio", "对数比") { .number($0.keyness.logRatio, digits: 2) },
      .data("percent_difference") { .optional($0.keyness.percentDifference, digits: 1) },
      .data("relative_risk") { .optional($0.keyness.relativeRisk, digits: 3) },
      .data("odds_ratio") { .optional($0.keyness.oddsRatio, digits: 3) },
      .data("simple_maths") { .number($0.keyness.simpleMaths(), digits: 3) },
      .data("log_odds") { .number($0.logOdds.difference, digits: 3) },
      .shown("log_odds_z", "z", "z 值") { .number($0.logOdds.z, digits: 1) },
      .data("log_odds_z_four_term") { .number($0.logOdds.fourTermZ, digits: 3) },
    ]
  }

  private static var significance: [WordColumn<Keyword>] {
    [
      .shown("log_likelihood", "G²", "G²") { .number($0.keyness.logLikelihood, digits: 1) },
      .data("log_likelihood_four_cells") { .number($0.keyness.fourCellLogLikelihood, digits: 3) },
      .data("log_likelihood_williams") { .number($0.keyness.williamsLogLikelihood, digits: 3) },
      .data("chi_square") { .number($0.keyness.chiSquare, digits: 3) },
      .data("chi_square_yates") { .number($0.keyness.yatesChiSquare, digits: 3) },
      .data("fisher_p") { .number($0.keyness.fisherP, digits: 4) },
      .data("bic") { .number($0.keyness.bayesFactor, digits: 3) },
      .data("ell") { .optional($0.keyness.effectSize, digits: 6) },
    ]
  }

  private static var tests: [WordColumn<Keyword>] {
    [
      .data("bootstrap_p") { .optional($0.bootstrap?.p, digits: 4) },
      .shown("bootstrap_q", "q boot.", "自助法 q") { .optional($0.bootstrap?.q, digits: 4) },
      .data("permutation_p") { .optional($0.permutation?.p, digits: 4) },
      .shown("permutation_q", "q perm.", "置换 q") { .optional($0.permutation?.q, digits: 4) },
    ]
  }

  private static var spreads: [WordColumn<Keyword>] {
    [
      .shown("documents", "docs", "篇数") { word in
        word.keyness.direction >= 0
          ? .integer(word.targetDocuments) : word.referenceDocuments.map { .integer($0) } ?? .missing
      },
      .shown("dp", "DP", "DP") { .optional($0.spread?.normalizedDeviation, digits: 2) },
      .data("juilland_d") { .optional($0.spread?.juillandD, digits: 3) },
      .data("target_dp") { .optional($0.targetSpread?.normalizedDeviation, digits: 3) },
      .data("reference_dp") { .optional($0.referenceSpread?.normalizedDeviation, digits: 3) },
    ]
  }
}
