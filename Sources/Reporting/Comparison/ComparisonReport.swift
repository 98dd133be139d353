public import DiscourseModel
public import Statistics

/// Groups of statements against each other: every measure with its difference, interval and test.
///
/// It is a function of the statements' metadata and counts alone; what takes texts or single entries (near duplicates, the
/// effect of an entry) is known where ``StatementTraits`` are given.
public struct ComparisonReport: Sendable {
  /// How it was made.
  public let provenance: Provenance
  /// What was asked.
  public let options: ComparisonOptions
  /// The groups, in the order of their names; sides first the United States.
  public let groups: [ComparedGroup]
  /// The groups against each other: two against each other; more, each against all others or against the reference.
  public let contrasts: [GroupDifferences]
  /// The two sides as they speak of each other; empty unless both speak.
  public let dyads: [Dyad]
  /// Near duplicates that were found.
  public let duplicates: [NearDuplicate]
  /// What a reader has to know before he believes the differences.
  public let cautions: [Caution]
}

/// What a comparison is to be.
public struct ComparisonOptions: Sendable, Hashable {
  /// The field by which statements are grouped.
  public var by: MetadataKey
  /// The field within whose values groups are compared; nil compares them as they are.
  public var strata: MetadataKey?
  /// The group with which all others are compared; nil compares each with all others.
  public var reference: String?
  /// Whether near duplicates are counted each.
  public var keepsDuplicates: Bool
  /// The resampling behind intervals and tests.
  public var resampling: Resampling

  /// The usual comparison, of the sides.
  public init(
    by: MetadataKey = .side, strata: MetadataKey? = nil, reference: String? = nil, keepsDuplicates: Bool = false,
    resampling: Resampling = Resampling()
  ) {
    (self.by, self.strata, self.reference) = (by, strata, reference)
    (self.keepsDuplicates, self.resampling) = (keepsDuplicates, resampling)
  }
}

/// A group of statements with its figures.
public struct ComparedGroup: Sendable, Hashable {
  /// The value that its statements share.
  public var name: String
  /// How many statements it has.
  public var statements: Int
  /// Their sentences that count.
  public var sentences: Int
  /// The words of these.
  public var words: Int
  /// The first and the last date, as far as dates are known.
  public var dates: ClosedRange<StatementDate>?
  /// Its statements by side, language and genre; `–` where it is not given.
  public var sides: [Tally]
  public var languages: [Tally]
  public var genres: [Tally]
  /// Its figures.
  public var figures: [Figure]
  /// Who threatens whom, per 100 sentences.
  public var threats: [MatrixCell]
  /// Who blames whom, per 100 sentences.
  public var blames: [MatrixCell]
  /// How its codes spread over categories.
  public var profiles: [Profile]
  /// Whether statements were gathered into random groups before they were resampled, as there are many.
  public var isGathered: Bool
}

/// How many statements have a value.
public struct Tally: Sendable, Hashable {
  /// The value.
  public var value: String
  /// How many statements have it.
  public var statements: Int
}

/// A cell of a matrix of actors.
public struct MatrixCell: Sendable, Hashable {
  /// From whom to whom.
  public var pair: ActorPair
  /// Its rate for each 100 sentences.
  public var rate: Rate
  /// The rate's interval.
  public var interval: Interval?
}

/// How a group's codes of a kind spread over categories.
public struct Profile: Sendable, Hashable {
  /// What is spread.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Stances towards decoupling.
    case stance
    /// What decoupling would cut apart.
    case decouplingDomain = "decoupling_domain"
    /// The fields of threats.
    case threatDomain = "threat_domain"
    /// The grounds given.
    case rationale
  }

  /// What is spread.
  public var kind: Kind
  /// The categories with their counts; a sentence with two counts in both.
  public var counts: [(category: String, count: Int)]

  /// Equal where all counts are.
  public static func == (left: Profile, right: Profile) -> Bool {
    left.kind == right.kind && left.counts.map(\.count) == right.counts.map(\.count)
  }

  /// Hashes the counts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(counts.map(\.count))
  }

  /// The share of a category, from 0 to 1; nil where nothing is counted.
  public func share(_ category: String) -> Double? {
    let all = counts.reduce(0) { $0 + $1.count }
    return all > 0 ? counts.first { $0.category == category }.map { Double($0.count) / Double(all) } : nil
  }
}

