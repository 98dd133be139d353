/// A paragraph with links in it: the same text becomes HTML, Markdown or plain text.
///
/// Write it as a string; `"\(link: "12 of 80", to: "#e3")"` links a part, where the target is not nil.
public struct Prose: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// A part of a paragraph.
  public enum Part: Sendable, Hashable {
    /// A text.
    case text(String)
    /// A text that leads to a place on the page.
    case link(String, to: String)
  }

  /// The parts, in order.
  public var parts: [Part]

  /// A paragraph of parts.
  public init(parts: [Part]) { self.parts = parts }

  /// A paragraph without links.
  public init(stringLiteral text: String) { parts = [.text(text)] }

  /// A paragraph from its parts.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// Collects the parts of a paragraph.
  public struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    /// An empty paragraph.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds a text.
    public mutating func appendLiteral(_ text: String) { if !text.isEmpty { parts.append(.text(text)) } }

    /// Adds a text.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    /// Adds a paragraph.
    public mutating func appendInterpolation(_ prose: Prose) { parts += prose.parts }

    /// Adds a text that leads somewhere, or a plain text where it leads nowhere.
    public mutating func appendInterpolation(link text: String, to target: String?) {
      parts.append(target.map { .link(text, to: $0) } ?? .text(text))
    }
  }

  /// The text without its links.
  public var text: String {
    parts.map { part in
      switch part {
      case .text(let text), .link(let text, _): text
      }
    }.joined()
  }

  /// Paragraphs one after the other, with a space between those that end without Chinese punctuation.
  static func joined(_ all: [Prose]) -> Prose {
    var parts: [Part] = []
    for prose in all where !prose.parts.isEmpty {
      if let last = parts.last, !Prose(parts: [last]).text.hasSuffix("。") { parts.append(.text(" ")) }
      parts += prose.parts
    }
    return Prose(parts: parts)
  }
}
