/// A field of metadata by which statements are chosen or grouped.
public enum MetadataKey: Sendable, Hashable {
  case id, side, institution, speaker, title, language, genre, date, year, month
  /// Any other field, by its name.
  case other(String)

  /// The field of a name; capitals do not matter in the names that Parallax knows.
  public init(parsing name: String) {
    self = Self.known.first { $0.name == name.lowercased() } ?? .other(name)
  }

  private static let known: [MetadataKey] = [
    .id, .side, .institution, .speaker, .title, .language, .genre, .date, .year, .month,
  ]

  /// Its name.
  public var name: String {
    switch self {
    case .id: "id"
    case .side: "side"
    case .institution: "institution"
    case .speaker: "speaker"
    case .title: "title"
    case .language: "language"
    case .genre: "genre"
    case .date: "date"
    case .year: "year"
    case .month: "month"
    case .other(let name): name
    }
  }
}

extension Metadata {
  /// The value of a field as text; nil where it is not known, as the month of a date that has only its year.
  public subscript(key: MetadataKey) -> String? {
    switch key {
    case .id: id
    case .side: side?.rawValue
    case .institution: institution
    case .speaker: speaker
    case .title: title
    case .language: language?.rawValue
    case .genre: genre
    case .date: date?.description
    case .year: date.map { String($0.year) }
    case .month: date.flatMap { date in date.month.flatMap { StatementDate(year: date.year, month: $0)?.description } }
    case .other(let name): others.first { $0.name == name }?.value
    }
  }
}
