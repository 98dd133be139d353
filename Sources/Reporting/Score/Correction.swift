internal import DiscourseModel
internal import Statistics

/// Corrects figures for the analyzers' errors by sentences that were coded by hand.
struct Correction {
  let items: [ValidationItem]

  /// The figures, with a corrected one beside each share of sentences that the sample can correct.
  func applied(to figures: [Figure], side: Side) -> [Figure] {
    let own = items.filter { $0.side == side && GoldCodes(pooling: $0.coded).voice == .own }
    return figures.map { figure in
      guard let holds = Self.measure(figure.key) else { return figure }
      var figure = figure
      figure.corrected = CorrectedShare(
        positives: figure.rate.numerator, total: figure.rate.denominator,
        sample: own.map { item in
          .init(
            automatic: holds(GoldCodes(pooling: item.coded)), gold: item.gold.voice == .own && holds(item.gold),
            weight: item.weight)
        })
      return figure
    }
  }

  /// What a figure counts in a sentence; nil where it is no share of sentences.
  private static func measure(_ key: String) -> ((GoldCodes) -> Bool)? {
    switch key {
    case "decoupling.prevalence": { !$0.decoupling.isEmpty }
    case "threat.prevalence": { $0.threat.contains { $0.polarity == .assert } }
    case "threat.denials": { $0.threat.contains { $0.polarity == .deny } }
    case "blame.prevalence": { $0.blame.contains { [.accusation, .responsibility, .demand].contains($0.type) } }
    case "recognition.rate": { $0.recognition }
    default: nil
    }
  }
}
