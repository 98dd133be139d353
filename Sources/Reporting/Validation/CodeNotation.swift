public import DiscourseModel

/// How codes are written in a cell of a sheet, so that people can fill it in.
///
/// | column | a code | example |
/// | --- | --- | --- |
/// | voice | own, quoted, question | `own` |
/// | decoupling | tier holder stances domains | `core PRC oppose,accuse economy` |
/// | threat | from to polarity intensity domains | `US PRC assert 2 technology,military` |
/// | blame | by target type | `PRC US accusation` |
/// | rationale | grounds | `security, rights` |
/// | recognition | yes, no | `no` |
///
/// Several codes of a cell stand with semicolons between them; an empty cell, or `-`, is no code.
public enum CodeNotation {
  /// The columns that hold codes.
  public static let columns = ["voice", "decoupling", "threat", "blame", "rationale", "recognition"]

  /// The cells of codes, by column.
  public static func cells(_ codes: GoldCodes) -> [String] {
    func names<Code: RawRepresentable<String>>(_ codes: [Code]) -> String {
      codes.isEmpty ? "-" : codes.map(\.rawValue).joined(separator: ",")
    }
    return [
      codes.voice.rawValue,
      codes.decoupling.map { "\($0.tier.rawValue) \($0.holder.rawValue) \(names($0.stance)) \(names($0.domain))" }
        .joined(separator: "; "),
      codes.threat.map {
        "\($0.from.rawValue) \($0.to.rawValue) \($0.polarity.rawValue) \($0.intensity) \(names($0.domain))"
      }.joined(separator: "; "),
      codes.blame.map { "\($0.by.rawValue) \($0.target.rawValue) \($0.type.rawValue)" }.joined(separator: "; "),
      codes.rationale.map(\.rawValue).joined(separator: ", "), codes.recognition ? "yes" : "no",
    ]
  }

  /// Reads cells.
  ///
  /// - Parameters:
  ///   - cells: the text of each column by its name; missing ones are empty.
  ///   - place: where they stand, for messages.
  /// - Returns: nil where the voice is empty: the sentence is not coded yet.
  /// - Throws: a ``Diagnostic`` that names the cell, what is wrong and what may stand there.
  public static func codes(_ cells: [String: String], at place: SourceLocation) throws(Diagnostic) -> GoldCodes? {
    let reader = CellReader(place: place)
    guard let voice = reader.codes(cells["voice"]).first?.first else { return nil }
    var codes = GoldCodes(voice: try reader.code(voice, "voice"))
    for fields in reader.codes(cells["decoupling"]) {
      try reader.check(fields, 4, "decoupling", "core PRC oppose,accuse economy")
      codes.decoupling.append(
        DecouplingCode(
          tier: try reader.code(fields[0], "decoupling"), holder: try reader.code(fields[1], "decoupling"),
          stance: try reader.list(fields[2], "decoupling"), domain: try reader.list(fields[3], "decoupling"), terms: [])
      )
    }
    for fields in reader.codes(cells["threat"]) {
      try reader.check(fields, 5, "threat", "US PRC assert 2 technology,military")
      guard let intensity = Int(fields[3]), (1...3).contains(intensity) else {
        throw reader.wrong("threat", "the intensity \"\(fields[3])\" must be 1, 2 or 3")
      }
      codes.threat.append(
        ThreatCode(
          from: try reader.code(fields[0], "threat"), to: try reader.code(fields[1], "threat"),
          domain: try reader.list(fields[4], "threat"), polarity: try reader.code(fields[2], "threat"),
          intensity: intensity, evidence: []))
    }
    for fields in reader.codes(cells["blame"]) {
      try reader.check(fields, 3, "blame", "PRC US accusation")
      codes.blame.append(
        BlameCode(
          by: try reader.code(fields[0], "blame"), target: try reader.code(fields[1], "blame"),
          type: try reader.code(fields[2], "blame"), evidence: []))
    }
    for fields in reader.codes(cells["rationale"]) {
      for name in fields { codes.rationale += try reader.list(name, "rationale") }
    }
    codes.recognition = try reader.yes(cells["recognition"])
    return codes
  }
}

/// Reads the cells of one row.
private struct CellReader {
  let place: SourceLocation

  /// The fields of each code in a cell.
  func codes(_ cell: String?) -> [[String]] {
    (cell ?? "").split(separator: ";").map { code in
      code.split { $0 == " " || $0 == "\t" }.map(String.init).joinedLists
    }.filter { !$0.isEmpty && $0 != ["-"] }
  }

  func wrong(_ column: String, _ message: String) -> Diagnostic { Diagnostic(at: place, "\(column): \(message)") }

  func check(_ fields: [String], _ count: Int, _ column: String, _ example: String) throws(Diagnostic) {
    guard fields.count == count else {
      throw wrong(column, "\"\(fields.joined(separator: " "))\" is not written like \"\(example)\"")
    }
  }

  func code<Code: RawRepresentable<String> & CaseIterable>(_ text: String, _ column: String) throws(Diagnostic) -> Code
  {
    let known = Code.allCases.first { $0.rawValue.lowercased() == text.lowercased() }
    if let known { return known }
    let accepted = Code.allCases.map(\.rawValue).joined(separator: ", ")
    throw wrong(column, "unknown code \"\(text)\"; the codes are \(accepted)")
  }

  func list<Code: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ column: String
  ) throws(Diagnostic) -> [Code] {
    var codes: [Code] = []
    for name in text.split(separator: ",") where name != "-" { codes.append(try code(String(name), column)) }
    return codes
  }

  func yes(_ cell: String?) throws(Diagnostic) -> Bool {
    switch codes(cell).first?.first?.lowercased() {
    case nil, "no", "n", "0", "false": false
    case "yes", "y", "1", "true": true
    case let other?: throw wrong("recognition", "\"\(other)\": write yes or no")
    }
  }
}

extension [String] {
  /// The fields with lists put together that were written with spaces behind their commas.
  fileprivate var joinedLists: [String] {
    reduce(into: []) { fields, field in
      if let last = fields.last, last.hasSuffix(",") || field.hasPrefix(",") {
        fields[fields.count - 1] = last + field
      } else {
        fields.append(field)
      }
    }
  }
}
