public import DiscourseModel
public import Statistics

/// The measures over a set of statements, in a fixed order.
public enum Figures {
  /// All measures.
  public static let definitions: [FigureDefinition] =
    decoupling + threat + blame + rationale + [
      FigureDefinition(
        key: "recognition.rate", unit: .perHundredSentences, scale: 100, numerator: .recognitions,
        denominator: .sentences)
    ]

  /// Computes all figures.
  ///
  /// - Parameters:
  ///   - statements: the counts of each statement.
  ///   - bootstrap: the resampling of statements behind the intervals.
  public static func compute(_ statements: [StatementCounts], bootstrap: Bootstrap = Bootstrap()) -> [Figure] {
    let columns = FigureColumns(definitions)
    let group = ResampledGroup(
      strata: [columns.table(statements)], resampling: Resampling(bootstrap: bootstrap))
    return definitions.map { columns.figure($0, of: group) }
  }

  private static let decoupling: [FigureDefinition] = {
    let parts =
      Tier.allCases.map { "tier.\($0.rawValue)" } + Stance.allCases.map { "stance.\($0.rawValue)" }
      + DecouplingDomain.allCases.map { "domain.\($0.rawValue)" }
    return [
      FigureDefinition(
        key: "decoupling.mentions", unit: .perThousandWords, scale: 1000, numerator: .decouplingMentions,
        denominator: .words),
      share("decoupling.prevalence", .decouplingSentences),
    ]
      + parts.map { part in
        FigureDefinition(
          key: "decoupling.\(part)", unit: .percentOfDecoupling, scale: 100, numerator: .decoupling(part),
          denominator: .decouplingSentences)
      }
  }()

  private static let threat = [
    share("threat.prevalence", .threatSentences), share("threat.denials", .threatDenials),
    FigureDefinition(
      key: "threat.intensity", unit: .meanIntensity, scale: 1, numerator: .intensity, denominator: .threatSentences),
    FigureDefinition(
      key: "threat.index", unit: .index, scale: 100, numerator: .intensity, denominator: .highestIntensity),
  ]

  private static let blame = [
    share("blame.prevalence", .blameSentences),
    FigureDefinition(
      key: "blame.outward", unit: .percentOfBlame, scale: 100, numerator: .outwardBlame, denominator: .allBlame),
    FigureDefinition(
      key: "blame.self", unit: .percentOfBlame, scale: 100, numerator: .selfBlame, denominator: .allBlame),
    FigureDefinition(
      key: "blame.rejections", unit: .perHundredSentences, scale: 100, numerator: .rejections,
      denominator: .sentences),
  ]

  private static let rationale = Rationale.allCases.map { ground in
    FigureDefinition(
      key: "rationale.\(ground.rawValue)", unit: .percentOfRationales, scale: 100, numerator: .rationale(ground),
      denominator: .rationales)
  }

  private static func share(_ key: String, _ count: StatementCount) -> FigureDefinition {
    FigureDefinition(
      key: key, unit: .percentOfSentences, scale: 100, numerator: count, denominator: .sentences)
  }
}
