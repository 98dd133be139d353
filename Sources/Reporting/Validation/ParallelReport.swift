public import DiscourseModel
public import Statistics

/// A sentence in both languages with what the analyzers make of each.
public struct ParallelItem: Sendable {
  /// The pair's id.
  public var id: String
  /// The sentence by language.
  public var text: [Language: String]
  /// The records by language.
  public var coded: [Language: [CodedSentence]]

  /// A pair with its codings.
  public init(id: String, text: [Language: String], coded: [Language: [CodedSentence]]) {
    self.id = id
    self.text = text
    self.coded = coded
  }
}

/// Whether codes mean the same in both languages: the same sentences, coded in English and in Chinese.
public struct ParallelReport: Sendable {
  /// A code in both languages.
  public struct Row: Sendable {
    /// The code.
    public var code: String
    /// Pairs in which both languages fire.
    public var both: Int
    /// Pairs in which only English fires.
    public var onlyEnglish: Int
    /// Pairs in which only Chinese fires.
    public var onlyChinese: Int
    /// Pairs in which neither fires.
    public var neither: Int
    /// Cohen's kappa of presence.
    public var kappa: Double?
    /// The share of pairs in which the labels are wholly the same.
    public var same: Double?
    /// Lin's concordance of how many labels each language has.
    public var concordance: Double?
    /// The interval of kappa, from resampling pairs.
    public var interval: Interval?
  }

  /// A pair in which only one language fires.
  public struct Difference: Sendable {
    /// The code.
    public var code: String
    /// The pair.
    public var item: ParallelItem
    /// The language that fires.
    public var fires: Language
    /// The entries and rules that fired.
    public var evidence: [String]
  }

  /// A row for each code.
  public let rows: [Row]
  /// The pairs in which only one language fires, by code.
  public let differences: [Difference]
  /// How many pairs were compared.
  public let count: Int

  /// Compares both languages over all pairs.
  public init(_ items: [ParallelItem], seed: UInt64 = 1) {
    count = items.count
    let bootstrap = Bootstrap(replicates: 1000, seed: seed)
    rows = Measure.allCases.map { Self.row($0, items, bootstrap) }
    differences = [Measure.decouplingPresent, .threatPresent, .blamePresent, .rationale, .recognition].flatMap {
      measure in
      items.compactMap { Self.difference(measure, $0) }
    }
  }

  private static func labels(_ measure: Measure, _ item: ParallelItem, _ language: Language) -> Set<String> {
    measure.labels(GoldCodes(pooling: item.coded[language] ?? []))
  }

  private static func row(_ measure: Measure, _ items: [ParallelItem], _ bootstrap: Bootstrap) -> Row {
    let english = items.map { labels(measure, $0, .en) }
    let chinese = items.map { labels(measure, $0, .zh) }
    let presence = Agreement(units: zip(english, chinese).map { [$0.isEmpty ? 0 : 1, $1.isEmpty ? 0 : 1] })
    func number(_ pattern: [Int?]) -> Int { presence.units.count { $0 == pattern } }
    return Row(
      code: measure.rawValue, both: number([1, 1]), onlyEnglish: number([1, 0]), onlyChinese: number([0, 1]),
      neither: number([0, 0]), kappa: presence.cohenKappa(),
      same: items.isEmpty ? nil : Double(zip(english, chinese).count { $0 == $1 }) / Double(items.count),
      concordance: Concordance.lin(english.map { Double($0.count) }, chinese.map { Double($0.count) }),
      interval: bootstrap.interval(units: items.count) { presence.sample($0).cohenKappa() })
  }

  private static func difference(_ measure: Measure, _ item: ParallelItem) -> Difference? {
    let english = labels(measure, item, .en)
    let chinese = labels(measure, item, .zh)
    guard english.isEmpty != chinese.isEmpty else { return nil }
    let language: Language = english.isEmpty ? .zh : .en
    let evidence = measure.evidence(in: item.coded[language] ?? []).map(\.origin)
    return Difference(code: measure.rawValue, item: item, fires: language, evidence: evidence)
  }

  /// The rows as a table.
  public var table: Table {
    func number(_ value: Double?) -> Cell { .optional(value, digits: 3) }
    return Table(
      columns: [
        "code", "both", "only en", "only zh", "neither", "kappa", "95 % interval", "same labels", "Lin's concordance",
      ],
      rows: rows.map { row in
        [
          .text(row.code), .integer(row.both), .integer(row.onlyEnglish), .integer(row.onlyChinese),
          .integer(row.neither), number(row.kappa), .interval(row.interval), number(row.same),
          number(row.concordance),
        ]
      })
  }

  /// The report for a terminal: the table, then the pairs in which only one language fires.
  public func text(showing limit: Int) -> String {
    var out = "\(count) sentences in both languages\n\n" + table.rendered(as: .table)
    for (code, found) in Dictionary(grouping: differences, by: \.code).sorted(by: { $0.key < $1.key }) {
      guard limit > 0 else { break }
      out += "\n\(code): only one language fires in \(found.count) pairs\n"
      for difference in found.prefix(limit) {
        out +=
          "  \(difference.item.id)  only \(difference.fires.rawValue): \(difference.evidence.joined(separator: "; "))\n"
        for language in Language.allCases {
          let text = (difference.item.text[language] ?? "").replacing("\n", with: " ")
          out += "    \(language.rawValue)  \(DisplayWidth.truncate(text, to: 400))\n"
        }
      }
      if found.count > limit { out += "  … and \(found.count - limit) more (--show all)\n" }
    }
    return out
  }

  /// The report as JSON.
  public var json: JSONText {
    .object([
      ("pairs", .integer(count)),
      (
        "codes",
        .list(
          rows.map { row in
            .object([
              ("code", .text(row.code)), ("both", .integer(row.both)), ("only_en", .integer(row.onlyEnglish)),
              ("only_zh", .integer(row.onlyChinese)), ("neither", .integer(row.neither)),
              ("kappa", .optional(row.kappa)), ("lower", .optional(row.interval?.lower)),
              ("upper", .optional(row.interval?.upper)), ("same_labels", .optional(row.same)),
              ("lins_concordance", .optional(row.concordance)),
            ])
          })
      ),
      (
        "differences",
        .list(
          differences.map { difference in
            .object([
              ("code", .text(difference.code)), ("id", .text(difference.item.id)),
              ("fires", .text(difference.fires.rawValue)), ("en", .text(difference.item.text[.en] ?? "")),
              ("zh", .text(difference.item.text[.zh] ?? "")),
              ("evidence", .list(difference.evidence.map { .text($0) })),
            ])
          })
      ),
    ])
  }
}
