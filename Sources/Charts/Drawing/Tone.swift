/// The colour of a mark by what it stands for; themes say which colour that is.
public enum Tone: String, Sendable, Hashable, CaseIterable {
  /// The United States, everywhere.
  case us
  /// The People's Republic of China, everywhere.
  case prc
  /// Allies and partners.
  case ally
  /// All others.
  case other
  /// Categories without a side, in the order in which they are drawn.
  case first, second, third, fourth, fifth, sixth, seventh, eighth, ninth

  /// The tones of categories.
  public static let categories: [Tone] = [
    .first, .second, .third, .fourth, .fifth, .sixth, .seventh, .eighth, .ninth,
  ]

  /// The class that carries the tone.
  var style: String { "tone-" + rawValue }
}

/// Colours for charts on light and dark ground.
///
/// Hues after Okabe & Ito (2008), darkened or lightened until each has a contrast of at least 4.5 to its ground, since
/// marks carry numbers and tones colour names (WCAG 2.2, 1.4.3; marks alone would need 3, 1.4.11).
public enum ChartTheme {
  /// A named colour on light and on dark ground.
  public struct Colour: Sendable, Hashable {
    /// The name of the CSS custom property, without its hyphens.
    public var name: String
    /// On light ground.
    public var light: String
    /// On dark ground.
    public var dark: String
  }

  /// The colours of tones, text, lines and ground.
  public static let colours: [Colour] = [
    .init(name: "ground", light: "#ffffff", dark: "#15171a"), .init(name: "ink", light: "#1c1d1f", dark: "#e8e6e1"),
    .init(name: "muted", light: "#5a5e64", dark: "#a8a9ad"), .init(name: "rule", light: "#d9dbde", dark: "#383b40"),
    .init(name: "us", light: "#0b62a3", dark: "#6db5ec"), .init(name: "prc", light: "#b5401a", dark: "#f08a5d"),
    .init(name: "ally", light: "#565e6a", dark: "#b4bbc6"), .init(name: "other", light: "#6f7680", dark: "#8f97a2"),
    .init(name: "first", light: "#0072b2", dark: "#5fb0e6"), .init(name: "second", light: "#c05000", dark: "#f0854a"),
    .init(name: "third", light: "#008265", dark: "#34c39b"), .init(name: "fourth", light: "#a06500", dark: "#e0a43a"),
    .init(name: "fifth", light: "#2279ab", dark: "#8fd0f5"), .init(name: "sixth", light: "#a85285", dark: "#dc8fbb"),
    .init(name: "seventh", light: "#7a6a00", dark: "#d8cf5a"),
    .init(name: "eighth", light: "#5b5b66", dark: "#a9a9b4"),
    .init(name: "ninth", light: "#8a5a44", dark: "#c79a82"),
  ]

  /// How many steps of shade a matrix has above its empty cells.
  static let shades = 5

  /// The rules for the classes of charts; colours are custom properties, so that a page may replace them.
  public static var css: String {
    func list(_ colour: (Colour) -> String) -> String {
      colours.map { "--chart-\($0.name):\(colour($0))" }.joined(separator: ";")
    }
    let light = ":root{\(list(\.light))}\n"
    let dark = "@media (prefers-color-scheme:dark){:root{\(list(\.dark))}}\n"
    let print = "@media print{:root{\(list(\.light))}}\n"
    let tones = Tone.allCases.map { ".chart .\($0.style){--tone:var(--chart-\($0.rawValue))}" }.joined(separator: "\n")
    return light + dark + print + tones + "\n" + shadeRules + rules
  }

  /// Shades mix the tone with the ground, so that they follow the theme; the two strongest carry light text.
  private static var shadeRules: String {
    (1...shades).map { step in
      let share = [8, 20, 36, 90, 100][step - 1]
      let mixed = "color-mix(in srgb,var(--tone) \(share)%,var(--chart-ground))"
      let ink = step >= 4 ? "ground" : "ink"
      return ".chart .shade-\(step){fill:\(mixed)}\n.chart .shade-\(step)+text{fill:var(--chart-\(ink))}\n"
    }.joined()
  }

  private static let rules = """
    .chart{display:block;max-width:100%;height:auto;overflow:visible;font:12px/1.2 system-ui,"Segoe UI",Helvetica,Arial,\
    "Noto Sans CJK SC","Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
    .chart text{fill:var(--chart-ink)}
    .chart .muted{fill:var(--chart-muted)}
    .chart .strong{font-weight:600}
    .chart .toned{fill:var(--tone);font-weight:600}
    .chart .grid{stroke:var(--chart-rule);stroke-width:1}
    .chart .base{stroke:var(--chart-muted);stroke-width:1}
    .chart .gap{fill:var(--chart-rule);opacity:.35}
    .chart .band{fill:var(--tone);opacity:.16}
    .chart .path{fill:none;stroke:var(--tone);stroke-width:2;stroke-linejoin:round}
    .chart .dashed{stroke-dasharray:6 3}
    .chart .whisker{stroke:var(--tone);stroke-width:1.5}
    .chart .fill{fill:var(--tone)}
    .chart .hollow{fill:var(--chart-ground);stroke:var(--tone);stroke-width:2}
    .chart .tick{stroke:var(--tone);stroke-width:1.5}
    .chart .segment{stroke:var(--chart-ground);stroke-width:1}
    .chart .empty{fill:none;stroke:var(--chart-rule)}
    .chart .event{stroke:var(--chart-muted);stroke-dasharray:2 3}
    .chart .change{stroke:var(--tone,var(--chart-ink));stroke-dasharray:5 3;stroke-width:1.5}
    .chart .target{fill:transparent}
    .chart .on{fill:var(--chart-ground)}
    .chart a{cursor:pointer}
    .chart a:hover :is(.fill,.segment,.shade),.chart a:focus-visible :is(.fill,.segment,.shade){stroke:var(--chart-ink);\
    stroke-width:2}
    .chart a:focus-visible{outline:2px solid var(--chart-ink);outline-offset:1px}

    """
}

/// The contrast of two colours.
public enum Contrast {
  /// The ratio of relative luminances, 1 to 21 (WCAG 2.2); nil where a colour is not `#rrggbb`.
  public static func ratio(_ first: String, _ second: String) -> Double? {
    guard let one = luminance(first), let two = luminance(second) else { return nil }
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private static func luminance(_ hex: String) -> Double? {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), let value = Int(hex.dropFirst(), radix: 16) else { return nil }
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { linear(Double($0) / 255) }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }

  /// The inverse of sRGB's transfer function. A power by 2.4 is the square times the fifth root of the square; Newton's
  /// steps find that root without a mathematical library.
  private static func linear(_ channel: Double) -> Double {
    guard channel > 0.04045 else { return channel / 12.92 }
    let base = (channel + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<60 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
    return square * root
  }
}
