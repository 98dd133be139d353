/// An element of SVG: what a chart is made of before it is text.
public struct Element: Sendable, Hashable {
  /// A named value of an element.
  public struct Attribute: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value, not escaped.
    public var value: String
  }

  /// What stands inside an element.
  public enum Child: Sendable, Hashable {
    /// An element.
    case element(Element)
    /// A text, not escaped.
    case text(String)
  }

  /// The element's name.
  public var name: String
  /// Its attributes, in the order in which they are written.
  public var attributes: [Attribute]
  /// What stands inside, in order.
  public var children: [Child]

  /// An element; attributes without a value are left out.
  init(_ name: String, _ attributes: [(String, String?)] = [], _ children: [Child] = []) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in value.map { Attribute(name: name, value: $0) } }
    self.children = children
  }

  /// The element as markup; every text is escaped.
  public var markup: String {
    var out = ""
    write(to: &out)
    return out
  }

  private func write(to out: inout String) {
    out += "<" + name
    for attribute in attributes { out += " \(attribute.name)=\"\(Markup.escape(attribute.value))\"" }
    guard !children.isEmpty else {
      out += "/>"
      return
    }
    out += ">"
    for child in children {
      switch child {
      case .element(let element): element.write(to: &out)
      case .text(let text): out += Markup.escape(text)
      }
    }
    out += "</\(name)>"
  }
}

/// Numbers inside a drawing.
enum Coordinate {
  /// A coordinate with at most two digits behind the point; what is not finite would break the drawing, and is 0.
  static func text(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "0" }
    let hundredths = Int((number * 100).rounded())
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    guard rest > 0 else { return sign + String(whole) }
    let digits = rest % 10 == 0 ? String(rest / 10) : (rest < 10 ? "0" : "") + String(rest)
    return sign + String(whole) + "." + digits
  }
}
