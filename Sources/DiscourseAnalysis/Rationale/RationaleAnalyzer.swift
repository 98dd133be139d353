internal import DiscourseModel
internal import Lexicon

/// Codes the grounds that a sentence gives: a noun of the list `rationale` in the reach of a word that marks a ground.
struct RationaleAnalyzer {
  let reading: Reading

  /// The grounds, in the order of ``Rationale``.
  func codes() -> [RationaleCode] {
    var evidence: [Rationale: [Evidence]] = [:]
    for tag in reading.sentence.tags(.rationale, .ground) {
      guard let rationale = reading.sentence.entry(of: tag).attributes.rationale, !isPretext(tag), isMarked(tag) else {
        continue
      }
      evidence[rationale, default: []].append(reading.sentence.evidence(tag))
    }
    // A wrong that is blamed for what it offends gives its ground itself: unfair trade, the abuse of human rights.
    for tag in reading.sentence.tags where tag.list == .blame && !reading.holds(.void, tag) {
      guard let rationale = reading.sentence.entry(of: tag).attributes.rationale else { continue }
      evidence[rationale, default: []].append(reading.sentence.evidence(tag))
    }
    return Rationale.allCases.compactMap { rationale in
      evidence[rationale].map { RationaleCode(rationale: rationale, evidence: $0) }
    }
  }

  /// How many tokens may lie between a marker and its ground.
  private static let reach = 10

  /// Whether a marker stands shortly before the ground in its clause.
  private func isMarked(_ ground: Tag) -> Bool {
    let tokens = reading.sentence.tokens
    let clause = tokens[ground.tokens.lowerBound].clause
    // English says what a measure is for with the verb of countering: to combat unfair practices.
    let aims = reading.sentence.language == .en ? reading.sentence.tags(.scopes, .purpose) : []
    let markers = reading.sentence.tags(.rationale, .marker) + aims
    return markers.contains { marker in
      marker.tokens.lowerBound < ground.tokens.lowerBound && tokens[marker.tokens.lowerBound].clause == clause
        && ground.tokens.lowerBound - marker.tokens.upperBound <= Self.reach
    }
  }

  /// A pretext that the speaker rejects is no ground: 以国家安全为借口.
  private func isPretext(_ ground: Tag) -> Bool {
    reading.sentence.tags(.blame, .pretext).contains {
      $0.tokens.lowerBound <= ground.tokens.lowerBound && ground.tokens.lowerBound <= $0.tokens.upperBound + 4
    }
  }
}
