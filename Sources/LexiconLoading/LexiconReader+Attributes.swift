internal import DiscourseModel
internal import Lexicon
internal import Yams

extension LexiconReader {
  /// The keys of an entry that only some lists use.
  func attributes(of table: YAMLTable, list: ListName, diagnostics: inout [Diagnostic]) -> Attributes {
    var attributes = Attributes()
    attributes.actorClass = table.text("class", diagnostics: &diagnostics)
    attributes.tier = table.value("tier", as: Tier.self, diagnostics: &diagnostics)
    attributes.rationale = table.value("rationale", as: Rationale.self, diagnostics: &diagnostics)
    attributes.actor = table.value("actor", as: Actor.self, diagnostics: &diagnostics)
    attributes.since = date("since", in: table, diagnostics: &diagnostics)
    attributes.until = date("until", in: table, diagnostics: &diagnostics)
    if let text = table.text("intensity", diagnostics: &diagnostics) {
      if let intensity = Int(text), (1...3).contains(intensity) {
        attributes.intensity = intensity
      } else {
        diagnostics.append(Diagnostic(at: table.location(of: "intensity"), "intensity: \"\(text)\" is none of 1, 2, 3"))
      }
    }
    readDomains(of: table, list: list, into: &attributes, diagnostics: &diagnostics)
    requireAttributes(of: table, list: list, attributes: attributes, diagnostics: &diagnostics)
    return attributes
  }

  private func date(_ key: String, in table: YAMLTable, diagnostics: inout [Diagnostic]) -> StatementDate? {
    guard let text = table.text(key, diagnostics: &diagnostics) else { return nil }
    guard let date = StatementDate(parsing: text) else {
      diagnostics.append(
        Diagnostic(at: table.location(of: key), "\(key): \"\(text)\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD"))
      return nil
    }
    return date
  }

  private func readDomains(
    of table: YAMLTable, list: ListName, into attributes: inout Attributes, diagnostics: inout [Diagnostic]
  ) {
    for (text, line) in table.texts("domain", diagnostics: &diagnostics) {
      let threat = ThreatDomain(rawValue: text)
      let decoupling = DecouplingDomain(rawValue: text)
      let isKnown: Bool
      switch list {
      case .decoupling: isKnown = decoupling != nil
      case .domains: isKnown = threat != nil || decoupling != nil
      default: isKnown = threat != nil
      }
      guard isKnown else {
        let accepted =
          list == .decoupling ? DecouplingDomain.allCases.map(\.rawValue) : ThreatDomain.allCases.map(\.rawValue)
        diagnostics.append(
          Diagnostic(
            at: SourceLocation(file: table.file, line: line),
            "domain: \"\(text)\" is none of \(accepted.joined(separator: ", "))"))
        continue
      }
      if let threat, list != .decoupling { attributes.threatDomains.append(threat) }
      if let decoupling, list == .decoupling || list == .domains { attributes.decouplingDomains.append(decoupling) }
    }
  }

  /// What an entry of a list cannot do without.
  private func requireAttributes(
    of table: YAMLTable, list: ListName, attributes: Attributes, diagnostics: inout [Diagnostic]
  ) {
    let role = table.node("role")?.string
    let missing: String?
    switch list {
    case .actors where role != Role.trap.rawValue && attributes.actor == nil: missing = "actor"
    case .decoupling where attributes.tier == nil: missing = "tier"
    case .rationale where [Role.ground, .reason].map(\.rawValue).contains(role ?? "") && attributes.rationale == nil:
      missing = "rationale"
    case .domains where attributes.threatDomains.isEmpty && attributes.decouplingDomains.isEmpty: missing = "domain"
    default: missing = nil
    }
    if let missing {
      diagnostics.append(
        Diagnostic(at: table.location(), "an entry of the list \(list.rawValue) needs \"\(missing)\""))
    }
  }
}
