public import DiscourseModel

/// A sentence that shows when an entry fires, or when it must not.
public struct Example: Sendable, Hashable {
  /// The sentence.
  public var text: String
  /// Its language.
  public var language: Language
  /// Whether the entry must fire in it.
  public var mustMatch: Bool

  /// A sentence for or against an entry.
  public init(text: String, language: Language, mustMatch: Bool) {
    self.text = text
    self.language = language
    self.mustMatch = mustMatch
  }
}

/// What an entry says beyond its role; each list uses its own.
public struct Attributes: Sendable, Hashable {
  /// The actor that a name stands for; nil for a trap.
  public var actor: Actor?
  /// The kind of actor: state, government, firm …
  public var actorClass: String?
  /// From when an office was held.
  public var since: StatementDate?
  /// Until when an office was held.
  public var until: StatementDate?
  /// How directly a term names decoupling.
  public var tier: Tier?
  /// Domains of decoupling that the term itself names.
  public var decouplingDomains: [DecouplingDomain]
  /// Domains of threat that the term itself names.
  public var threatDomains: [ThreatDomain]
  /// 1 to 3.
  public var intensity: Int?
  /// The ground that a term names.
  public var rationale: Rationale?

  /// Attributes, none of them by default.
  public init(
    actor: Actor? = nil, actorClass: String? = nil, since: StatementDate? = nil, until: StatementDate? = nil,
    tier: Tier? = nil, decouplingDomains: [DecouplingDomain] = [], threatDomains: [ThreatDomain] = [],
    intensity: Int? = nil, rationale: Rationale? = nil
  ) {
    self.actor = actor
    self.actorClass = actorClass
    self.since = since
    self.until = until
    self.tier = tier
    self.decouplingDomains = decouplingDomains
    self.threatDomains = threatDomains
    self.intensity = intensity
    self.rationale = rationale
  }
}

/// One concept of a list, with its terms in both languages.
public struct Entry: Sendable, Hashable {
  /// The list.
  public var list: ListName
  /// The id, unique in the list.
  public var id: String
  /// What it does in the rules.
  public var role: Role
  /// What else it says.
  public var attributes: Attributes
  /// Its terms, English first.
  public var terms: [Term]
  /// Terms that, in the same sentence, give it another sense.
  public var excludes: [Term]
  /// Terms of which one must stand in the same sentence; empty where nothing is required.
  public var requires: [Term]
  /// Whether the entry counts only where the sentence names the other side: `note: needs-other-side`.
  public var needsOtherSide: Bool
  /// Whether a phenomenon counts only beside a word of danger, and not where it is merely met: `note: needs-menace`.
  public var needsMenace: Bool
  /// A remark for readers.
  public var note: String?
  /// Where the concept comes from, where that differs from the list's source.
  public var source: String?
  /// The sentences that prove it.
  public var examples: [Example]
  /// Where it stands.
  public var location: SourceLocation

  /// An entry with its parts.
  public init(
    list: ListName, id: String, role: Role, attributes: Attributes = Attributes(), terms: [Term],
    excludes: [Term] = [], requires: [Term] = [], needsOtherSide: Bool = false, needsMenace: Bool = false,
    note: String? = nil,
    source: String? = nil, examples: [Example] = [], location: SourceLocation
  ) {
    self.list = list
    self.id = id
    self.role = role
    self.attributes = attributes
    self.terms = terms
    self.excludes = excludes
    self.requires = requires
    self.needsOtherSide = needsOtherSide
    self.needsMenace = needsMenace
    self.note = note
    self.source = source
    self.examples = examples
    self.location = location
  }

  /// `list/entry`, as records cite it.
  public var citation: String { "\(list.rawValue)/\(id)" }
}
