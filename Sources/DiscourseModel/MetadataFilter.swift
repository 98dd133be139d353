/// A condition on statements' metadata, as `--where` takes it: `side=US`, `genre!=readout`, `date>=2018-07`.
public struct MetadataFilter: Sendable, Hashable, CustomStringConvertible {
  /// How a field is compared.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    case equal = "="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// A condition that cannot be read.
  public enum ParsingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no relation in it.
    case noRelation(String)
    /// A field that has no order is compared by order.
    case noOrder(field: String, relation: Relation)
    /// The value does not fit the field.
    case wrongValue(field: String, value: String, expected: String)

    /// What is wrong and what to write.
    public var description: String {
      switch self {
      case .noRelation(let text):
        "\"\(text)\" is no condition; write FIELD=VALUE, FIELD!=VALUE, or a date or year with <, <=, > or >="
      case .noOrder(let field, let relation):
        "\"\(field)\(relation.rawValue)\": only date, year and month have an order; use = or !="
      case .wrongValue(let field, let value, let expected):
        "\"\(value)\" is no \(field); write \(expected)"
      }
    }
  }

  /// The field.
  public let field: MetadataKey
  /// How it is compared.
  public let relation: Relation
  /// What it is compared with.
  public let value: String
  private let date: StatementDate?

  /// Reads a condition.
  public init(parsing text: String) throws(ParsingError) {
    guard let place = text.firstIndex(where: { "=!<>".contains($0) }), place > text.startIndex,
      let relation = Self.relation(at: text[place...])
    else { throw .noRelation(text) }
    field = MetadataKey(parsing: String(text[..<place]))
    self.relation = relation
    value = String(text[place...].dropFirst(relation.rawValue.count))
    date = try Self.date(field, relation, value)
  }

  /// The condition as it is typed.
  public var description: String { field.name + relation.rawValue + value }

  /// The longest relation that a text begins with.
  private static func relation(at text: Substring) -> Relation? {
    Relation.allCases.filter { text.hasPrefix($0.rawValue) }.max { $0.rawValue.count < $1.rawValue.count }
  }

  private static func date(
    _ field: MetadataKey, _ relation: Relation, _ value: String
  ) throws(ParsingError) -> StatementDate? {
    func wrong(_ expected: String) -> ParsingError {
      .wrongValue(field: field.name, value: value, expected: expected)
    }
    switch field {
    case .date, .year, .month:
      guard let date = StatementDate(parsing: value) else {
        throw wrong(field == .year ? "YYYY" : field == .month ? "YYYY-MM" : "YYYY, YYYY-MM or YYYY-MM-DD")
      }
      return date
    case .side where Side(parsing: value) == nil: throw wrong("US or PRC")
    case .language where Language(parsing: value) == nil: throw wrong("en or zh")
    default:
      guard [.equal, .unequal].contains(relation) else { throw .noOrder(field: field.name, relation: relation) }
      return nil
    }
  }

  /// Whether a statement fulfils the condition; a field that it lacks equals nothing.
  ///
  /// A date is compared as precisely as the condition is: 2018-07-06 is in 2018 and not after it. A statement of whose date
  /// less is known than the condition asks is neither before nor after it.
  public func matches(_ metadata: Metadata) -> Bool {
    if let date { return matches(date, metadata.date) }
    let isEqual =
      switch field {
      case .side: metadata.side == Side(parsing: value)
      case .language: metadata.language == Language(parsing: value)
      default: metadata[field].map { $0.lowercased() } == value.lowercased()
      }
    return isEqual == (relation == .equal)
  }

  private func matches(_ wanted: StatementDate, _ date: StatementDate?) -> Bool {
    guard let date, let cut = date.cut(to: wanted) else { return relation == .unequal }
    return switch relation {
    case .equal: cut == wanted
    case .unequal: cut != wanted
    case .less: cut < wanted
    case .lessOrEqual: cut <= wanted
    case .greater: cut > wanted
    case .greaterOrEqual: cut >= wanted
    }
  }
}

extension StatementDate {
  /// The date no more precise than another; nil where it is less precise.
  fileprivate func cut(to other: StatementDate) -> StatementDate? {
    if other.month != nil, month == nil { return nil }
    if other.day != nil, day == nil { return nil }
    return StatementDate(
      year: year, month: other.month == nil ? nil : month, day: other.day == nil ? nil : day)
  }
}

extension [MetadataFilter] {
  /// Whether a statement fulfils all conditions.
  public func match(_ metadata: Metadata) -> Bool { allSatisfy { $0.matches(metadata) } }
}
