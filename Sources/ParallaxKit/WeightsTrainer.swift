public import DiscourseAnalysis
public import DiscourseModel
internal import Foundation
internal import Reporting
internal import Segmentation
public import Statistics

/// Learns weights from hand-coded sentences, and tells what they gain on sentences that they were not learned from.
public struct WeightsTrainer: Sendable {
  /// The penalty on weights: larger is smoother.
  public var penalty = 5.0
  /// The probability below which a code of the rules falls, and from which on one is added.
  public var thresholds = (keep: 0.15, add: 0.45)
  /// How often a feature must occur.
  public var fewest = 3
  /// How many parts the sentences are cut into for cross-validation, documents whole.
  public var folds = 10

  private let annotator: Annotator

  /// A trainer over lists and rules; weights that the library has are not used.
  public init(library: LexiconLibrary) { annotator = Annotator(library: library.withoutWeights) }

  /// A coded sentence as the trainer sees it.
  struct Item {
    var document: String
    var language: Language
    var features: [WeighedCode: Set<String>]
    /// The codes that some word of it could bear.
    var candidates: Set<WeighedCode>
    var isPositive: [WeighedCode: Bool]
  }

  /// What cross-validation found for a code.
  public struct Gain: Sendable {
    /// The code.
    public var code: WeighedCode
    /// The language.
    public var language: Language
    /// The rules alone.
    public var rules: Accuracy
    /// The rules with weights that were learned from other documents.
    public var weighed: Accuracy
  }

  /// Weights learned from samples, and what they gain.
  ///
  /// - Parameters:
  ///   - samples: hand-coded sentences.
  ///   - codes: the codes whose weights are learned.
  /// - Throws: what ``Annotator/annotate(_:)`` throws.
  public func train(_ samples: [CodedSample], codes: [WeighedCode] = WeighedCode.allCases) throws -> (
    weights: CodeWeights, gains: [Gain], count: Int
  ) {
    let items = try samples.flatMap { try $0.items.map(item) }
    var weights = CodeWeights()
    for code in codes { weights[code] = fit(items, code) }
    let gains = codes.flatMap { crossValidated(items, $0) }
    return (weights, gains, items.count)
  }

  private func item(_ item: CodedSample.Item) throws -> Item {
    let before = item.before.map { $0 + "\n" } ?? ""
    let text = try annotator.segmenter.segment(before + item.text, language: item.metadata.language ?? .en)
    var context = Context()
    var features: [WeighedCode: Set<String>] = [:]
    var candidates: Set<WeighedCode> = []
    for sentence in text.sentences {
      let reading = annotator.coder.read(sentence, of: text, side: item.metadata.side ?? .us, context: &context)
      guard sentence.range.upperBound > before.utf8.count else { continue }
      for code in WeighedCode.allCases {
        features[code, default: []].formUnion(annotator.coder.features(of: reading, for: code))
        if annotator.coder.hasCandidate(reading, for: code) { candidates.insert(code) }
      }
    }
    return Item(
      document: item.document, language: item.metadata.language ?? .en, features: features, candidates: candidates,
      isPositive: [.threat: !item.gold.threat.isEmpty, .blame: !item.gold.blame.isEmpty])
  }

  private func fit(_ items: [Item], _ code: WeighedCode) -> PresenceWeights {
    var counts: [String: Int] = [:]
    for item in items {
      for name in item.features[code] ?? [] { counts[name, default: 0] += 1 }
    }
    let names = counts.filter { $0.value >= fewest }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let examples = items.map { item in
      LogisticRegression.Example(
        features: (item.features[code] ?? []).compactMap { numbers[$0] }.sorted(),
        isPositive: item.isPositive[code] ?? false)
    }
    let model = LogisticRegression(examples, featureCount: names.count, penalty: penalty)
    let weights = zip(names, model.weights).map { ($0, Self.rounded($1)) }.filter { $0.1 != 0 }
    return PresenceWeights(
      intercept: Self.rounded(model.intercept), keep: Self.rounded(Self.logOdds(thresholds.keep)),
      add: Self.rounded(Self.logOdds(thresholds.add)), features: Dictionary(uniqueKeysWithValues: weights))
  }

  private static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private static func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

  /// Each document is judged by weights that were learned from others.
  private func crossValidated(_ items: [Item], _ code: WeighedCode) -> [Gain] {
    var fold: [String: Int] = [:]
    for item in items where fold[item.document] == nil { fold[item.document] = fold.count % folds }
    var gains = Language.allCases.map { Gain(code: code, language: $0, rules: Accuracy(), weighed: Accuracy()) }
    for part in 0..<folds {
      let weights = fit(items.filter { fold[$0.document] != part }, code)
      for item in items where fold[item.document] == part {
        guard let index = gains.firstIndex(where: { $0.language == item.language }) else { continue }
        let features = item.features[code] ?? []
        let isCoded = features.contains("rules")
        let odds = weights.logOdds(features)
        let isKept = isCoded ? odds >= weights.keep : odds >= weights.add && item.candidates.contains(code)
        let gold: Set<Bool> = item.isPositive[code] == true ? [true] : []
        gains[index].rules = gains[index].rules + Accuracy(coded: isCoded ? [true] : [], reference: gold)
        gains[index].weighed = gains[index].weighed + Accuracy(coded: isKept ? [true] : [], reference: gold)
      }
    }
    return gains.filter { $0.rules.truePositives + $0.rules.falseNegatives > 0 }
  }
}
