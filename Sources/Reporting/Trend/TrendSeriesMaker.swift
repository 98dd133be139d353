internal import DiscourseModel
internal import Statistics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Makes the series of a measure of a group.
struct TrendSeriesMaker {
  private let group: TrendTimeline.Group
  private let definition: FigureDefinition
  private let timeline: TrendTimeline
  private let documents: [DatedCount]
  /// Sums over each period of the report.
  private let counts: [Double]
  private let exposures: [Double]
  /// The places of periods with documents.
  private let known: [Int]

  init(_ group: TrendTimeline.Group, _ definition: FigureDefinition, _ timeline: TrendTimeline) {
    (self.group, self.definition, self.timeline) = (group, definition, timeline)
    documents = timeline.documents(definition, group)
    var counts = [Double](repeating: 0, count: timeline.periods.count)
    var exposures = counts
    for document in documents {
      counts[document.period] += document.count
      exposures[document.period] += document.exposure
    }
    (self.counts, self.exposures) = (counts, exposures)
    known = exposures.indices.filter { exposures[$0] > 0 }
  }

  var series: TrendSeries {
    let dispersion = dispersion
    return TrendSeries(
      group: group.name, key: definition.key, unit: definition.unit, points: points(dispersion),
      dispersion: dispersion, changes: changes(dispersion), path: path(dispersion), bursts: bursts(dispersion),
      trend: trend,
      growth: growth)
  }

  /// φ of documents about the rate of their period.
  private var dispersion: Double {
    Overdispersion.ofSum(
      counts: documents.map(\.count),
      means: documents.map { $0.exposure * counts[$0.period] / exposures[$0.period] }, coefficients: known.count)
  }

  // MARK: - Points

  private func points(_ dispersion: Double) -> [TrendPoint] {
    var members = [[DatedCount]](repeating: [], count: timeline.periods.count)
    for document in documents { members[document.period].append(document) }
    var statements = [Int](repeating: 0, count: timeline.periods.count)
    for place in group.places { statements[place] += 1 }
    return timeline.periods.enumerated().map { place, period in
      point(period, statements[place], members[place], dispersion)
    }
  }

  private func point(
    _ period: Period, _ statements: Int, _ members: [DatedCount], _ dispersion: Double
  ) -> TrendPoint {
    let rate = Rate(
      numerator: members.reduce(0) { $0 + $1.count }, denominator: members.reduce(0) { $0 + $1.exposure },
      scale: definition.scale)
    var point = TrendPoint(period: period, statements: statements, rate: rate)
    guard rate.denominator > 0 else { return point }
    // Below ten documents a resample tells little, of zero counts nothing, and of many no more than their variance does.
    if (10...40).contains(members.count), rate.numerator > 0 {
      let table = CountTable(
        documents: members.count, columns: [members.map(\.count), members.map(\.exposure)])
      let group = ResampledGroup(strata: [table], resampling: timeline.options.resampling)
      point.interval = group.interval(CountRatio(numerator: 0, denominator: 1, scale: definition.scale))
      point.method = .resampled
    } else {
      point.interval = widened(rate, by: own(members, rate) ?? pooled(dispersion))
      point.method = .exact
    }
    return point
  }

  private func widened(_ rate: Rate, by dispersion: Double) -> Interval {
    var interval = Poisson.rateInterval(
      count: rate.numerator, exposure: rate.denominator, dispersion: dispersion, scale: definition.scale)
    if let highest = definition.unit.highest { interval.upper = min(highest, interval.upper) }
    return interval
  }

  /// φ of a period with many documents.
  private func own(_ members: [DatedCount], _ rate: Rate) -> Double? {
    guard members.count > 40, rate.numerator > 0 else { return nil }
    let means = members.map { $0.exposure * rate.numerator / rate.denominator }
    return Overdispersion.ofSum(counts: members.map(\.count), means: means, coefficients: 1)
  }

  /// φ of all periods; not below 1 where there are too few documents to tell.
  private func pooled(_ dispersion: Double) -> Double {
    documents.count - known.count >= 10 ? max(dispersion, 0.05) : max(1, dispersion)
  }

  // MARK: - Changes

  private var knownSeries: PoissonSeries {
    PoissonSeries(counts: known.map { counts[$0] }, exposures: known.map { exposures[$0] })
  }

  private func changes(_ dispersion: Double) -> [RateChange] {
    guard known.count >= 4 else { return [] }
    let series = knownSeries
    let found = ChangePointSearch(series).segmentation(
      penalty: ChangePointSearch.penalty(periods: known.count, dispersion: dispersion))
    let ends = [0] + found.changePoints + [known.count]
    return found.changePoints.indices.compactMap { index in
      change(before: ends[index]..<ends[index + 1], after: ends[index + 1]..<ends[index + 2], series)
    }
  }

