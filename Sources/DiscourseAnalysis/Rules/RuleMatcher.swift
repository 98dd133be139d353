internal import Lexicon
internal import Segmentation

/// Tries a pattern around a word. Nearer words are tried before farther ones.
struct RuleMatcher {
  /// What a match captured.
  struct Capture { var mention: Mention? }

  private enum Direction { case left, right }

  private let sentence: TaggedSentence
  private let mentions: [Mention]

  init(sentence: TaggedSentence, mentions: [Mention]) {
    self.sentence = sentence
    self.mentions = mentions
  }

  /// Nil where the pattern does not hold at the tag.
  func match(_ pattern: RulePattern, at tag: Tag) -> Capture? {
    guard pattern.forms.isEmpty || pattern.forms.contains(tag.form) else { return nil }
    guard let left = walk(pattern.before[...], from: tag.tokens.lowerBound, .left, captured: nil) else { return nil }
    guard let right = walk(pattern.after[...], from: tag.tokens.upperBound, .right, captured: nil) else { return nil }
    return Capture(mention: left.mention ?? right.mention)
  }

  /// Matches elements outward from the boundary `position` between two tokens.
  private func walk(
    _ elements: ArraySlice<RuleElement>, from position: Int, _ direction: Direction, captured: Mention?
  ) -> Capture? {
    guard let element = elements.first else { return Capture(mention: captured) }
    let rest = elements.dropFirst()
    switch element {
    case .anchor: return nil
    case .clauseStart:
      guard isClauseStart(position) else { return nil }
      return walk(rest, from: position, direction, captured: captured)
    case .word(let text):
      guard let token = neighbour(of: position, direction), sentence.reads(sentence.tokens[token], text) else {
        return nil
      }
      return walk(rest, from: direction == .right ? token + 1 : token, direction, captured: captured)
    case .not(let names):
      guard ends(of: names, from: pastQuotationMark(position, direction), direction).isEmpty else { return nil }
      return walk(rest, from: position, direction, captured: captured)
    case .roles(let names):
      for end in ends(of: names, from: position, direction) {
        if let capture = walk(rest, from: end, direction, captured: captured) { return capture }
      }
      return nil
    case .actor(let kinds):
      return walkActor(kinds, rest: rest, from: position, direction, captured: captured)
    case .otherActor(let kinds):
      return walkActor(kinds, isCaptured: false, rest: rest, from: position, direction, captured: captured)
    case .gap(let limit, let exclusions, let crosses):
      return walkGap(
        limit: limit, without: exclusions, crosses: crosses, rest: rest, from: position, direction, captured: captured)
    }
  }

  private func walkActor(
    _ kinds: [Mention.Kind], isCaptured: Bool = true, rest: ArraySlice<RuleElement>, from position: Int,
    _ direction: Direction, captured: Mention?
  ) -> Capture? {
    for mention in mentions where kinds.isEmpty || kinds.contains(mention.kind) {
      let near = direction == .right ? mention.tokens.lowerBound : mention.tokens.upperBound
      guard near == position else { continue }
      let far = direction == .right ? mention.tokens.upperBound : mention.tokens.lowerBound
      if let capture = walk(rest, from: far, direction, captured: captured ?? (isCaptured ? mention : nil)) {
        return capture
      }
    }
    return nil
  }

  private func walkGap(
    limit: Int, without exclusions: [RuleElement.Exclusion], crosses: Bool, rest: ArraySlice<RuleElement>,
    from start: Int, _ direction: Direction, captured: Mention?
  ) -> Capture? {
    var position = start
    var words = 0
    while true {
      if let capture = walk(rest, from: position, direction, captured: captured) { return capture }
      let index = direction == .right ? position : position - 1
      guard sentence.tokens.indices.contains(index) else { return nil }
      let token = sentence.tokens[index]
      if !crosses, endsClause(index) { return nil }
      if exclusions.contains(where: { stands($0, at: index) }) { return nil }
      if token.isWord { words += 1 }
      guard words <= limit else { return nil }
      position = direction == .right ? position + 1 : position - 1
    }
  }

  /// The boundary behind a quotation mark that stands next, else the boundary itself: 向“台独”势力.
  private func pastQuotationMark(_ position: Int, _ direction: Direction) -> Int {
    guard let index = neighbour(of: position, direction), !sentence.tokens[index].isWord,
      ["“", "”", "\"", "「", "」"].contains(where: { sentence.reads(sentence.tokens[index], $0) })
    else { return position }
    return direction == .right ? position + 1 : position - 1
  }

  /// The token next to a boundary.
  private func neighbour(of position: Int, _ direction: Direction) -> Int? {
    let index = direction == .right ? position : position - 1
    return sentence.tokens.indices.contains(index) ? index : nil
  }

  private func ends(of names: [RuleElement.RoleName], from position: Int, _ direction: Direction) -> [Int] {
    var ends: [Int] = []
    let near = direction == .right ? sentence.tagsStarting(at: position) : sentence.tagsEnding(at: position)
    for number in near {
      let tag = sentence.tags[number]
      guard names.contains(where: { $0.role == tag.role && ($0.list == nil || $0.list == tag.list) }) else { continue }
      ends.append(direction == .right ? tag.tokens.upperBound : tag.tokens.lowerBound)
    }
    return ends
  }

  private func stands(_ exclusion: RuleElement.Exclusion, at index: Int) -> Bool {
    switch exclusion {
    case .actor: mentions.contains { $0.tokens.contains(index) && $0.kind != .object }
    case .role(let name):
      sentence.tagsStarting(at: index).contains { number in
        let tag = sentence.tags[number]
        return tag.role == name.role && (name.list == nil || name.list == tag.list)
      }
    }
  }

  private func isClauseStart(_ position: Int) -> Bool {
    position == 0 || endsClause(position - 1)
  }

  /// Whether the token is the mark that ends its clause.
  private func endsClause(_ index: Int) -> Bool {
    guard index + 1 < sentence.tokens.count else { return !sentence.tokens[index].isWord }
    return sentence.tokens[index].clause != sentence.tokens[index + 1].clause
  }
}
