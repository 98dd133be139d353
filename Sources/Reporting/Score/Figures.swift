public import DiscourseModel
public import Statistics

/// The measures over a set of statements, in a fixed order.
public enum Figures {
  /// Computes all figures.
  ///
  /// - Parameters:
  ///   - statements: the counts of each statement.
  ///   - bootstrap: the resampling of statements behind the intervals.
  public static func compute(_ statements: [StatementCounts], bootstrap: Bootstrap = Bootstrap()) -> [Figure] {
    let maker = FigureMaker(statements: statements, bootstrap: bootstrap)
    return decoupling(maker) + threat(maker) + blame(maker) + rationale(maker) + [
      maker.figure("recognition.rate", .perHundredSentences, scale: 100, { $0.recognitions }, over: { $0.sentences })
    ]
  }

  private static func decoupling(_ make: FigureMaker) -> [Figure] {
    var figures = [
      make.figure("decoupling.mentions", .perThousandWords, scale: 1000, { $0.decouplingMentions }, over: { $0.words }),
      make.figure(
        "decoupling.prevalence", .percentOfSentences, scale: 100, { $0.decouplingSentences }, over: { $0.sentences }),
    ]
    let parts =
      Tier.allCases.map { "tier.\($0.rawValue)" } + Stance.allCases.map { "stance.\($0.rawValue)" }
      + DecouplingDomain.allCases.map { "domain.\($0.rawValue)" }
    for part in parts {
      figures.append(
        make.figure(
          "decoupling.\(part)", .percentOfDecoupling, scale: 100, { $0.decouplingParts[part] ?? 0 },
          over: { $0.decouplingSentences }))
    }
    return figures
  }

  private static func threat(_ make: FigureMaker) -> [Figure] {
    [
      make.figure("threat.prevalence", .percentOfSentences, scale: 100, { $0.threatSentences }, over: { $0.sentences }),
      make.figure("threat.denials", .percentOfSentences, scale: 100, { $0.threatDenials }, over: { $0.sentences }),
      make.figure("threat.intensity", .meanIntensity, scale: 1, { $0.intensity }, over: { $0.threatSentences }),
      make.figure("threat.index", .index, scale: 100, { $0.intensity }, over: { 3 * $0.sentences }),
    ]
  }

  private static func blame(_ make: FigureMaker) -> [Figure] {
    [
      make.figure("blame.prevalence", .percentOfSentences, scale: 100, { $0.blameSentences }, over: { $0.sentences }),
      make.figure(
        "blame.outward", .percentOfBlame, scale: 100, { $0.outwardBlame }, over: { $0.outwardBlame + $0.selfBlame }),
      make.figure(
        "blame.self", .percentOfBlame, scale: 100, { $0.selfBlame }, over: { $0.outwardBlame + $0.selfBlame }),
      make.figure("blame.rejections", .perHundredSentences, scale: 100, { $0.rejections }, over: { $0.sentences }),
    ]
  }

  private static func rationale(_ make: FigureMaker) -> [Figure] {
    Rationale.allCases.map { rationale in
      make.figure(
        "rationale.\(rationale.rawValue)", .percentOfRationales, scale: 100, { $0.rationales[rationale] ?? 0 },
        over: { $0.rationales.values.reduce(0, +) })
    }
  }
}

/// Makes figures from counts: sums for the value, resampled statements for the interval.
struct FigureMaker {
  let statements: [StatementCounts]
  let bootstrap: Bootstrap

  func figure(
    _ key: String, _ unit: FigureUnit, scale: Double, _ numerator: (StatementCounts) -> Int,
    over denominator: (StatementCounts) -> Int
  ) -> Figure {
    let numerators = statements.map { Double(numerator($0)) }
    let denominators = statements.map { Double(denominator($0)) }
    let rate = Rate(
      numerator: numerators.reduce(0, +), denominator: denominators.reduce(0, +), scale: scale)
    let interval = bootstrap.ratio(numerators: numerators, denominators: denominators, scale: scale)
    return Figure(key: key, rate: rate, unit: unit, interval: rate.value == nil ? nil : interval)
  }
}
