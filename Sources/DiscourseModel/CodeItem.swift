/// A code of a sentence as names and values, whatever its construct: for filters and tables over all codes.
public struct CodeItem: Sendable, Hashable {
  /// A field of a code, with one or more values.
  public struct Field: Sendable, Hashable {
    /// The field's name, as records have it.
    public var name: String
    /// Its values, in the order of the coding scheme.
    public var values: [String]
  }

  /// The construct, as records name it: decoupling, threat, blame, rationale or recognition.
  public var construct: String
  /// Its fields.
  public var fields: [Field]
  /// The words that carry it.
  public var evidence: [Evidence]

  /// The values of a field; empty where the code has none.
  public func values(of name: String) -> [String] { fields.first { $0.name == name }?.values ?? [] }

  /// The code in a few words: `blame by PRC target US type accusation`.
  public var summary: String {
    let parts = fields.map { "\($0.name) \($0.values.joined(separator: "+"))" }
    return ([construct] + parts).joined(separator: " ")
  }
}

extension CodedSentence {
  /// All codes of the sentence, in the order of its record.
  public var codeItems: [CodeItem] {
    decoupling.map(\.item) + threat.map(\.item) + blame.map(\.item) + rationale.map(\.item)
      + (recognition.isEmpty ? [] : [CodeItem(construct: "recognition", fields: [], evidence: recognition)])
  }
}

extension DecouplingCode {
  fileprivate var item: CodeItem {
    CodeItem(
      construct: "decoupling",
      fields: [
        .init(name: "tier", values: [tier.rawValue]), .init(name: "holder", values: [holder.rawValue]),
        .init(name: "stance", values: stance.map(\.rawValue)), .init(name: "domain", values: domain.map(\.rawValue)),
      ], evidence: terms)
  }
}

extension ThreatCode {
  fileprivate var item: CodeItem {
    CodeItem(
      construct: "threat",
      fields: [
        .init(name: "from", values: [from.rawValue]), .init(name: "to", values: [to.rawValue]),
        .init(name: "domain", values: domain.map(\.rawValue)), .init(name: "polarity", values: [polarity.rawValue]),
        .init(name: "intensity", values: ["\(intensity)"]),
      ], evidence: evidence)
  }
}

extension BlameCode {
  fileprivate var item: CodeItem {
    CodeItem(
      construct: "blame",
      fields: [
        .init(name: "by", values: [by.rawValue]), .init(name: "target", values: [target.rawValue]),
        .init(name: "type", values: [type.rawValue]),
      ], evidence: evidence)
  }
}

extension RationaleCode {
  fileprivate var item: CodeItem {
    CodeItem(construct: "rationale", fields: [.init(name: "ground", values: [rationale.rawValue])], evidence: evidence)
  }
}
