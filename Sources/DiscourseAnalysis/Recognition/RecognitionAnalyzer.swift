internal import DiscourseModel
internal import Lexicon

/// Finds the words by which one of the two sides grants the other something, in its own voice or quoted by the other.
struct RecognitionAnalyzer {
  let reading: Reading

  /// The words; empty where nothing is granted. What a third party grants is none.
  func evidence() -> [Evidence] {
    guard reading.voice != .question, let granter = Side.allCases.first(where: { $0.actor == reading.holder }) else {
      return []
    }
    return reading.sentence.tags(.recognition, .grant)
      .filter { !reading.holds(.void, $0) && concerns(granter.opposite, $0) && !praises(granter, $0) }
      .map { reading.sentence.evidence($0) }
  }

  /// Whether a phrase such as “on an equal footing” is said of the other side, and not of third states or states at large.
  private func concerns(_ other: Side, _ tag: Tag) -> Bool {
    guard reading.sentence.entry(of: tag).needsOtherSide else { return true }
    let named = reading.mentions.filter { $0.kind != .self && $0.kind != .anaphor }
    if named.contains(where: { $0.actor == other.actor }) || namesThePair { return true }
    let namesThird = named.contains { $0.actor != other.actor && $0.actor != other.opposite.actor }
    return reading.context.namedOtherSide && !namesThird
  }

  /// Whether a phrase names the granter itself: “China's achievements” said by China grants nothing.
  private func praises(_ granter: Side, _ tag: Tag) -> Bool {
    let inside = reading.mentions.filter { $0.tokens.overlaps(tag.tokens) && $0.kind != .self && $0.kind != .anaphor }
    return !inside.isEmpty && inside.allSatisfy { $0.actor == granter.actor }
  }

  /// 中美, U.S.-China.
  private var namesThePair: Bool {
    reading.sentence.tags(.actors, .trap).contains { reading.sentence.entry(of: $0).id == "pair-us-prc" }
  }
}
