public import DiscourseAnalysis
public import DiscourseModel
internal import Foundation
internal import Reporting
internal import Segmentation
public import Statistics

/// Learns weights from hand-coded sentences, and tells what they gain on sentences that they were not learned from.
public struct WeightsTrainer: Sendable {
  /// The penalty on weights: larger is smoother. Weights of labels, of which every sentence gives several, have a third of it.
  public var penalty = 3.0
  /// The probability below which a code of the rules falls, and from which on one is added.
  public var thresholds = (keep: 0.2, add: 0.4)
  /// The same for the labels of a code that stands: who poses a threat, in what fields it lies.
  public var labelThresholds = (keep: 0.5, add: 0.5)
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
    /// What there is to judge.
    var choices: [WeighedCode: [Choice]]
    /// The labels that the coder gave.
    var gold: [WeighedCode: Set<String>]
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
    var context = annotator.coder.context(for: item.metadata)
    var choices: [WeighedCode: [Choice]] = [:]
    for sentence in text.sentences {
      let reading = annotator.coder.read(sentence, of: text, side: item.metadata.side ?? .us, context: &context)
      guard sentence.range.upperBound > before.utf8.count else { continue }
      for code in WeighedCode.allCases {
        for choice in annotator.coder.choices(in: reading, for: code) { choices[code, default: []].merge(choice) }
      }
    }
    let threats = item.gold.threat
    return Item(
      document: item.document, language: item.metadata.language ?? .en, choices: choices,
      gold: [
        .threat: threats.isEmpty ? [] : ["present"], .blame: item.gold.blame.isEmpty ? [] : ["present"],
        .threatSource: Set(threats.map { "\($0.from.rawValue) \($0.polarity.rawValue)" }),
        .threatDomain: Set(threats.flatMap { $0.domain.map(\.rawValue) }),
      ])
  }

  /// What is learned from an item: whether it carries the code; who and where only of those that carry a threat.
  private func examples(_ item: Item, _ code: WeighedCode) -> [Choice] {
    code.isPresence || !(item.gold[code] ?? []).isEmpty ? item.choices[code] ?? [] : []
  }

  private func fit(_ items: [Item], _ code: WeighedCode) -> LinearWeights {
    var counts: [String: Int] = [:]
    for item in items {
      for choice in examples(item, code) {
        for name in choice.features { counts[name, default: 0] += 1 }
      }
    }
    let names = counts.filter { $0.value >= fewest }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    let examples = items.flatMap { item in
      self.examples(item, code).map { choice in
        LogisticRegression.Example(
          features: choice.features.compactMap { numbers[$0] }.sorted(),
          isPositive: item.gold[code]?.contains(choice.label) ?? false)
      }
    }
    let smoothing = code.isPresence ? penalty : penalty / 3
    let model = LogisticRegression(examples, featureCount: names.count, penalty: smoothing)
    let weights = zip(names, model.weights).map { ($0, Self.rounded($1)) }.filter { $0.1 != 0 }
    let thresholds = code.isPresence ? thresholds : labelThresholds
    return LinearWeights(
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
        let choices = examples(item, code)
        guard !choices.isEmpty, let index = gains.firstIndex(where: { $0.language == item.language }) else { continue }
        let gold = item.gold[code] ?? []
        let rules = Set(choices.filter(\.isCoded).map(\.label))
        let weighed = Set(weights.judged(choices, of: code).map { choices[$0].label })
        gains[index].rules = gains[index].rules + Accuracy(coded: rules, reference: gold)
        gains[index].weighed = gains[index].weighed + Accuracy(coded: weighed, reference: gold)
      }
    }
    return gains.filter { $0.rules.truePositives + $0.rules.falseNegatives > 0 }
  }
}

extension WeighedCode {
  /// Whether it is judged if the sentence carries the code at all, not which of its labels.
  fileprivate var isPresence: Bool { self == .threat || self == .blame }
}

extension LinearWeights {
  /// The positions of the choices that are taken.
  fileprivate func judged(_ choices: [Choice], of code: WeighedCode) -> [Int] {
    let odds = choices.map { logOdds($0.features) }
    guard code.isPresence else {
      return chosen(odds: odds, isCoded: choices.map(\.isCoded), addsMore: code == .threatDomain)
    }
    return choices.indices.filter { index in
      choices[index].isCoded ? odds[index] >= keep : odds[index] >= add && choices[index].canBeAdded
    }
  }
}

extension [Choice] {
  /// Adds a choice, or what speaks for it to one of the same label.
  fileprivate mutating func merge(_ choice: Choice) {
    guard let index = firstIndex(where: { $0.label == choice.label }) else { return append(choice) }
    self[index].isCoded = self[index].isCoded || choice.isCoded
    self[index].canBeAdded = self[index].canBeAdded || choice.canBeAdded
    self[index].features.formUnion(choice.features)
  }
}
