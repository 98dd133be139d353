/// A condition on a sentence's codes, as `--code` takes it: `threat`, `blame.target=US`, `decoupling.stance=oppose,deny`.
///
/// Conditions on the same construct hold of one and the same code: `blame.by=PRC` with `blame.target=US` is China's blame of
/// the United States, and no two codes that each meet one of them.
public struct CodeCondition: Sendable, Hashable, CustomStringConvertible {
  /// The construct.
  public let construct: String
  /// The field; nil where any code of the construct will do.
  public let field: String?
  /// The values of which the field must have one, or none where the condition denies.
  public let values: [String]
  /// Whether the field must have none of the values.
  public let isDenied: Bool

  /// A condition that cannot be read, in words that tell the user what to write.
  public struct ParsingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong and what to write.
    public let description: String
  }

  /// Reads a condition.
  public init(parsing text: String) throws(ParsingError) {
    let place = text.firstIndex(where: { $0 == "=" || $0 == "!" })
    let head = text[..<(place ?? text.endIndex)]
    let names = head.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    construct = names[0]
    guard let fields = Self.fields[construct] else {
      throw ParsingError(
        description: "\"\(text)\": write one of \(Self.constructs), alone or as CONSTRUCT.FIELD=VALUE")
    }
    let tail = place.map { text[$0...] } ?? ""
    isDenied = tail.hasPrefix("!")
    guard !tail.isEmpty || names.count == 2 else {
      (field, values) = (nil, [])
      return
    }
    // A construct with one field needs no name for it: rationale=security.
    let name = names.count == 2 ? names[1] : fields.count == 1 ? fields[0].name : ""
    guard let known = fields.first(where: { $0.name == name }) else {
      let accepted = fields.isEmpty ? "no field" : "the fields " + fields.map(\.name).joined(separator: ", ")
      throw ParsingError(description: "\"\(text)\": \(construct) has \(accepted)")
    }
    field = name
    values = try Self.values(tail.drop { $0 == "!" || $0 == "=" }, of: known, in: text)
    guard tail.hasPrefix("=") || tail.hasPrefix("!="), !values.isEmpty else {
      throw ParsingError(description: "\"\(text)\": write \(construct).\(name)=VALUE or !=VALUE")
    }
  }

  /// As it is typed.
  public var description: String {
    guard let field else { return construct }
    return "\(construct).\(field)\(isDenied ? "!=" : "=")\(values.joined(separator: ","))"
  }

  private static func values(
    _ list: Substring, of field: (name: String, values: [String]), in text: String
  ) throws(ParsingError) -> [String] {
    var found: [String] = []
    for value in list.split(separator: ",") {
      guard let known = field.values.first(where: { $0.lowercased() == value.lowercased() }) else {
        let accepted = field.values.joined(separator: ", ")
        throw ParsingError(description: "\"\(text)\": \(field.name) is one of \(accepted)")
      }
      found.append(known)
    }
    return found
  }

  /// Whether a code meets the condition.
  public func holds(of item: CodeItem) -> Bool {
    guard item.construct == construct else { return false }
    guard let field else { return true }
    return item.values(of: field).contains(where: values.contains) != isDenied
  }

  private static var constructs: String { "decoupling, threat, blame, rationale, recognition" }

  /// The fields of each construct with the values that they may have.
  private static var fields: [String: [(name: String, values: [String])]] {
    let actors = Actor.allCases.map(\.rawValue)
    return [
      "decoupling": [
        ("tier", Tier.allCases.map(\.rawValue)), ("holder", actors), ("stance", Stance.allCases.map(\.rawValue)),
        ("domain", DecouplingDomain.allCases.map(\.rawValue)),
      ],
      "threat": [
        ("from", actors), ("to", actors), ("domain", ThreatDomain.allCases.map(\.rawValue)),
        ("polarity", Polarity.allCases.map(\.rawValue)), ("intensity", ["1", "2", "3"]),
      ],
      "blame": [("by", actors), ("target", actors), ("type", BlameType.allCases.map(\.rawValue))],
      "rationale": [("ground", Rationale.allCases.map(\.rawValue))],
      "recognition": [],
    ]
  }
}

extension [CodeCondition] {
  /// The codes of a sentence that meet all conditions on their construct; empty where the conditions on any construct are met
  /// by none.
  public func items(in sentence: CodedSentence) -> [CodeItem] {
    let items = sentence.codeItems
    let constructs = Dictionary(grouping: self, by: \.construct)
    guard constructs.values.allSatisfy({ group in items.contains { item in group.allSatisfy { $0.holds(of: item) } } })
    else { return [] }
    return items.filter { item in constructs[item.construct]?.allSatisfy { $0.holds(of: item) } ?? false }
  }
}
