public import Lexicon

/// What is wrong with a rule's pattern.
public struct RuleError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong and how it should be written.
  public let description: String
}

/// One element of a rule's pattern over the tagged words of a sentence.
public enum RuleElement: Sendable, Hashable {
  /// The word in question, in one of some forms where forms are named.
  case anchor([WordForm])
  /// A mention of an actor, which the rule captures; of one of some kinds where kinds are named.
  case actor([Mention.Kind])
  /// A mention of an actor, of one of some kinds where kinds are named, which the rule passes over.
  case otherActor([Mention.Kind])
  /// A word with one of some roles; a role may be narrowed to a list.
  case roles([RoleName])
  /// Exactly this word.
  case word(String)
  /// Up to `limit` words, none of which begins one of the excluded things; inside the clause unless `crossesClauses`.
  case gap(limit: Int, without: [Exclusion], crossesClauses: Bool)
  /// The beginning of a clause.
  case clauseStart
  /// No word with one of some roles stands next; it takes no word itself.
  case not([RoleName])

  /// A role, of one list or of any.
  public struct RoleName: Sendable, Hashable {
    /// The list; nil for any list.
    public var list: ListName?
    /// The role.
    public var role: Role
  }

  /// What a gap may not hold.
  public enum Exclusion: Sendable, Hashable {
    /// A mention of an actor.
    case actor
    /// A word with a role.
    case role(RoleName)
  }
}

/// A pattern: elements before the word in question, the word itself, elements behind it.
public struct RulePattern: Sendable, Hashable {
  /// The elements before the anchor, nearest first.
  public var before: [RuleElement]
  /// The forms that the anchor may have; empty for any.
  public var forms: [WordForm]
  /// The elements behind the anchor, nearest first.
  public var after: [RuleElement]

  /// Reads a pattern such as `<actor> … negation …2 ACT:base,plain`.
  ///
  /// - Throws: ``RuleError`` that names the element that is wrong.
  public init(_ text: String) throws(RuleError) {
    var before: [RuleElement] = []
    var after: [RuleElement] = []
    var forms: [WordForm]?
    for piece in text.split(separator: " ") {
      let element = try Self.element(String(piece))
      if case .anchor(let anchorForms) = element {
        guard forms == nil else { throw RuleError(description: "\(text): ACT may stand only once") }
        forms = anchorForms
      } else if forms == nil {
        before.append(element)
      } else {
        after.append(element)
      }
    }
    guard let forms else { throw RuleError(description: "\(text): the word in question, ACT, is missing") }
    self.before = before.reversed()
    self.forms = forms
    self.after = after
  }

  private static func element(_ text: String) throws(RuleError) -> RuleElement {
    if text == "^" { return .clauseStart }
    if text.hasPrefix("ACT") { return .anchor(try names(after: ":", in: text)) }
    if text.hasPrefix("<actor"), text.hasSuffix(">") {
      return .actor(try names(after: ":", in: String(text.dropLast())))
    }
    if text.hasPrefix("<other"), text.hasSuffix(">") {
      return .otherActor(try names(after: ":", in: String(text.dropLast())))
    }
    if text.hasPrefix("…") { return try gap(text) }
    if text.count > 2, text.hasPrefix("'"), text.hasSuffix("'") { return .word(String(text.dropFirst().dropLast())) }
    let isNegative = text.hasPrefix("!")
    var roles: [RuleElement.RoleName] = []
    for name in text.drop(while: { $0 == "!" }).split(separator: "|") { roles.append(try role(String(name))) }
    guard !roles.isEmpty else { throw RuleError(description: "\(text): ! needs a role behind it") }
    return isNegative ? .not(roles) : .roles(roles)
  }

  private static func names<Name: RawRepresentable>(
    after separator: Character, in text: String
  ) throws(RuleError) -> [Name] where Name.RawValue == String {
    guard let start = text.firstIndex(of: separator) else { return [] }
    var names: [Name] = []
    for piece in text[text.index(after: start)...].split(separator: ",") {
      guard let name = Name(rawValue: String(piece)) else {
        throw RuleError(description: "\(text): \(piece) is not known")
      }
      names.append(name)
    }
    return names
  }

  private static func role(_ text: String) throws(RuleError) -> RuleElement.RoleName {
    let parts = text.split(separator: ".")
    guard let last = parts.last, let role = Role(rawValue: String(last)), parts.count <= 2 else {
      throw RuleError(description: "\(text) is neither ACT, <actor>, …, ^, a 'word' nor a role")
    }
    guard parts.count == 2 else { return RuleElement.RoleName(list: nil, role: role) }
    guard let list = ListName(rawValue: String(parts[0])) else {
      throw RuleError(description: "\(text): there is no list \(parts[0])")
    }
    return RuleElement.RoleName(list: list, role: role)
  }

  /// `…`, `…4`, `……12` (across clauses), `…4(-actor,-by)`.
  private static func gap(_ text: String) throws(RuleError) -> RuleElement {
    let crosses = text.hasPrefix("……")
    var rest = text.drop { $0 == "…" }
    let digits = rest.prefix { $0.isNumber }
    rest = rest.dropFirst(digits.count)
    var exclusions: [RuleElement.Exclusion] = []
    if rest.hasPrefix("("), rest.hasSuffix(")") {
      for piece in rest.dropFirst().dropLast().split(separator: ",") {
        guard piece.hasPrefix("-") else {
          throw RuleError(
            description: "\(text): inside the brackets stand things that the gap may not hold: (-actor,-by)")
        }
        let name = String(piece.dropFirst())
        exclusions.append(name == "actor" ? .actor : .role(try role(name)))
      }
    } else if !rest.isEmpty {
      throw RuleError(description: "\(text): a gap is written …, …4, ……12 or …4(-actor)")
    }
    return .gap(limit: Int(digits) ?? (crosses ? 40 : 8), without: exclusions, crossesClauses: crosses)
  }
}
