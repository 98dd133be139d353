internal import DiscourseModel
internal import Statistics

extension PairedSeries {
  /// Each measure of two groups against the other's; empty unless there are two.
  static func all(_ series: [TrendSeries], lags: Int, taking change: SeriesChange) -> [PairedSeries] {
    var names: [String] = []
    for item in series where !names.contains(item.group) { names.append(item.group) }
    guard names.count == 2 else { return [] }
    return series.filter { $0.group == names[0] }.compactMap { left in
      guard let right = series.first(where: { $0.group == names[1] && $0.key == left.key }) else { return nil }
      let run = CommonRun(left.points.map(\.rate.value), right.points.map(\.rate.value))
      return PairedSeries(
        left: names[0], right: names[1], key: left.key, periods: run.first.count,
        correlation: SeriesCorrelation(
          change.applied(to: run.first), change.applied(to: run.second), maximumLag: lags))
    }
  }
}

/// The longest stretch of periods without a gap in which two series have values.
struct CommonRun {
  let first: [Double]
  let second: [Double]

  init(_ first: [Double?], _ second: [Double?]) {
    var best: [(Double, Double)] = []
    var run: [(Double, Double)] = []
    for (left, right) in zip(first, second) {
      if let left, let right { run.append((left, right)) } else { run = [] }
      if run.count > best.count { best = run }
    }
    (self.first, self.second) = (best.map(\.0), best.map(\.1))
  }
}

extension SeriesChange {
  /// The series without its trend.
  func applied(to values: [Double]) -> [Double] {
    switch self {
    case .difference: SeriesCorrelation.differences(values)
    case .detrend: SeriesCorrelation.detrended(values)
    }
  }
}
