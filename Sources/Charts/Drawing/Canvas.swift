/// Collects the elements of a drawing; the origin is its upper left corner.
struct Canvas {
  /// Where a text stands at its point.
  enum Anchor: String { case start, middle, end }

  /// The size of axis labels, direct labels and numbers.
  static let fontSize = 12.0

  private(set) var children: [Element.Child] = []

  mutating func add(_ element: Element) { children.append(.element(element)) }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    add(
      Element(
        "line",
        [
          ("class", style), ("x1", Coordinate.text(x1)), ("y1", Coordinate.text(y1)), ("x2", Coordinate.text(x2)),
          ("y2", Coordinate.text(y2)),
        ]))
  }

  mutating func text(_ text: String, _ x: Double, _ y: Double, _ style: String, anchor: Anchor = .start) {
    add(
      Element(
        "text",
        [
          ("class", style), ("x", Coordinate.text(x)), ("y", Coordinate.text(y)),
          ("text-anchor", anchor == .start ? nil : anchor.rawValue),
        ], [.text(text)]))
  }

  mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) {
    add(Self.rectangle(x, y, width, height, style))
  }

  static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) -> Element {
    Element(
      "rect",
      [
        ("class", style), ("x", Coordinate.text(x)), ("y", Coordinate.text(y)),
        ("width", Coordinate.text(max(0, width))), ("height", Coordinate.text(max(0, height))),
      ])
  }

  static func circle(_ x: Double, _ y: Double, radius: Double, _ style: String) -> Element {
    Element(
      "circle",
      [("class", style), ("cx", Coordinate.text(x)), ("cy", Coordinate.text(y)), ("r", Coordinate.text(radius))])
  }

  /// A path through points, closed where it bounds a surface.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: String, closed: Bool = false) {
    guard points.count > 1 else { return }
    let steps = points.enumerated().map { index, point in
      (index == 0 ? "M" : "L") + Coordinate.text(point.x) + " " + Coordinate.text(point.y)
    }
    add(Element("path", [("class", style), ("d", steps.joined() + (closed ? "Z" : ""))]))
  }

  /// Marks that stand for one thing: they carry its note as a tooltip and lead to its sentences.
  mutating func mark(_ mark: Mark, _ shapes: [Element]) {
    let note = Element("title", [], [.text(mark.note)])
    let inside: [Element.Child] = [.element(note)] + shapes.map { .element($0) }
    if let link = mark.link {
      add(Element("a", [("href", link), ("class", "mark"), ("aria-label", mark.note)], inside))
    } else {
      add(Element("g", [("class", "mark")], inside))
    }
  }
}

/// What a mark of a chart says when one points at it, and where it leads.
public struct Mark: Sendable, Hashable {
  /// The note: what it is, with its number.
  public var note: String
  /// Where it leads, for example `#evidence-3`; nil where it leads nowhere.
  public var link: String?

  /// A mark's note and link.
  public init(_ note: String, link: String? = nil) {
    self.note = note
    self.link = link
  }
}
