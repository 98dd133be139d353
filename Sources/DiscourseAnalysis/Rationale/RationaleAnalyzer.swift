internal import DiscourseModel
internal import Lexicon

/// Codes the grounds that a sentence gives: a noun of the list `rationale` in the reach of a word that marks a ground, or a
/// phrase that is a ground by itself.
struct RationaleAnalyzer {
  let reading: Reading

  /// The grounds, in the order of ``Rationale``.
  func codes() -> [RationaleCode] {
    var evidence: [Rationale: [Evidence]] = [:]
    for tag in reading.sentence.tags(.rationale, .ground, .reason) {
      guard let rationale = reading.sentence.entry(of: tag).attributes.rationale, !isPretext(tag),
        tag.role == .reason || isMarked(tag)
      else { continue }
      evidence[rationale, default: []].append(reading.sentence.evidence(tag))
    }
    return Rationale.allCases.compactMap { rationale in
      evidence[rationale].map { RationaleCode(rationale: rationale, evidence: $0) }
    }
  }

  /// How many tokens may lie between a marker and its ground.
  private static let reach = 10

  /// Whether a marker stands shortly before the ground in its clause, or shortly behind it.
  private func isMarked(_ ground: Tag) -> Bool {
    let tokens = reading.sentence.tokens
    let clause = tokens[ground.tokens.lowerBound].clause
    // English says what a measure is for with the verb of countering: to combat unfair practices.
    let aims = reading.sentence.language == .en ? reading.sentence.tags(.scopes, .purpose) : []
    let markers = reading.sentence.tags(.rationale, .marker, .behind) + aims
    return markers.contains { marker in
      guard tokens[marker.tokens.lowerBound].clause == clause, !isCalledOff(marker) else { return false }
      if marker.role == .behind {
        return (0...Self.reach).contains(marker.tokens.lowerBound - ground.tokens.upperBound)
      }
      return marker.tokens.lowerBound < ground.tokens.lowerBound
        && ground.tokens.lowerBound - marker.tokens.upperBound <= Self.reach
    }
  }

  /// Whether a Chinese verb of offense is denied or to stop: 从不干涉…, 停止干涉….
  private func isCalledOff(_ marker: Tag) -> Bool {
    guard reading.sentence.language == .zh, reading.sentence.entry(of: marker).id == "interferes-in" else {
      return false
    }
    let words = reading.sentence.tags(.scopes, .negation, .conditional) + reading.sentence.tags(.demands, .cease)
    return words.contains { (0...3).contains(marker.tokens.lowerBound - $0.tokens.upperBound) }
  }

  /// A pretext that the speaker rejects is no ground: 以国家安全为借口.
  private func isPretext(_ ground: Tag) -> Bool {
    reading.sentence.tags(.blame, .pretext).contains {
      $0.tokens.lowerBound <= ground.tokens.lowerBound && ground.tokens.lowerBound <= $0.tokens.upperBound + 4
    }
  }
}
