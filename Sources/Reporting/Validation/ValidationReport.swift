internal import DiscourseModel
public import Statistics

/// What a validation's items are told apart by.
public enum ValidationGrouping: String, Sendable, Hashable, CaseIterable {
  /// The sentence's language: `en`, `zh`.
  case language
  /// The document's side: `US`, `PRC`.
  case side
  /// The kind of document.
  case genre

  /// The group of an item; nil where it is not known.
  func group(of item: ValidationItem) -> String? {
    switch self {
    case .language: item.language.rawValue
    case .side: item.side.rawValue
    case .genre: item.genre
    }
  }
}

/// The accuracy of one measure over some items.
public struct ValidationRow: Sendable {
  /// The measure.
  public var measure: Measure
  /// The group, such as `en` or `PRC`, or `all`.
  public var group: String
  /// The counts.
  public var accuracy: Accuracy
  /// The interval of F1, over documents.
  public var interval: Interval?
}

/// An item on which the analyzers and the coder differ.
public struct Disagreement: Sendable {
  /// The measure.
  public var measure: Measure
  /// The item's id.
  public var id: String
  /// The sentence.
  public var text: String
  /// Labels that the coder gave and the analyzers missed.
  public var missed: [String]
  /// Labels that the analyzers gave and the coder did not.
  public var falseAlarms: [String]
  /// The entries and rules that fired.
  public var fired: [String]
}

/// How well the analyzers agree with a coded sample.
public struct ValidationReport: Sendable {
  /// The rows: each measure in each group and in all.
  public let rows: [ValidationRow]
  /// Which labels are taken for which, for the measures that have several.
  public let confusions: [ConfusionTable]
  /// Where they differ.
  public let disagreements: [Disagreement]
  /// What the rows tell apart.
  public let groupings: [ValidationGrouping]
  /// The sentences with both codings, in input order.
  public let items: [ValidationItem]
  /// The resampling behind the intervals.
  public let bootstrap: Bootstrap

  /// How many items were compared.
  public var count: Int { items.count }

  /// Compares both codings of every item.
  ///
  /// - Parameters:
  ///   - items: the sentences with both codings.
  ///   - groupings: what the rows tell apart; each makes groups of its own.
  ///   - bootstrap: the resampling of documents behind the intervals.
  public init(
    _ items: [ValidationItem], by groupings: [ValidationGrouping] = [.language],
    bootstrap: Bootstrap = Bootstrap(replicates: 1000)
  ) {
    self.items = items
    self.groupings = groupings
    self.bootstrap = bootstrap
    let groups = groupings.flatMap { grouping in
      Set(items.compactMap(grouping.group)).sorted().map { name in
        (name: name, items: items.filter { grouping.group(of: $0) == name })
      }
    }
    rows = Measure.allCases.flatMap { measure in
      groups.map { Self.row(measure, $0.items, group: $0.name, bootstrap) }
        + (groups.count == 1 ? [] : [Self.row(measure, items, group: "all", bootstrap)])
    }
    confusions = Measure.allCases.filter(\.hasLabels).map { ConfusionTable($0, items) }
    disagreements = Measure.allCases.flatMap { measure in items.compactMap { Self.disagreement(measure, $0) } }
  }

  private static func row(
    _ measure: Measure, _ items: [ValidationItem], group: String, _ bootstrap: Bootstrap
  ) -> ValidationRow {
    var order: [String] = []
    var byDocument: [String: Accuracy] = [:]
    for item in items {
      if byDocument[item.document] == nil { order.append(item.document) }
      byDocument[item.document] = (byDocument[item.document] ?? Accuracy()) + measure.accuracy(of: item)
    }
    let units = order.compactMap { byDocument[$0] }
    let interval = bootstrap.interval(units: units.count) { sample in
      sample.reduce(Accuracy()) { $0 + units[$1] }.f1
    }
    return ValidationRow(
      measure: measure, group: group, accuracy: units.reduce(Accuracy(), +), interval: interval)
  }

  /// How the two codings of an item differ; nil where they do not.
  static func disagreement(_ measure: Measure, _ item: ValidationItem) -> Disagreement? {
    let gold = measure.labels(item.gold)
    let coded = measure.labels(GoldCodes(pooling: item.coded))
    guard gold != coded else { return nil }
    return Disagreement(
      measure: measure, id: item.id, text: item.text, missed: gold.subtracting(coded).sorted(),
      falseAlarms: coded.subtracting(gold).sorted(),
      fired: measure.evidence(in: item.coded).map(\.origin))
  }
}

extension Evidence {
  /// The words with the entry and the rule that found them.
  var origin: String { "\(text) \(entry)" + (rule.map { " \($0)" } ?? "") }
}
