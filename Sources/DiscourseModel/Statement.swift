/// What is known of a statement beside its text.
public struct Metadata: Sendable, Hashable {
  /// The statement's id: given, or made from its file's name.
  public var id: String
  /// Whose statement it is; nil until it is given or inferred.
  public var side: Side?
  /// Whether ``side`` was inferred from the institution or the text rather than given.
  public var sideIsInferred: Bool
  /// The issuing institution.
  public var institution: String?
  /// Who speaks.
  public var speaker: String?
  /// The date, as precise as it is known.
  public var date: StatementDate?
  /// The title.
  public var title: String?
  /// The main language; nil until it is given or found.
  public var language: Language?
  /// The kind of document: speech, press conference, white paper …
  public var genre: String?
  /// Any other fields, in the order in which they were read.
  public var others: [MetadataField]

  /// Metadata with an id and whatever else is known.
  public init(
    id: String, side: Side? = nil, sideIsInferred: Bool = false, institution: String? = nil,
    speaker: String? = nil, date: StatementDate? = nil, title: String? = nil, language: Language? = nil,
    genre: String? = nil, others: [MetadataField] = []
  ) {
    self.id = id
    self.side = side
    self.sideIsInferred = sideIsInferred
    self.institution = institution
    self.speaker = speaker
    self.date = date
    self.title = title
    self.language = language
    self.genre = genre
    self.others = others
  }
}

/// A metadata field that Parallax keeps without knowing its meaning.
public struct MetadataField: Sendable, Hashable {
  /// The field's name.
  public var name: String
  /// Its value as text.
  public var value: String

  /// A named value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Where a statement came from, for messages.
public struct SourceLocation: Sendable, Hashable, CustomStringConvertible {
  /// The file's path as the user gave it, or `<stdin>`.
  public var file: String
  /// The line, from 1; nil where the whole file is meant.
  public var line: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// `file` or `file:line`.
  public var description: String {
    guard let line else { return file }
    return "\(file):\(line)"
  }
}

/// An official statement: its text as Parallax reads it, and what is known of it.
public struct Statement: Sendable, Hashable {
  /// What is known of it.
  public var metadata: Metadata
  /// The text, front matter and markup removed. All offsets of Parallax point into it.
  public var text: String
  /// Where it was read.
  public var source: SourceLocation

  /// A statement with its metadata, text and origin.
  public init(metadata: Metadata, text: String, source: SourceLocation) {
    self.metadata = metadata
    self.text = text
    self.source = source
  }
}

/// A date that may lack its day, or its month and day.
public struct StatementDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year, 1000 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int?
  /// The day of the month, 1 to 31.
  public let day: Int?

  /// A date from its parts; nil where they are not a date of the Gregorian calendar.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Self.days(in: month, of: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD` (a time of day after `T` or a space is left out); nil for anything else.
  public init?(parsing text: String) {
    let head = text.split(whereSeparator: { $0 == "T" || $0 == " " }).first ?? ""
    let parts = head.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), part.utf8.count <= 4, let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  /// ISO 8601, as precise as the date is.
  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    guard let month else { return "\(year)" }
    guard let day else { return "\(year)-\(padded(month))" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Earlier first; a date without its month comes before all months of its year.
  public static func < (left: StatementDate, right: StatementDate) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
