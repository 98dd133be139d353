internal import DiscourseModel
internal import Segmentation

/// A list of words with their frequencies, as other corpora publish them.
public struct WordList: Sendable, Hashable {
  /// The frequency of each word, in its normalized form.
  public let counts: [String: Int]
  /// How many words the corpus behind the list has.
  public let size: Int

  /// Reads a list: a word and its frequency a line, in either order, parted by a tab, a comma or spaces.
  ///
  /// A first line without a number is a heading; a line that begins with `#` is left out.
  ///
  /// - Parameters:
  ///   - text: the list.
  ///   - file: its name, for messages.
  ///   - size: how many words the corpus behind it has; the sum of the list where nil.
  /// - Throws: a ``Diagnostic`` with file and line; `ICUError` where ICU cannot normalize.
  public init(_ text: String, file: String, size: Int? = nil) throws {
    var counts: [String: Int] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let fields = line.split { $0 == "\t" || $0 == "," || $0 == " " || $0 == "\r" || $0 == "\u{FEFF}" }
      guard let first = fields.first, !first.hasPrefix("#") else { continue }
      guard let (word, count) = Self.entry(fields) else {
        if number == 0 { continue }
        throw Diagnostic(
          at: SourceLocation(file: file, line: number + 1), "write a word and its frequency, such as \"trade 1200\"")
      }
      counts[try WordSequence.form(of: word), default: 0] += count
    }
    let sum = counts.values.reduce(0, +)
    guard sum > 0 else { throw Diagnostic(at: SourceLocation(file: file), "holds no word with a frequency") }
    if let size, size < sum {
      throw Diagnostic(
        at: SourceLocation(file: file), "its frequencies sum to \(sum), more than the size of \(size) that was given")
    }
    self.counts = counts
    self.size = size ?? sum
  }

  /// The word and the number of a line; the number is the last field, or the first.
  private static func entry(_ fields: [Substring]) -> (word: String, count: Int)? {
    guard fields.count >= 2 else { return nil }
    if let count = Int(fields[fields.count - 1]), count >= 0 {
      return (fields.dropLast().joined(separator: " "), count)
    }
    guard let count = Int(fields[0]), count >= 0 else { return nil }
    return (fields.dropFirst().joined(separator: " "), count)
  }
}
