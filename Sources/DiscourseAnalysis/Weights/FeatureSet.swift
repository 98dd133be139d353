/// Features of what is to be judged: kept as numbers, since a name of each would cost more than all else in a sentence.
///
/// A feature's number is the FNV-1a hash of its name (Fowler, Noll & Vo 1991); names are kept only where somebody reads them.
struct FeatureSet {
  /// The numbers of the features.
  private(set) var numbers: Set<UInt64> = []
  /// Their names; nil where nobody reads them.
  private(set) var names: Set<String>?

  /// An empty set.
  init(named: Bool) { names = named ? [] : nil }

  /// Adds the feature whose name is made of some parts.
  mutating func insert(_ first: String, _ second: String = "", _ third: String = "", _ fourth: String = "") {
    var number = Self.number(first)
    if !second.isEmpty { number = Self.number(second, after: number) }
    if !third.isEmpty { number = Self.number(third, after: number) }
    if !fourth.isEmpty { number = Self.number(fourth, after: number) }
    numbers.insert(number)
    names?.insert(first + second + third + fourth)
  }

  /// The number of a name, or of a name that goes on from another one's number.
  static func number(_ name: String, after start: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    name.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
