internal import Statistics

extension Figure {
  /// The figure with its counts.
  var json: JSONText {
    .object([
      ("figure", .text(key)), ("value", .optional(rate.value)), ("unit", .text(unit.rawValue)),
      ("numerator", .integer(Int(rate.numerator))), ("denominator", .integer(Int(rate.denominator))),
      ("lower", .optional(interval?.lower)), ("upper", .optional(interval?.upper)),
      ("level", .optional(interval?.level)),
      ("corrected", .optional(corrected.map { rate.scale * $0.value })),
      ("corrected_lower", .optional(corrected.map { rate.scale * $0.interval.lower })),
      ("corrected_upper", .optional(corrected.map { rate.scale * $0.interval.upper })),
      ("coded_by_hand", corrected.map { .integer($0.sampleSize) } ?? .null),
    ])
  }
}
