/// A pattern of a whole text: `*` stands for any stretch, `?` for one character, everything else for itself.
public struct Wildcard: Sendable, Hashable, CustomStringConvertible {
  /// As it is typed.
  public let description: String
  private let pattern: [Character]
  /// Whether it is a pattern at all, and not a plain text.
  public let isPattern: Bool

  /// A pattern as it is typed.
  public init(_ text: String) {
    description = text
    pattern = Array(text)
    isPattern = pattern.contains { $0 == "*" || $0 == "?" }
  }

  /// Whether it stands for the whole of a text.
  ///
  /// - Complexity: O(n · m) at worst, O(n) for a single `*`.
  public func matches(_ text: String) -> Bool {
    guard isPattern else { return text == description }
    let text = Array(text)
    var (place, position) = (0, 0)
    // Where the last star stood, and how far it reaches.
    var star: (place: Int, position: Int)?
    while position < text.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, position)
        place += 1
      } else if place < pattern.count, pattern[place] == "?" || pattern[place] == text[position] {
        place += 1
        position += 1
      } else if let last = star {
        star = (last.place, last.position + 1)
        (place, position) = (last.place + 1, last.position + 1)
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
