internal import DiscourseModel
public import Statistics

/// The accuracy of one measure over some items.
public struct ValidationRow: Sendable {
  /// The measure.
  public var measure: Measure
  /// `en`, `zh` or `all`.
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
  /// The rows: each measure in each language and in all.
  public let rows: [ValidationRow]
  /// Where they differ.
  public let disagreements: [Disagreement]
  /// How many items were compared.
  public let count: Int
  /// The resampling behind the intervals.
  public let bootstrap: Bootstrap

  /// Compares both codings of every item.
  public init(_ items: [ValidationItem], bootstrap: Bootstrap = Bootstrap(replicates: 1000)) {
    count = items.count
    self.bootstrap = bootstrap
    var rows: [ValidationRow] = []
    var disagreements: [Disagreement] = []
    for measure in Measure.allCases {
      let languages = Language.allCases.filter { language in items.contains { $0.language == language } }
      for language in languages {
        rows.append(Self.row(measure, items.filter { $0.language == language }, group: language.rawValue, bootstrap))
      }
      if languages.count > 1 { rows.append(Self.row(measure, items, group: "all", bootstrap)) }
      disagreements += items.compactMap { Self.disagreement(measure, $0) }
    }
    self.rows = rows
    self.disagreements = disagreements
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

  private static func disagreement(_ measure: Measure, _ item: ValidationItem) -> Disagreement? {
    let gold = measure.labels(item.gold)
    let coded = measure.labels(GoldCodes(pooling: item.coded))
    guard gold != coded else { return nil }
    return Disagreement(
      measure: measure, id: item.id, text: item.text, missed: gold.subtracting(coded).sorted(),
      falseAlarms: coded.subtracting(gold).sorted(),
      fired: measure.evidence(in: item.coded).map { "\($0.text) \($0.entry)" + ($0.rule.map { " \($0)" } ?? "") })
  }
}
