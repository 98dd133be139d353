public import DiscourseModel

/// A sentence that a coder is asked to code.
public struct SheetItem: Sendable, Hashable {
  /// The statement's metadata.
  public var metadata: Metadata
  /// The sentence's number in its statement.
  public var sentence: Int
  /// The sentence before it.
  public var before: String?
  /// The sentence.
  public var text: String
  /// How many sentences of the corpus it stands for.
  public var weight: Double

  /// A sentence of a statement.
  public init(metadata: Metadata, sentence: Int, before: String?, text: String, weight: Double) {
    (self.metadata, self.sentence, self.before) = (metadata, sentence, before)
    (self.text, self.weight) = (text, weight)
  }
}

/// Sentences for coders to fill in: a spreadsheet, or JSON Lines.
public struct CodeSheet: Sendable {
  private static let facts = [
    "id", "document", "side", "institution", "speaker", "date", "language", "title", "genre", "weight", "before",
    "text",
  ]

  /// The sentences, in the order in which they are to be coded.
  public let items: [SheetItem]

  /// A sheet of sentences.
  public init(_ items: [SheetItem]) { self.items = items }

  private func facts(of item: SheetItem) -> [String] {
    let metadata = item.metadata
    return [
      "\(metadata.id):\(item.sentence)", metadata.id, metadata.side?.rawValue ?? "", metadata.institution ?? "",
      metadata.speaker ?? "", metadata.date?.description ?? "", metadata.language?.rawValue ?? "", metadata.title ?? "",
      metadata.genre ?? "", Decimal.text(item.weight, digits: 4), item.before ?? "", item.text,
    ]
  }

  /// The sheet as CSV: facts, then an empty cell for each column of codes (``CodeNotation``).
  public var csv: String {
    Table(
      columns: Self.facts + CodeNotation.columns,
      rows: items.map { (facts(of: $0) + CodeNotation.columns.map { _ in "" }).map { .text($0) } }
    ).rendered(as: .csv)
  }

  /// The sheet as JSON Lines: facts, and `codes`, which is null until it is coded.
  public var jsonLines: String {
    items.map { item in
      let members = zip(Self.facts, facts(of: item)).map { name, value -> (String, JSONText) in
        (name, name == "weight" ? .number(item.weight) : value.isEmpty ? .null : .text(value))
      }
      return JSONText.object(members + [("codes", .null)]).line + "\n"
    }.joined()
  }
}
