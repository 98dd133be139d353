/// Weights that say how likely a code is right, over what rules and lexicons found in its sentence: for what rules alone do
/// not settle.
///
/// The sum of the weights of the features is the log-odds of the code. A code of the rules stands where it is at
/// least ``keep``; one that the rules did not give is added where it is at least ``add``.
public struct LinearWeights: Sendable, Hashable {
  /// The log-odds of that of which nothing is known.
  public var intercept: Double
  /// The log-odds below which a code of the rules falls.
  public var keep: Double
  /// The log-odds from which on a code is added.
  public var add: Double
  /// The weight of each feature.
  public let features: [String: Double]
  /// The same by the numbers of the features.
  private let numbered: [UInt64: Double]

  /// Weights with their thresholds.
  public init(intercept: Double, keep: Double, add: Double, features: [String: Double]) {
    (self.intercept, self.keep, self.add, self.features) = (intercept, keep, add, features)
    numbered = Dictionary(features.map { (FeatureSet.number($0), $1) }) { first, _ in first }
  }

  /// The log-odds of what has these features.
  public func logOdds(_ names: Set<String>) -> Double { sum(names.map { FeatureSet.number($0) }) }

  /// The log-odds of what has these features.
  func logOdds(_ features: FeatureSet) -> Double { sum(Array(features.numbers)) }

  private func sum(_ numbers: [UInt64]) -> Double {
    // Sums in a fixed order are the same on every run.
    numbers.filter { numbered[$0] != nil }.sorted().reduce(intercept) { $0 + (numbered[$1] ?? 0) }
  }

  /// The features that bear on the code, strongest first.
  public func reasons(_ names: Set<String>) -> [(name: String, weight: Double)] {
    names.compactMap { name in features[name].map { (name, $0) } }
      .sorted { (abs($1.weight), $0.name) < (abs($0.weight), $1.name) }
  }

  /// Which of some labels are chosen, by their positions: the likeliest one, those of the rules that stand, and those that
  /// are added.
  ///
  /// - Parameters:
  ///   - odds: the log-odds of each label.
  ///   - isCoded: whether the rules gave the label.
  ///   - addsMore: whether labels may be added beside the likeliest.
  public func chosen(odds: [Double], isCoded: [Bool], addsMore: Bool) -> [Int] {
    let best = odds.max()
    return odds.indices.filter { index in
      odds[index] == best || (isCoded[index] ? odds[index] >= keep : addsMore && odds[index] >= add)
    }
  }
}

extension LinearWeights {
  /// The codes of a sentence after the weights had their say on whether it carries one at all.
  ///
  /// - Parameters:
  ///   - codes: what the rules gave.
  ///   - candidates: words of the sentence that could bear the code where the rules gave none, likeliest first.
  ///   - makes: the code that a word bears; nil where it can bear none.
  func revised<Code>(
    _ codes: [Code], of reading: Reading, candidates: @autoclosure () -> [Tag], makes: (Tag) -> Code?
  ) -> [Code] {
    guard codes.isEmpty else {
      return logOdds(SentenceFeatures.set(of: reading, isCoded: true)) >= keep ? codes : []
    }
    let words = candidates()
    guard !words.isEmpty, logOdds(SentenceFeatures.set(of: reading, isCoded: false)) >= add else { return [] }
    for tag in words {
      if let code = makes(tag) { return [code] }
    }
    return []
  }
}

/// The weights in force; without any, the rules' codes stand as they are.
public struct CodeWeights: Sendable, Hashable {
  private var weights: [WeighedCode: LinearWeights] = [:]

  /// The weights of a code.
  public subscript(code: WeighedCode) -> LinearWeights? {
    get { weights[code] }
    set { weights[code] = newValue }
  }

  /// Weights of some codes, or of none.
  public init(_ weights: [WeighedCode: LinearWeights] = [:]) { self.weights = weights }
}

/// What weights judge.
public enum WeighedCode: String, Sendable, Hashable, CaseIterable {
  /// Whether a sentence carries a threat.
  case threat
  /// Who poses the threat, with its polarity.
  case threatSource = "threat.from"
  /// In what fields the threat lies.
  case threatDomain = "threat.domain"
  /// Whether a sentence blames.
  case blame
}

/// Something that weights judge: that a sentence carries a code, or one of the labels that a code may have.
public struct Choice: Sendable, Hashable {
  /// The label: `present`, `US assert`, `military`.
  public var label: String
  /// Whether the rules gave it.
  public var isCoded: Bool
  /// Whether it may be added where the rules did not give it.
  public var canBeAdded: Bool
  /// The names of its features.
  public var features: Set<String>

  /// A choice with its parts.
  public init(label: String, isCoded: Bool, canBeAdded: Bool, features: Set<String>) {
    self.label = label
    self.isCoded = isCoded
    self.canBeAdded = canBeAdded
    self.features = features
  }
}
