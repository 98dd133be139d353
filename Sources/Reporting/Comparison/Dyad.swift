internal import DiscourseModel
internal import Statistics

extension Dyad {
  /// What the sides say of each other; empty unless both speak.
  static func all(_ statements: [StatementSummary], members: [Int], resampling: Resampling) -> [Dyad] {
    let sides = [Side.us, .prc].map { side in
      members.filter { statements[$0].counts.side == side }.map { statements[$0].counts }
    }
    guard sides.allSatisfy({ !$0.isEmpty }) else { return [] }
    return Construct.allCases.compactMap { Dyad($0, sides, resampling) }
  }

  /// Each side's documents in columns of what they say of the other, of sentences.
  private init?(_ construct: Construct, _ sides: [[StatementCounts]], _ resampling: Resampling) {
    let groups = sides.map { statements in
      ResampledGroup(
        strata: [
          CountTable(
            documents: statements.count,
            columns: [statements.map { Double(construct.count(in: $0)) }, statements.map { Double($0.sentences) }])
        ], resampling: resampling)
    }
    let contrast = GroupContrast(
      groups[0], groups[1], ratios: [CountRatio(numerator: 0, denominator: 1, scale: 100)])
    func rates(_ left: (Int) -> Double, _ right: (Int) -> Double) -> (Double, Double)? {
      left(1) > 0 && right(1) > 0 ? (left(0) / left(1), right(0) / right(1)) : nil
    }
    let asymmetry = contrast.statistic(sizes: 1, isSigned: true) { left, right in
      rates(left, right).flatMap { AsymmetryTest.asymmetry($0.0, $0.1) }
    }
    guard let asymmetry, let p = contrast.outcome(0)?.p else { return nil }
    let (us, prc) = (groups[0], groups[1])
    let reciprocity = contrast.statistic(sizes: 1, isSigned: true) { left, right in
      rates(left, right).flatMap { AsymmetryTest.asymmetry($0.0, $0.1) }.map { 1 - abs($0) }
    }
    self.init(
      construct: construct, us: Rate(numerator: us.sum(0), denominator: us.sum(1), scale: 100),
      prc: Rate(numerator: prc.sum(0), denominator: prc.sum(1), scale: 100), asymmetry: asymmetry.value,
      asymmetryInterval: asymmetry.interval, reciprocity: 1 - abs(asymmetry.value),
      reciprocityInterval: reciprocity?.interval, p: p, adjustedP: nil,
      binomialP: AsymmetryTest.conditionalBinomial(
        counts: (Int(us.sum(0)), Int(prc.sum(0))), exposures: (us.sum(1), prc.sum(1))))
  }
}

extension Dyad.Construct {
  /// How often a statement says it of the other side.
  fileprivate func count(in counts: StatementCounts) -> Int {
    let (own, other) = (counts.side.actor, counts.side.opposite.actor)
    return switch self {
    case .threat: counts.threatPairs[ActorPair(other, own)] ?? 0
    case .blame: counts.blamePairs[ActorPair(own, other)] ?? 0
    }
  }
}
