/// Weights that say how likely a sentence carries a code, over what rules and lexicons found in it: for what rules alone do
/// not settle.
///
/// The sum of the weights of a sentence's features is the log-odds of the code. A code of the rules stands where it is at
/// least ``keep``; where the rules gave none, a sentence with a word of the code is coded where it is at least ``add``.
public struct PresenceWeights: Sendable, Hashable {
  /// The log-odds of a sentence of which nothing is known.
  public var intercept: Double
  /// The log-odds below which a code of the rules falls.
  public var keep: Double
  /// The log-odds from which on a code is added.
  public var add: Double
  /// The weight of each feature.
  public var features: [String: Double]

  /// Weights with their thresholds.
  public init(intercept: Double, keep: Double, add: Double, features: [String: Double]) {
    (self.intercept, self.keep, self.add, self.features) = (intercept, keep, add, features)
  }

  /// The log-odds of a sentence with these features.
  public func logOdds(_ names: Set<String>) -> Double {
    // Sums in a fixed order are the same on every run.
    names.filter { features[$0] != nil }.sorted().reduce(intercept) { $0 + (features[$1] ?? 0) }
  }

  /// The features of a sentence that bear on the code, strongest first.
  public func reasons(_ names: Set<String>) -> [(name: String, weight: Double)] {
    names.compactMap { name in features[name].map { (name, $0) } }
      .sorted { (abs($1.weight), $0.name) < (abs($0.weight), $1.name) }
  }
}

extension PresenceWeights {
  /// The codes of a sentence after the weights had their say.
  ///
  /// - Parameters:
  ///   - codes: what the rules gave.
  ///   - candidates: words of the sentence that could bear the code where the rules gave none, likeliest first.
  ///   - makes: the code that a word bears; nil where it can bear none.
  func revised<Code>(
    _ codes: [Code], of reading: Reading, candidates: @autoclosure () -> [Tag], makes: (Tag) -> Code?
  ) -> [Code] {
    guard codes.isEmpty else {
      return logOdds(SentenceFeatures.names(of: reading, isCoded: true)) >= keep ? codes : []
    }
    let words = candidates()
    guard !words.isEmpty, logOdds(SentenceFeatures.names(of: reading, isCoded: false)) >= add else { return [] }
    for tag in words {
      if let code = makes(tag) { return [code] }
    }
    return []
  }
}

/// The weights in force; without any, the rules' codes stand as they are.
public struct CodeWeights: Sendable, Hashable {
  /// For threats.
  public var threat: PresenceWeights?
  /// For blame.
  public var blame: PresenceWeights?

  /// The weights of a code.
  public subscript(code: WeighedCode) -> PresenceWeights? {
    get { code == .threat ? threat : blame }
    set { if code == .threat { threat = newValue } else { blame = newValue } }
  }

  /// No weights, or some.
  public init(threat: PresenceWeights? = nil, blame: PresenceWeights? = nil) {
    (self.threat, self.blame) = (threat, blame)
  }
}

/// A code whose presence weights judge.
public enum WeighedCode: String, Sendable, Hashable, CaseIterable {
  case threat, blame
}
