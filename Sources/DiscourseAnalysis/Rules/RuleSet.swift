public import DiscourseModel
public import Lexicon

/// What a rule establishes about the word in question.
public enum Finding: String, Sendable, Hashable, CaseIterable {
  /// Who does it.
  case agent
  /// To whom it is done.
  case patient
  /// The word is negated.
  case negated
  /// It is only supposed: if, whether, could.
  case hypothetical
  /// It lies ahead: will, would.
  case future
  /// Someone opposes or counters it in general, without saying that it happened.
  case countered
  /// It is called so only to be refuted, or stands in scare quotes.
  case distanced
  /// What the speaker wants of a decoupling.
  case oppose, deny, accuse, advocate
  /// Whose stance on a decoupling it is, where it is not the speaker's.
  case holder
  /// A call to someone to do or stop it.
  case demanded
  /// Someone is shielded from it, so that it lies ahead.
  case averted
  /// The word is not meant in the sense of the list here.
  case void
}

/// A rule: a pattern around a word of some lists, and what it establishes.
public struct Rule: Sendable, Hashable {
  /// The rule's name, which records cite as `rules/name`.
  public var id: String
  /// What it establishes.
  public var finding: Finding
  /// The languages in which it holds.
  public var languages: [Language]
  /// The lists whose words it speaks of.
  public var lists: [ListName]
  /// The roles of these words; empty for any.
  public var roles: [Role]
  /// Its patterns; any of them will do.
  public var patterns: [RulePattern]
  /// What it means, in a sentence.
  public var about: String

  /// A rule with its parts.
  public init(
    id: String, finding: Finding, languages: [Language], lists: [ListName], roles: [Role], patterns: [RulePattern],
    about: String
  ) {
    self.id = id
    self.finding = finding
    self.languages = languages
    self.lists = lists
    self.roles = roles
    self.patterns = patterns
    self.about = about
  }

  /// Whether the rule speaks of a tag of one of its lists.
  func applies(to tag: Tag) -> Bool { roles.isEmpty || roles.contains(tag.role) }
}

/// What a rule concluded about a word.
public struct Conclusion: Sendable, Hashable {
  /// `rules/name`.
  public var rule: String
  /// The mention that the rule captured; nil where its pattern names no actor.
  public var mention: Mention?
}

/// The rules in force, in the order in which they are tried.
public struct RuleSet: Sendable {
  /// All rules.
  public let rules: [Rule]
  private let bySubject: [Subject: [Rule]]

  /// What a rule speaks of.
  private struct Subject: Hashable {
    var finding: Finding
    var language: Language
    var list: ListName
  }

  /// Rules in the order in which they are tried: the first that holds wins.
  public init(_ rules: [Rule]) {
    self.rules = rules
    var bySubject: [Subject: [Rule]] = [:]
    for rule in rules {
      for language in Set(rule.languages) {
        for list in Set(rule.lists) {
          bySubject[Subject(finding: rule.finding, language: language, list: list), default: []].append(rule)
        }
      }
    }
    self.bySubject = bySubject
  }

  /// The first rule that establishes a finding about a tag.
  public func first(_ finding: Finding, of tag: Tag, in sentence: TaggedSentence, mentions: [Mention]) -> Conclusion? {
    let subject = Subject(finding: finding, language: sentence.language, list: tag.list)
    guard let rules = bySubject[subject] else { return nil }
    let matcher = RuleMatcher(sentence: sentence, mentions: mentions)
    for rule in rules where rule.applies(to: tag) {
      for pattern in rule.patterns {
        if let capture = matcher.match(pattern, at: tag) {
          return Conclusion(rule: "rules/\(rule.id)", mention: capture.mention)
        }
      }
    }
    return nil
  }
}
