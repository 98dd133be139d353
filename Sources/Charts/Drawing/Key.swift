/// A name with the tone that it is drawn in.
struct Key: Hashable {
  var name: String
  var tone: Tone

  private static let swatch = 10.0
  private static let lineHeight = 18.0

  /// Draws keys beside each other, in as many lines as the width asks for.
  ///
  /// - Returns: the height that they take.
  static func draw(_ keys: [Key], on canvas: inout Canvas, from left: Double = 0, width: Double) -> Double {
    var x = left
    var y = 0.0
    for key in keys {
      let name = TextMetrics.fitted(key.name, size: Canvas.fontSize, to: width - left - 2 * swatch)
      let need = swatch + 5 + TextMetrics.width(name, size: Canvas.fontSize) + 12
      if x > left, x + need - 12 > width { (x, y) = (left, y + lineHeight) }
      canvas.rectangle(x, y + 2, swatch, swatch, "fill \(key.tone.style)")
      canvas.text(name, x + swatch + 5, y + 11, "key")
      x += need
    }
    return keys.isEmpty ? 0 : y + lineHeight + 4
  }
}
