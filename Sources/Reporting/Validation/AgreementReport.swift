internal import DiscourseModel
public import Statistics

/// The codes that one coder gave sentences, by the sentences' ids.
public struct CoderSheet: Sendable {
  /// The coder's name.
  public var name: String
  /// The coder's codes.
  public var codes: [String: GoldCodes]

  /// A coder's codes.
  public init(name: String, codes: [String: GoldCodes]) {
    self.name = name
    self.codes = codes
  }
}

/// How far coders agree, code by code.
public struct AgreementReport: Sendable {
  /// A code with its figures.
  public struct Row: Sendable {
    /// The code.
    public var code: String
    /// How its values are compared.
    public var metric: Agreement.Metric
    /// How many sentences at least two coders coded.
    public var units: Int
    /// The share of pairs of coders that agree.
    public var observed: Double?
    /// Cohen's kappa of two coders, Fleiss' of more.
    public var kappa: Double?
    /// Gwet's AC1.
    public var ac1: Double?
    /// Krippendorff's alpha.
    public var alpha: Double?
    /// The interval of alpha, from resampling sentences.
    public var interval: Interval?
  }

  /// The coders' names.
  public let coders: [String]
  /// A row for each code.
  public let rows: [Row]

  /// Compares coders on the sentences that at least two of them coded.
  public init(_ sheets: [CoderSheet], bootstrap: Bootstrap = Bootstrap(replicates: 1000)) {
    coders = sheets.map(\.name)
    let ids = Set(sheets.flatMap(\.codes.keys)).sorted().filter { id in sheets.count { $0.codes[id] != nil } >= 2 }
    var rows = Measure.allCases.map { measure in
      // A set of labels is one value: two coders agree where they gave the same ones.
      var numbers: [Set<String>: Int] = [:]
      let units = ids.map { id in
        sheets.map { sheet -> Int? in
          guard let codes = sheet.codes[id] else { return nil }
          let labels = measure.labels(codes)
          let number = numbers[labels] ?? numbers.count
          numbers[labels] = number
          return number
        }
      }
      return Self.row(measure.rawValue, .nominal, Agreement(units: units), bootstrap)
    }
    let intensities = ids.map { id in sheets.map { $0.codes[id].map { $0.threat.map(\.intensity).max() ?? 0 } } }
    rows.append(Self.row("threat intensity, 0 for none", .ordinal, Agreement(units: intensities), bootstrap))
    self.rows = rows
  }

  private static func row(
    _ code: String, _ metric: Agreement.Metric, _ agreement: Agreement, _ bootstrap: Bootstrap
  ) -> Row {
    let isPair = agreement.units.allSatisfy { $0.count == 2 }
    let interval = bootstrap.interval(units: agreement.units.count) { agreement.sample($0).alpha(metric) }
    return Row(
      code: code, metric: metric, units: agreement.units.count, observed: agreement.observed,
      kappa: isPair ? agreement.cohenKappa() : agreement.fleissKappa, ac1: agreement.gwetAC1,
      alpha: agreement.alpha(metric), interval: interval)
  }

  /// The rows as a table.
  public var table: Table {
    func number(_ value: Double?) -> Cell { .optional(value, digits: 3) }
    return Table(
      columns: [
        "code", "scale", "sentences", "agreed", coders.count == 2 ? "Cohen's kappa" : "Fleiss' kappa", "AC1", "alpha",
        "95 % interval",
      ],
      rows: rows.map { row in
        [
          .text(row.code), .text(row.metric.rawValue), .integer(row.units), number(row.observed), number(row.kappa),
          number(row.ac1), number(row.alpha), .interval(row.interval),
        ]
      })
  }

  /// The report as JSON.
  public var json: JSONText {
    .object([
      ("coders", .list(coders.map { .text($0) })),
      (
        "codes",
        .list(
          rows.map { row in
            .object([
              ("code", .text(row.code)), ("scale", .text(row.metric.rawValue)), ("sentences", .integer(row.units)),
              ("agreed", .optional(row.observed)), ("kappa", .optional(row.kappa)), ("ac1", .optional(row.ac1)),
              ("alpha", .optional(row.alpha)), ("lower", .optional(row.interval?.lower)),
              ("upper", .optional(row.interval?.upper)),
            ])
          })
      ),
    ])
  }
}
