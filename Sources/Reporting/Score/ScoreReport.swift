public import DiscourseModel
public import Statistics

/// What every output says of how it was made.
public struct Provenance: Sendable, Hashable {
  /// The program and its version.
  public var program: String
  /// ICU's version.
  public var icu: String
  /// The lexicons' hash.
  public var lexicons: String
  /// The options that change figures, as name and value.
  public var options: [String]

  /// A provenance.
  public init(program: String, icu: String, lexicons: String, options: [String]) {
    self.program = program
    self.icu = icu
    self.lexicons = lexicons
    self.options = options
  }
}

/// The scores of one or more statements of one side, with their strongest sentences.
public struct ScoreReport: Sendable {
  /// How it was made.
  public let provenance: Provenance
  /// The statements, in input order.
  public let statements: [StatementSummary]
  /// The groups: each side that speaks, with its figures.
  public let groups: [Group]
  /// The resampling behind the intervals.
  public let bootstrap: Bootstrap

  /// The figures of one side.
  public struct Group: Sendable {
    /// The side.
    public var side: Side
    /// Its statements.
    public var statements: [StatementCounts]
    /// Its figures.
    public var figures: [Figure]
    /// Its strongest sentences.
    public var highlights: [Highlight]
    /// Sentences by who threatens whom.
    public var threats: [(pair: ActorPair, count: Int)]
    /// Entries by who blames whom.
    public var blames: [(pair: ActorPair, count: Int)]
  }

  /// Makes the report from counts and highlights that were gathered statement by statement.
  ///
  /// - Parameters:
  ///   - gatherer: what was gathered.
  ///   - provenance: how it was made.
  ///   - bootstrap: the resampling behind the intervals.
  ///   - coded: hand-coded sentences of the corpus that correct rates for the analyzers' errors.
  public init(
    _ gatherer: ScoreGatherer, provenance: Provenance, bootstrap: Bootstrap = Bootstrap(), coded: [ValidationItem] = []
  ) {
    let correction = Correction(items: coded)
    self.provenance = provenance
    self.bootstrap = bootstrap
    statements = gatherer.statements
    groups = Side.allCases.compactMap { side in
      let counts = gatherer.statements.map(\.counts).filter { $0.side == side }
      guard !counts.isEmpty else { return nil }
      return Group(
        side: side, statements: counts,
        figures: correction.applied(to: Figures.compute(counts, bootstrap: bootstrap), side: side),
        highlights: gatherer.highlights[side] ?? [], threats: Self.sums(counts.map(\.threatPairs)),
        blames: Self.sums(counts.map(\.blamePairs)))
    }
  }

  private static func sums(_ parts: [[ActorPair: Int]]) -> [(pair: ActorPair, count: Int)] {
    var sums: [ActorPair: Int] = [:]
    for part in parts { sums.merge(part, uniquingKeysWith: +) }
    return sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}

/// Gathers what a score report needs, one statement at a time, so that memory stays bounded.
public struct ScoreGatherer: Sendable {
  private let limit: Int
  private let voices: Set<Voice>
  fileprivate var statements: [StatementSummary] = []
  fileprivate var highlights: [Side: [Highlight]] = [:]

  /// A gatherer that keeps so many of the strongest sentences of each construct.
  public init(strongest limit: Int = 3, voices: Set<Voice> = [.own]) {
    self.limit = limit
    self.voices = voices
  }

  /// Whether nothing was gathered.
  public var isEmpty: Bool { statements.isEmpty }

  /// Takes a statement.
  public mutating func add(_ metadata: Metadata, side: Side, sentences: [CodedSentence]) {
    let counts = StatementCounts(id: metadata.id, side: side, sentences: sentences, voices: voices)
    statements.append(StatementSummary(metadata: metadata, counts: counts))
    let new = sentences.filter { voices.contains($0.voice) }.flatMap(Highlight.of)
    highlights[side] = Highlight.strongest((highlights[side] ?? []) + new, limit: limit)
  }
}
