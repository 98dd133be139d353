/// Lays sorted patterns out as a trie in flat arrays, one level after the other.
struct TrieBuilder {
  struct Node {
    var first: Int32 = 0
    var count: Int32 = 0
    var pattern: Int32 = -1
  }

  private let patterns: [[UInt8]]
  private(set) var nodes: [Node] = []
  private(set) var labels: [UInt8] = []
  private(set) var targets: [Int32] = []
  private(set) var nextEqual: [Int32]

  /// A stretch of the sorted patterns that share their first `depth` bytes.
  private struct Stretch {
    var range: Range<Int>
    var depth: Int
  }

  init(patterns: [[UInt8]]) {
    self.patterns = patterns
    nextEqual = [Int32](repeating: -1, count: patterns.count)
  }

  /// Builds the trie of the patterns whose numbers `order` lists in byte order.
  mutating func build(_ order: [Int]) {
    nodes.append(Node())
    var queue = [Stretch(range: 0..<order.count, depth: 0)]
    var head = 0
    while head < queue.count {
      let stretch = queue[head]
      let rest = endPatterns(of: stretch, node: head, order: order)
      addBranches(of: stretch, from: rest, node: head, order: order, queue: &queue)
      head += 1
    }
  }

  /// Chains the patterns that end at this node; returns where the longer ones begin.
  private mutating func endPatterns(of stretch: Stretch, node: Int, order: [Int]) -> Int {
    var position = stretch.range.lowerBound
    var last = -1
    while position < stretch.range.upperBound, patterns[order[position]].count == stretch.depth {
      let pattern = order[position]
      if last < 0 { nodes[node].pattern = Int32(pattern) } else { nextEqual[last] = Int32(pattern) }
      last = pattern
      position += 1
    }
    return position
  }

  private mutating func addBranches(
    of stretch: Stretch, from start: Int, node: Int, order: [Int], queue: inout [Stretch]
  ) {
    nodes[node].first = Int32(labels.count)
    var position = start
    while position < stretch.range.upperBound {
      let label = patterns[order[position]][stretch.depth]
      var end = position + 1
      while end < stretch.range.upperBound, patterns[order[end]][stretch.depth] == label { end += 1 }
      labels.append(label)
      targets.append(Int32(nodes.count))
      nodes.append(Node())
      queue.append(Stretch(range: position..<end, depth: stretch.depth + 1))
      position = end
    }
    nodes[node].count = Int32(labels.count) - nodes[node].first
  }
}