  /// A change tested between the changes beside it.
  private func change(before: Range<Int>, after: Range<Int>, _ series: PoissonSeries) -> RateChange? {
    let (first, last) = (known[before.lowerBound], known[after.upperBound - 1])
    let own = documents.filter { (first...last).contains($0.period) }.map {
      DatedCount(period: $0.period - first, count: $0.count, exposure: $0.exposure)
    }
    let options = timeline.options.resampling
    let test = ChangePointTest(
      own, periods: last - first + 1, replicates: options.permutations, seed: options.bootstrap.seed)
    guard let result = test.result() else { return nil }
    func rate(_ stretch: Range<Int>) -> Rate {
      Rate(numerator: series.count(in: stretch), denominator: series.exposure(in: stretch), scale: definition.scale)
    }
    return RateChange(
      period: timeline.periods[known[after.lowerBound]], before: rate(before), after: rate(after),
      interval: result.interval.map { range in
        timeline.periods[first + range.lowerBound]...timeline.periods[first + range.upperBound]
      }, p: result.p, isExact: result.isExact, adjustedP: nil,
      genreShift: genreShift(first..<known[after.lowerBound], known[after.lowerBound]..<last + 1))
  }

  /// How far the mixes of genres of two stretches are apart.
  private func genreShift(_ before: Range<Int>, _ after: Range<Int>) -> Double? {
    let tallies = [before, after].map { stretch in
      ComparedGroup.tally(
        zip(group.statements, group.places).filter { stretch.contains($1) }.map(\.0)
      ) { $0.metadata.genre }
    }
    return ComparedGroup.distance(tallies[0], tallies[1])
  }

  private func path(_ dispersion: Double) -> [PenaltyStep] {
    guard known.count >= 4 else { return [] }
    let series = knownSeries
    let usual = ChangePointSearch.penalty(periods: known.count, dispersion: dispersion)
    let all = series.cost(0..<known.count)
    return ChangePointSearch(series).path(penalties: usual / 4...max(usual, all + 1)).prefix(8).map { step in
      PenaltyStep(
        changes: step.changePoints.map { timeline.periods[known[$0]] }, penalty: step.penalty, cost: step.cost)
    }
  }

  // MARK: - Bursts and trends

  private func bursts(_ dispersion: Double) -> [PeriodBurst] {
    // An index and a mean are no shares of relevant items.
    guard definition.unit != .index, definition.unit != .meanIntensity, definition.unit != .perHundredSentences else {
      return []
    }
    let found = Bursts.find(
      relevant: known.map { Int(counts[$0]) }, all: known.map { Int(exposures[$0]) }, dispersion: max(1, dispersion))
    return found.map { burst in
      PeriodBurst(
        periods: timeline.periods[
          known[burst.batches.lowerBound]]...timeline.periods[
            known[burst.batches.upperBound]], weight: burst.weight)
    }
  }

  var trend: MonotoneTrend? {
    MannKendall(
      times: known.map { timeline.periods[$0].years },
      values: known.map { definition.scale * counts[$0] / exposures[$0] }
    ).map { test in
      MonotoneTrend(tau: test.tau, p: test.p, adjustedP: nil, slope: test.slope, interval: test.interval)
    }
  }

  var growth: RateGrowth? {
    guard known.count >= 3, let middle = known.first.map({ timeline.periods[$0].years }) else { return nil }
    let units = gatheredDocuments
    guard
      let fit = QuasiPoisson(
        counts: units.map(\.count), exposures: units.map(\.exposure),
        predictors: units.map { [timeline.periods[$0.period].years - middle] })
    else { return nil }
    let interval = fit.interval(1)
    return RateGrowth(
      factor: exp(fit.coefficients[1]),
      interval: Interval(lower: exp(interval.lower), upper: exp(interval.upper), level: interval.level), p: fit.p(1),
      adjustedP: nil)
  }

  /// The documents; of very many, those of a period gathered into a few units, which vary as much.
  private var gatheredDocuments: [DatedCount] {
    guard documents.count > 4000 else { return documents }
    let units = max(2, 4000 / known.count)
    var sums: [Int: [DatedCount]] = [:]
    var seen: [Int: Int] = [:]
    for document in documents {
      let place = seen[document.period, default: 0] % units
      seen[document.period, default: 0] += 1
      if sums[document.period, default: []].count <= place {
        sums[document.period, default: []].append(document)
      } else {
        sums[document.period]?[place].count += document.count
        sums[document.period]?[place].exposure += document.exposure
      }
    }
    return sums.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}

extension FigureUnit {
  /// The largest value that a figure can have; nil where it has none.
  var highest: Double? {
    switch self {
    case .percentOfSentences, .index, .percentOfDecoupling, .percentOfBlame, .percentOfRationales: 100
    case .meanIntensity: 3
    case .perThousandWords, .perHundredSentences: nil
    }
  }
}