/// Two groups against each other.
public struct GroupDifferences: Sendable, Hashable {
  /// The first group's name.
  public var left: String
  /// The second group's name; nil where it is all other groups together.
  public var right: String?
  /// The measures.
  public var differences: [FigureDifference]
  /// The profiles.
  public var distances: [ProfileDistance]
  /// The values of the strata field within which they were compared; empty without strata.
  public var strata: [String]
}

/// A measure in two groups.
public struct FigureDifference: Sendable, Hashable {
  /// The measure's key.
  public var key: String
  /// Its unit.
  public var unit: FigureUnit
  /// Values, difference and quotient with their intervals, and the p over statements.
  public var outcome: GroupContrast.Outcome
  /// The p corrected for all tests of the report (Benjamini & Hochberg).
  public var adjustedP: Double?
  /// The statement without which the difference changes most.
  public var document: Influence?
  /// The lexicon entry without which the difference changes most; nil where entries are not known.
  public var entry: Influence?
}

/// What a difference would be without a statement or an entry.
public struct Influence: Sendable, Hashable {
  /// The statement's id, or the entry.
  public var name: String
  /// The difference without it.
  public var difference: Double
  /// Whether the difference would point the other way, or lose more than half of its size.
  public var isDecisive: Bool
}

/// How far two groups' profiles are apart.
public struct ProfileDistance: Sendable, Hashable {
  /// What is spread.
  public var kind: Profile.Kind
  /// The Jensen–Shannon distance, from 0 to 1.
  public var distance: Double
  /// Its interval.
  public var interval: Interval?
  /// The mean distance if statements belonged to the groups at random: small profiles differ by chance alone.
  public var byChance: Double?
  /// The total variation, from 0 to 1.
  public var totalVariation: Double
  /// The p of no distance, over statements.
  public var p: Double?
  /// The p corrected for all tests of the report.
  public var adjustedP: Double?
}

/// How the two sides speak of each other.
public struct Dyad: Sendable, Hashable {
  /// What one says of the other.
  public enum Construct: String, Sendable, Hashable, CaseIterable {
    /// The other threatens.
    case threat
    /// The other is to blame.
    case blame
  }

  /// What one says of the other.
  public var construct: Construct
  /// What the United States say of China, per 100 sentences.
  public var us: Rate
  /// What China says of the United States, per 100 sentences.
  public var prc: Rate
  /// (US − PRC) / (US + PRC), from −1 to 1.
  public var asymmetry: Double
  /// Its interval.
  public var asymmetryInterval: Interval?
  /// The smaller rate over the mean of both, from 0 (one side alone) to 1 (as much from both).
  public var reciprocity: Double
  /// Its interval.
  public var reciprocityInterval: Interval?
  /// The p of no asymmetry, over statements.
  public var p: Double?
  /// The p corrected for all tests of the report.
  public var adjustedP: Double?
  /// The p of the counts alone, by the conditional binomial test; too small where sentences come in clumps.
  public var binomialP: Double
}

/// A statement that repeats another one.
public struct NearDuplicate: Sendable, Hashable {
  /// The statement.
  public var id: String
  /// The earlier statement of the same group and side that it repeats.
  public var original: String
  /// The estimated share of their passages that both have.
  public var resemblance: Double
  /// Whether it was left out.
  public var isDropped: Bool
}

/// What a reader has to know before he believes the differences.
public enum Caution: Sendable, Hashable {
  /// So many statements lack the field by which they are grouped, and were left out.
  case ungrouped(field: String, statements: Int)
  /// The groups hold genres in different parts: the total variation of their mix.
  case genreMix(left: String, right: String, distance: Double)
  /// The groups speak different languages: words do not compare.
  case languages(left: String, right: String)
  /// So many statements are of values of the strata field that only one group has, and were left out of its differences.
  case strataLeftOut(left: String, right: String, statements: Int)
  /// A group with too few statements for an interval or a test to be trusted.
  case fewStatements(group: String, statements: Int)
  /// Texts are not at hand, so that near duplicates and the effects of entries are not known.
  case traitsUnknown
}
