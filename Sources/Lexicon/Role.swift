/// What an entry does in the rules. The set is closed: rules name roles, lists fill them.
public enum Role: String, Sendable, Hashable, CaseIterable {
  // Actors and references.
  case actor, object, adjective, trap
  case `self`, counterpart, anaphor, demonstrative, group
  // Decoupling and stance.
  case term
  case oppose, cost, seek, pursue, advocate
  // Threat and blame.
  case act, menace, challenge, phenomenon, intensifier, denial
  case trait, outcome, cause, fault, pretext, protest, concern, conduct, blaming
  // Demands and rejections.
  case urge, must, cease
  case allegation, groundless, never, turnBack = "turn-back", admission
  // Rationale and recognition.
  case ground, marker, reason, behind
  case grant
  // Voice.
  case report, claim, hearsay, doubt, ask, expert, outlet
  case interrogative, vocative, idiom, own, office, filler, guest, host, visitor
  // Titles.
  case press, talks, commentary, testimony
  // Scopes.
  case negation, hedge, conditional, future, passive, onto, within, by, from, of, join, contrast, purpose, pose
  // Domains.
  case domain
  // Segmentation.
  case title, abbreviation, starter
  case unit, measure, magnitude, numeral, ordinal, surname, honorific, transliteration
  // Counting of words.
  case function
}

/// The lists that Parallax knows, with the roles that each may hold.
public enum ListName: String, Sendable, Hashable, CaseIterable {
  case actors, references, decoupling, stance, threat, blame, demands, rejections, rationale, recognition, voice, scopes
  case domains, abbreviations, words
  case stopWords = "stop-words"

  /// The roles that entries of the list may have.
  public var roles: [Role] {
    switch self {
    case .actors: [.actor, .object, .adjective, .trap]
    case .references: [.self, .counterpart, .anaphor, .demonstrative, .group]
    case .decoupling: [.term]
    case .stance: [.oppose, .cost, .seek, .pursue, .advocate]
    case .threat: [.act, .menace, .challenge, .phenomenon, .intensifier, .denial]
    case .blame: [.act, .trait, .outcome, .cause, .fault, .pretext, .protest, .concern, .conduct, .blaming]
    case .demands: [.urge, .must, .cease]
    case .rejections: [.allegation, .groundless, .never, .turnBack, .admission]
    case .rationale: [.ground, .marker, .reason, .behind, .trap]
    case .recognition: [.grant]
    case .voice:
      [
        .report, .claim, .hearsay, .doubt, .ask, .expert, .outlet, .interrogative, .vocative, .idiom, .own, .office,
        .filler, .guest, .host, .visitor, .press, .talks, .commentary, .testimony,
      ]
    case .scopes:
      [
        .negation, .hedge, .conditional, .future, .passive, .onto, .within, .by, .from, .of, .join, .contrast, .purpose,
        .pose,
      ]
    case .domains: [.domain]
    case .abbreviations: [.title, .abbreviation, .starter]
    case .words: [.unit, .measure, .magnitude, .numeral, .ordinal, .surname, .honorific, .transliteration]
    case .stopWords: [.function]
    }
  }

  /// Whether the list only steers the cutting or the counting of words: its terms are not looked for in sentences.
  public var steersWords: Bool { self == .abbreviations || self == .words || self == .stopWords }

  /// Whether a term of the list hides every other term inside it: 中国 in 发展中国家, China in South China Sea.
  public var coversOthers: Bool { self == .actors }
}
