/// A chart: values that become SVG at any width, with the table of its numbers.
public protocol Chart: Sendable {
  /// What it is called and what it shows.
  var heading: ChartHeading { get }
  /// The numbers behind it, a row for each mark.
  var table: DataTable { get }
  /// The drawing at a width.
  func drawing(width: Double) -> Drawing
}

/// What a chart is called and what it shows, for those who see it and those who hear it.
public struct ChartHeading: Sendable, Hashable {
  /// The chart's id, unique on its page: letters, digits and hyphens.
  public var id: String
  /// The title; it states the finding.
  public var title: String
  /// What is drawn, in a sentence.
  public var summary: String

  /// A heading.
  public init(id: String, title: String, summary: String) {
    self.id = id
    self.title = title
    self.summary = summary
  }
}

/// A chart as it is drawn: elements and their size.
public struct Drawing: Sendable, Hashable {
  /// The width.
  public var width: Double
  /// The height that the content needs.
  public var height: Double
  /// What is drawn.
  public var children: [Element.Child]

  /// Whether a mark leads somewhere.
  var hasLinks: Bool { children.contains(where: Self.leads) }

  private static func leads(_ child: Element.Child) -> Bool {
    guard case .element(let element) = child else { return false }
    return element.name == "a" || element.children.contains(where: leads)
  }
}

extension Chart {
  /// The chart as an `svg` element.
  ///
  /// It is an image to a screen reader; where its marks are links it is a group, since the content of an image cannot be
  /// reached (WAI-ARIA 1.2, children presentational).
  ///
  /// - Parameters:
  ///   - width: the width in CSS pixels, at least 240.
  ///   - suffix: what is added to its ids, where a chart stands on a page at more than one width.
  ///   - isStandalone: whether it carries its own style, for a file of its own.
  public func svg(width: Double, suffix: String = "", isStandalone: Bool = false) -> String {
    let drawing = drawing(width: max(240, width))
    let id = heading.id + suffix
    let size = [drawing.width, drawing.height].map(Coordinate.text)
    var children: [Element.Child] = [
      .element(Element("title", [("id", id + "-title")], [.text(heading.title)])),
      .element(Element("desc", [("id", id + "-desc")], [.text(heading.summary)])),
    ]
    if isStandalone { children.append(.element(Element("style", [], [.text(ChartTheme.css)]))) }
    return Element(
      "svg",
      [
        ("xmlns", isStandalone ? "http://www.w3.org/2000/svg" : nil), ("class", "chart"), ("id", id),
        ("role", drawing.hasLinks ? "group" : "img"), ("aria-labelledby", "\(id)-title \(id)-desc"),
        ("viewBox", "0 0 \(size[0]) \(size[1])"), ("width", size[0]), ("height", size[1]),
      ], children + drawing.children
    ).markup
  }
}

/// A value in the table behind a chart.
public enum Datum: Sendable, Hashable {
  /// A text.
  case text(String)
  /// A number.
  case number(Double)
  /// Not known.
  case missing

  /// A number, or nothing.
  static func optional(_ number: Double?) -> Datum { number.map { .number($0) } ?? .missing }
}

/// The numbers behind a chart: tidy, an observation a row.
public struct DataTable: Sendable, Hashable {
  /// The columns' names.
  public var columns: [String]
  /// The rows; each has a value for each column.
  public var rows: [[Datum]]

  /// A table.
  public init(columns: [String], rows: [[Datum]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// An estimate with its interval.
public struct Estimate: Sendable, Hashable {
  /// The value; nil where it is not known.
  public var value: Double?
  /// The lower end of its interval.
  public var lower: Double?
  /// The upper end of its interval.
  public var upper: Double?

  /// An estimate; what is not finite is not known.
  public init(_ value: Double?, lower: Double? = nil, upper: Double? = nil) {
    func finite(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
    self.value = finite(value)
    self.lower = finite(lower)
    self.upper = finite(upper)
  }

  /// The greatest number that is drawn.
  var greatest: Double { max(value ?? 0, upper ?? 0) }
  /// The least number that is drawn.
  var least: Double { min(value ?? 0, lower ?? 0) }
  /// As values of a table.
  var data: [Datum] { [.optional(value), .optional(lower), .optional(upper)] }
}
