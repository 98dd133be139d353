public import DiscourseModel
internal import Foundation
internal import Ingestion
public import Reporting

/// A hand-coded sample on disk: JSON Lines, an item a line, or a sheet of `parallax codesheet` as CSV.
public struct CodedSample: Sendable {
  /// An item of the sample as it was read.
  public struct Item: Sendable {
    /// The item's metadata; the document's id stands among ``Metadata/others``.
    public var metadata: Metadata
    /// The document from which the item was drawn.
    public var document: String
    /// The sentence before it.
    public var before: String?
    /// The sentence.
    public var text: String
    /// The coder's codes.
    public var gold: GoldCodes
    /// How many sentences of the corpus it stands for.
    public var weight: Double
    /// Where it stands.
    public var source: SourceLocation
  }

  /// The items, in order.
  public let items: [Item]

  /// How many items of the file are not coded yet, and were left out.
  public let uncoded: Int

  /// Reads a sample.
  ///
  /// - Throws: ``Diagnostic`` with file and line of the first item that is wrong.
  public init(path: String) throws {
    var items: [Item] = []
    var uncoded = 0
    for item in path.hasSuffix(".csv") ? try Self.sheet(path) : try Self.lines(path) {
      if let item { items.append(item) } else { uncoded += 1 }
    }
    guard !items.isEmpty else {
      throw Diagnostic(
        at: SourceLocation(file: path),
        uncoded > 0 ? "none of its \(uncoded) sentences is coded yet; fill in the codes" : "the sample is empty")
    }
    self.items = items
    self.uncoded = uncoded
  }

  /// The rows of a sheet; nil for those that are not coded yet.
  private static func sheet(_ path: String) throws -> [Item?] {
    try DelimitedTable.rows(ofFile: path).map { row in
      let place = SourceLocation(file: path, line: row.line)
      func cell(_ name: String) -> String? { row.cells[name].flatMap { $0.isEmpty ? nil : $0 } }
      guard let gold = try CodeNotation.codes(row.cells, at: place) else { return nil }
      guard let id = cell("id"), let text = cell("text"), let side = cell("side"), let language = cell("language")
      else {
        throw Diagnostic(at: place, "a row needs the cells id, side, language and text")
      }
      let weight = cell("weight").map { Double($0) ?? .nan } ?? 1
      guard weight > 0 else { throw Diagnostic(at: place, "the weight must be a number above 0") }
      return try Item(
        id: id, document: cell("document"), side: side, institution: cell("institution"), speaker: cell("speaker"),
        date: cell("date"), language: language, title: cell("title"), genre: cell("genre"), before: cell("before"),
        text: text, gold: gold, weight: weight, source: place)
    }
  }

  private static func lines(_ path: String) throws -> [Item?] {
    let data: Data?
    data = path == "-" ? try FileHandle.standardInput.readToEnd() : FileManager.default.contents(atPath: path)
    guard let data, let text = String(data: data, encoding: .utf8) else {
      throw Diagnostic(at: SourceLocation(file: path), "cannot be read as UTF-8; check the path")
    }
    var items: [Item?] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let place = SourceLocation(file: path, line: index + 1)
      do {
        items.append(try JSONDecoder().decode(CodedLine.self, from: Data(line.utf8)).item(at: place))
      } catch let diagnostic as Diagnostic {
        throw diagnostic
      } catch {
        throw Diagnostic(
          at: place, "not a coded sentence; it needs id, side, language, text and codes (\(Self.reason(error)))")
      }
    }
    return items
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "not valid JSON" }
    switch error {
    case .keyNotFound(let key, _): return "missing \"\(key.stringValue)\""
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "wrong value of \"\(context.codingPath.map(\.stringValue).joined(separator: "."))\""
    default: return "not valid JSON"
    }
  }
}

/// A line of a coded sample.
private struct CodedLine: Decodable {
  struct Decoupling: Decodable {
    var tier: String
    var holder: String
    var stance: [String]
    var domain: [String]
  }
  struct Threat: Decodable {
    var from: String
    var to: String
    var domain: [String]
    var polarity: String
    var intensity: Int
  }
  struct Blame: Decodable {
    var by: String
    var target: String
    var type: String
  }
  struct Codes: Decodable {
    var voice: String
    var decoupling: [Decoupling]
    var threat: [Threat]
    var blame: [Blame]
    var rationale: [String]
    var recognition: Bool
  }

  var id: String
  var document: String?
  var side: String
  var institution: String?
  var speaker: String?
  var date: String?
  var language: String
  var title: String?
  var genre: String?
  var before: String?
  var text: String
  var weight: Double?
  var codes: Codes?

  /// Nil where it is not coded yet.
  func item(at place: SourceLocation) throws -> CodedSample.Item? {
    guard let codes else { return nil }
    return try CodedSample.Item(
      id: id, document: document, side: side, institution: institution, speaker: speaker, date: date,
      language: language, title: title, genre: genre, before: before, text: text, gold: try codes.gold(at: place),
      weight: weight ?? 1, source: place)
  }
}

extension CodedSample.Item {
  /// An item from the texts of its fields.
  fileprivate init(
    id: String, document: String?, side: String, institution: String?, speaker: String?, date: String?,
    language: String, title: String?, genre: String?, before: String?, text: String, gold: GoldCodes, weight: Double,
    source place: SourceLocation
  ) throws {
    guard let side = Side(parsing: side) else {
      throw Diagnostic(at: place, "unknown side \"\(side)\"; write US or PRC")
    }
    guard let language = Language(parsing: language) else {
      throw Diagnostic(at: place, "unknown language \"\(language)\"; write en or zh")
    }
    metadata = Metadata(
      id: id, side: side, institution: institution, speaker: speaker, date: date.flatMap(StatementDate.init(parsing:)),
      title: title, language: language, genre: genre)
    self.document = document ?? id
    (self.before, self.text, self.gold, self.weight, source) = (before, text, gold, weight, place)
  }
}

extension CodedLine.Codes {
  func gold(at place: SourceLocation) throws(Diagnostic) -> GoldCodes {
    var gold = GoldCodes(voice: try code(voice, at: place), recognition: recognition)
    for item in decoupling {
      gold.decoupling.append(
        DecouplingCode(
          tier: try code(item.tier, at: place), holder: try code(item.holder, at: place),
          stance: try codes(item.stance, at: place), domain: try codes(item.domain, at: place), terms: []))
    }
    for item in threat {
      gold.threat.append(
        ThreatCode(
          from: try code(item.from, at: place), to: try code(item.to, at: place),
          domain: try codes(item.domain, at: place), polarity: try code(item.polarity, at: place),
          intensity: item.intensity, evidence: []))
    }
    for item in blame {
      gold.blame.append(
        BlameCode(
          by: try code(item.by, at: place), target: try code(item.target, at: place),
          type: try code(item.type, at: place), evidence: []))
    }
    gold.rationale = try codes(rationale, at: place)
    return gold
  }

  private func codes<Code: RawRepresentable & CaseIterable>(
    _ texts: [String], at place: SourceLocation
  ) throws(Diagnostic) -> [Code] where Code.RawValue == String {
    var found: [Code] = []
    for text in texts { found.append(try code(text, at: place)) }
    return found
  }

  private func code<Code: RawRepresentable & CaseIterable>(
    _ text: String, at place: SourceLocation
  ) throws(Diagnostic) -> Code where Code.RawValue == String {
    if let code = Code(rawValue: text) { return code }
    let accepted = Code.allCases.map(\.rawValue).joined(separator: ", ")
    throw Diagnostic(at: place, "unknown code \"\(text)\"; the codes are \(accepted)")
  }
}
