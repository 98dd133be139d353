/// ICU's dictionary of Chinese words: a trie over UTF-16 units, each word with its cost.
///
/// The trie is in the form that ICU's `UCharsTrie` documents: a node is a branch over the next unit, a stretch of units that
/// must follow, or a value; branches are searched by halves. The state behind each possible first character is kept in a
/// table, because the search among the root's 20,000 branches would otherwise be the costliest step of all.
struct WordDictionary: Sendable {
  /// A place in the trie; `dead` where no word goes on.
  struct State: Hashable {
    /// The unit at which the next node begins, above the number of units that must still match, plus one (five bits).
    fileprivate var packed: UInt32

    static let dead = State(packed: .max)

    fileprivate init(packed: UInt32) { self.packed = packed }
    fileprivate init(at position: Int, remaining: Int = -1) { packed = UInt32(position) << 5 | UInt32(remaining + 1) }
    fileprivate var position: Int { Int(packed >> 5) }
    fileprivate var remaining: Int { Int(packed & 31) - 1 }
  }

  /// The longest word that ICU's engine looks for, in characters.
  static let longestWord = 20

  // The kinds of node, by their first unit.
  private static let minLinear: UInt16 = 0x30
  private static let minValue: UInt16 = 0x40
  private static let finalFlag: UInt16 = 0x8000
  private static let linearBranch = 5

  private let units: [UInt16]
  private let afterFirst: [State]

  /// Nil where this ICU has no dictionary in the known layout.
  init?() {
    guard let units = dictionaryUnits(), let root = units.first, root < Self.minLinear else { return nil }
    self.units = units
    var table = [State](repeating: .dead, count: 65_536)
    Self.collect(units, at: root == 0 ? 2 : 1, length: Int(root == 0 ? units[1] : root) + 1, into: &table)
    afterFirst = table
  }

  /// Notes where each branch of a node leads.
  private static func collect(_ units: [UInt16], at start: Int, length: Int, into table: inout [State]) {
    var position = start
    var length = length
    while length > linearBranch {
      let (target, behind) = jump(units, at: position + 1)
      collect(units, at: target, length: length >> 1, into: &table)
      length -= length >> 1
      position = behind
    }
    while length > 1 {
      table[Int(units[position])] = branchTarget(units, at: position + 1)
      position = behindValue(units, at: position + 1)
      length -= 1
    }
    table[Int(units[position])] = State(at: position + 1)
  }

  /// The state behind the first character of a word.
  @inline(__always)
  func first(_ unit: UInt16) -> State { afterFirst[Int(unit)] }

  /// The state behind one more character.
  @inline(__always)
  func next(_ state: State, _ unit: UInt16) -> State {
    var position = state.position
    let remaining = state.remaining
    if remaining >= 0 {
      return units[position] == unit ? State(at: position + 1, remaining: remaining - 1) : .dead
    }
    while true {
      let node = units[position]
      position += 1
      if node < Self.minLinear { return branch(at: position, node: node, unit) }
      if node < Self.minValue {
        guard units[position] == unit else { return .dead }
        return State(at: position + 1, remaining: Int(node - Self.minLinear) - 1)
      }
      if node & Self.finalFlag != 0 { return .dead }
      // A value on the way: the node itself is in its low bits.
      let kind = node & (Self.minValue - 1)
      if node >= 0x4040 { position += node < 0x7FC0 ? 1 : 2 }
      if kind < Self.minLinear { return branch(at: position, node: kind, unit) }
      guard units[position] == unit else { return .dead }
      return State(at: position + 1, remaining: Int(kind - Self.minLinear) - 1)
    }
  }

  /// The cost of the word that ends at a state, about −10 ln p; nil where none ends.
  @inline(__always)
  func cost(_ state: State) -> Int32? {
    guard state.packed & 31 == 0 else { return nil }
    let position = state.position
    let node = units[position]
    guard node >= Self.minValue else { return nil }
    if node & Self.finalFlag != 0 { return Int32(Self.value(units, at: position, lead: node & 0x7FFF)) }
    if node < 0x4040 { return Int32(node >> 6) - 1 }
    if node < 0x7FC0 { return (Int32((node & 0x7FC0) - 0x4040) << 10) | Int32(units[position + 1]) }
    return Int32(units[position + 1]) << 16 | Int32(units[position + 2])
  }

  private func branch(at start: Int, node: UInt16, _ unit: UInt16) -> State {
    var position = start
    var length = Int(node)
    if length == 0 {
      length = Int(units[position])
      position += 1
    }
    length += 1
    while length > Self.linearBranch {
      if unit < units[position] {
        length >>= 1
        position = Self.jump(units, at: position + 1).target
      } else {
        length -= length >> 1
        position = Self.behindDelta(units, at: position + 1)
      }
    }
    while length > 1 {
      if units[position] == unit { return Self.branchTarget(units, at: position + 1) }
      position = Self.behindValue(units, at: position + 1)
      length -= 1
    }
    return units[position] == unit ? State(at: position + 1) : .dead
  }

  /// Where a branch leads: to its own final value, or as far ahead as its value says.
  @inline(__always)
  private static func branchTarget(_ units: [UInt16], at position: Int) -> State {
    let lead = units[position]
    if lead & finalFlag != 0 { return State(at: position) }
    return State(at: behindValue(units, at: position) + value(units, at: position, lead: lead))
  }

  @inline(__always)
  private static func value(_ units: [UInt16], at position: Int, lead: UInt16) -> Int {
    if lead < 0x4000 { return Int(lead) }
    if lead < 0x7FFF { return Int(lead - 0x4000) << 16 | Int(units[position + 1]) }
    return Int(units[position + 1]) << 16 | Int(units[position + 2])
  }

  @inline(__always)
  private static func behindValue(_ units: [UInt16], at position: Int) -> Int {
    let lead = units[position] & 0x7FFF
    return position + (lead < 0x4000 ? 1 : lead < 0x7FFF ? 2 : 3)
  }

  /// A jump's target and the place behind the jump.
  @inline(__always)
  private static func jump(_ units: [UInt16], at position: Int) -> (target: Int, behind: Int) {
    let lead = units[position]
    let behind = behindDelta(units, at: position)
    if lead < 0xFC00 { return (behind + Int(lead), behind) }
    if lead < 0xFFFF { return (behind + (Int(lead - 0xFC00) << 16 | Int(units[position + 1])), behind) }
    return (behind + (Int(units[position + 1]) << 16 | Int(units[position + 2])), behind)
  }

  @inline(__always)
  private static func behindDelta(_ units: [UInt16], at position: Int) -> Int {
    let lead = units[position]
    return position + (lead < 0xFC00 ? 1 : lead < 0xFFFF ? 2 : 3)
  }
}
