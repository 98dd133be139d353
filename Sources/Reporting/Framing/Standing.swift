internal import DiscourseModel
internal import Statistics

/// Where a statement stands on a figure among other statements of its side.
struct Standing: Sendable {
  /// The statement's figure.
  var figure: Figure
  /// The figure over the other statements together.
  var reference: Figure
  /// The share of the others that score lower, in percent; those that score the same count half.
  var percentile: Double
  /// The percentile's interval, over the other statements.
  var interval: Interval?
  /// How many others have the figure.
  var statements: Int

  /// The figures by which statements are placed.
  private static let keys = TrendOptions.usualMeasures

  /// Places a statement among others; those of the other side are left out, and so is the statement itself.
  static func all(_ statement: StatementCounts, among others: [StatementCounts], bootstrap: Bootstrap) -> [Standing] {
    let own = others.filter { $0.side == statement.side && $0.sentences > 0 && $0.id != statement.id }
    return Figures.definitions.filter { keys.contains($0.key) }.compactMap { definition in
      func rate(_ counts: [StatementCounts]) -> Rate {
        Rate(
          numerator: Double(counts.reduce(0) { $0 + definition.numerator.value(in: $1) }),
          denominator: Double(counts.reduce(0) { $0 + definition.denominator.value(in: $1) }), scale: definition.scale)
      }
      guard let value = rate([statement]).value, own.count > 1 else { return nil }
      let places = own.map { other -> Double in
        let rate = rate([other]).value ?? 0
        return rate < value ? 100 : rate == value ? 50 : 0
      }
      let interval = bootstrap.interval(units: places.count) { sample in
        sample.reduce(0) { $0 + places[$1] } / Double(places.count)
      }
      return Standing(
        figure: Figure(key: definition.key, rate: rate([statement]), unit: definition.unit),
        reference: Figure(key: definition.key, rate: rate(own), unit: definition.unit),
        percentile: places.reduce(0, +) / Double(places.count), interval: interval, statements: own.count)
    }
  }
}
