/// How matches that overlap are resolved.
public enum MatchSemantics: Sendable {
  /// Every occurrence of every pattern.
  case all
  /// The longest of the patterns that begin leftmost; matching goes on behind it.
  case leftmostLongest
}

/// An occurrence of a pattern.
public struct PatternMatch: Sendable, Hashable {
  /// Half-open range of offsets into the text, in bytes.
  public let range: Range<Int>
  /// The pattern's number: the position at which it was added.
  public let pattern: Int

  /// An occurrence of pattern number `pattern` at `range`.
  public init(range: Range<Int>, pattern: Int) {
    self.range = range
    self.pattern = pattern
  }
}

/// Finds many byte patterns in a text in one pass.
///
/// The patterns are kept as a trie whose branches lie in one flat array, with a table for the first byte. A match may
/// begin only where `starts` allows it, so a search costs the length of the longest common prefix at each such place:
/// for words of natural language a few bytes.
///
/// - Complexity: O(n · d) for a text of n bytes, d the depth reached in the trie.
public struct PatternAutomaton: Sendable {
  @usableFromInline
  struct Node: Sendable {
    @usableFromInline var firstBranch: Int32
    @usableFromInline var branchCount: Int32
    @usableFromInline var firstPattern: Int32

    init(firstBranch: Int32, branchCount: Int32, firstPattern: Int32) {
      self.firstBranch = firstBranch
      self.branchCount = branchCount
      self.firstPattern = firstPattern
    }
  }

  @usableFromInline let nodes: [Node]
  @usableFromInline let labels: [UInt8]
  @usableFromInline let targets: [Int32]
  @usableFromInline let root: [Int32]
  /// The state behind each pair of first bytes, or −1: most searches end there.
  @usableFromInline let pairs: [Int32]
  /// For a pattern, the next pattern with the same bytes, or −1.
  @usableFromInline let nextEqual: [Int32]
  /// The state behind each first character of three bytes, by its code point, or −1; empty where a pattern ends inside one.
  @usableFromInline let characters: [Int32]
  /// The number of patterns.
  public let count: Int

  /// Builds the automaton; empty patterns never match.
  ///
  /// - Complexity: O(total length of the patterns · log of their number).
  public init(_ patterns: [[UInt8]]) {
    let order = patterns.indices.sorted { left, right in
      patterns[left] == patterns[right] ? left < right : patterns[left].lexicographicallyPrecedes(patterns[right])
    }
    var builder = TrieBuilder(patterns: patterns)
    builder.build(order.filter { !patterns[$0].isEmpty })
    nodes = builder.nodes.map { Node(firstBranch: $0.first, branchCount: $0.count, firstPattern: $0.pattern) }
    labels = builder.labels
    targets = builder.targets
    nextEqual = builder.nextEqual
    count = patterns.count
    var table = [Int32](repeating: -1, count: 256)
    if let top = nodes.first {
      for branch in Int(top.firstBranch)..<Int(top.firstBranch + top.branchCount) {
        table[Int(labels[branch])] = targets[branch]
      }
    }
    root = table
    var pairs = [Int32](repeating: -1, count: 65_536)
    for first in 0..<256 where table[first] >= 0 {
      let node = builder.nodes[Int(table[first])]
      for branch in Int(node.first)..<Int(node.first + node.count) {
        pairs[first << 8 | Int(labels[branch])] = targets[branch]
      }
    }
    self.pairs = pairs
    characters = Self.characterTable(builder, root: table)
  }

  private static func characterTable(_ builder: TrieBuilder, root: [Int32]) -> [Int32] {
    var characters = [Int32](repeating: -1, count: 65_536)
    func branches(of node: Int32) -> Range<Int> {
      let node = builder.nodes[Int(node)]
      return Int(node.first)..<Int(node.first + node.count)
    }
    for first in 0xE0..<0xF0 where root[first] >= 0 {
      guard builder.nodes[Int(root[first])].pattern < 0 else { return [] }
      for second in branches(of: root[first]) {
        guard builder.nodes[Int(builder.targets[second])].pattern < 0 else { return [] }
        for third in branches(of: builder.targets[second]) {
          let high = (first & 0x0F) << 12 | Int(builder.labels[second] & 0x3F) << 6
          characters[high | Int(builder.labels[third] & 0x3F)] = builder.targets[third]
        }
      }
    }
    return characters
  }

  /// Calls `body` with each pattern that begins at `start`, shorter ones first.
  @inlinable
  public func forEachMatch(in text: [UInt8], at start: Int, _ body: (PatternMatch) -> Void) {
    var state = Int(root[Int(text[start])])
    guard state >= 0 else { return }
    var position = start + 1
    if text[start] >= 0xE0, text[start] < 0xF0, position + 1 < text.count, !characters.isEmpty {
      let high = Int(text[start] & 0x0F) << 12 | Int(text[position] & 0x3F) << 6
      state = Int(characters[high | Int(text[position + 1] & 0x3F)])
      position += 2
    } else if firstPattern(of: state) < 0, position < text.count {
      state = Int(pairs[Int(text[start]) << 8 | Int(text[position])])
      position += 1
    }
    while state >= 0 {
      var pattern = firstPattern(of: state)
      while pattern >= 0 {
        body(PatternMatch(range: start..<position, pattern: pattern))
        pattern = patternEqual(after: pattern)
      }
      guard position < text.count else { return }
      state = step(from: state, by: text[position])
      position += 1
    }
  }

  /// The matches in `text`, from left to right, shorter ones first where several begin at one place.
  ///
  /// - Parameters:
  ///   - text: the bytes to search.
  ///   - semantics: how overlapping matches are resolved.
  ///   - starts: whether a match may begin at an offset.
  ///   - accepts: whether a match counts, for example because it ends at the end of a word.
  public func matches(
    in text: [UInt8], semantics: MatchSemantics, startingWhere starts: (Int) -> Bool = { _ in true },
    where accepts: (PatternMatch) -> Bool = { _ in true }
  ) -> [PatternMatch] {
    var found: [PatternMatch] = []
    var position = 0
    while position < text.count {
      guard root[Int(text[position])] >= 0, starts(position) else {
        position += 1
        continue
      }
      let before = found.count
      forEachMatch(in: text, at: position) { if accepts($0) { found.append($0) } }
      if semantics == .leftmostLongest, found.count > before {
        let end = found[found.count - 1].range.upperBound
        let longest = found[before...].filter { $0.range.upperBound == end }
        found.replaceSubrange(before..., with: longest)
        position = end
      } else {
        position += 1
      }
    }
    return found
  }

  @inlinable
  @inline(__always)
  func step(from state: Int, by byte: UInt8) -> Int {
    let node = nodes[state]
    var low = Int(node.firstBranch)
    var high = low + Int(node.branchCount)
    while low < high {
      let middle = (low + high) / 2
      if labels[middle] == byte { return Int(targets[middle]) }
      if labels[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return -1
  }

  @inlinable
  @inline(__always)
  func firstPattern(of state: Int) -> Int { Int(nodes[state].firstPattern) }

  @inlinable
  func patternEqual(after pattern: Int) -> Int { Int(nextEqual[pattern]) }
}
