public import DiscourseModel
internal import Lexicon
internal import Segmentation

/// A word that stands for an actor in a sentence, resolved.
public struct Mention: Sendable, Hashable {
  /// How the word stands for its actor.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A name.
    case name
    /// A name that can only be acted on: 对华.
    case object
    /// An adjective: Chinese.
    case adjective
    /// A name with a possessive ending: China's.
    case possessive
    /// First person: we, 我国.
    case `self`
    /// The side across the table: 对方.
    case counterpart
    /// A pronoun: it, 其.
    case anaphor
  }

  /// The actor.
  public var actor: Actor
  /// How the word stands for it.
  public var kind: Kind
  /// Half-open range of positions in the sentence's tokens.
  public var tokens: Range<Int>
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
  /// `list/entry`.
  public var entry: String
  /// Whether it names those of a side whom their own government blames: predecessors, the other party, a few officials.
  public var isOpponent = false
}

/// Finds the actors of a sentence and what its pronouns stand for.
struct ActorResolver {
  let side: Side
  let context: Context

  /// The mentions of a sentence, in order.
  func mentions(in sentence: TaggedSentence) -> [Mention] {
    var mentions: [Mention] = []
    for tag in sentence.tags {
      guard var kind = kind(of: tag) else { continue }
      // The world, other countries and the like suffer; they are hardly ever the ones who act.
      if kind == .name, sentence.entry(of: tag).attributes.actorClass == "world" { kind = .object }
      // “The Israeli authorities” act as a name does.
      if kind == .adjective, isGroup(after: tag, in: sentence) { kind = .name }
      if kind == .name, isPossessive(tag, in: sentence) { kind = .possessive }
      if kind == .anaphor, isOwning(tag, in: sentence) { kind = .possessive }
      let actor: Actor?
      switch kind {
      case .possessive where tag.role == .anaphor: actor = antecedent(before: mentions)
      case .name, .object, .adjective, .possessive: actor = sentence.entry(of: tag).attributes.actor
      case .self: actor = ownActor(in: sentence, at: tag)
      case .counterpart: actor = side.opposite.actor
      case .anaphor: actor = antecedent(before: mentions)
      }
      guard let actor else { continue }
      mentions.append(
        Mention(
          actor: actor, kind: kind, tokens: tag.tokens, range: tag.range, entry: sentence.lexicon.citations[tag.entry],
          isOpponent: sentence.entry(of: tag).attributes.actorClass == "opponent"))
    }
    return mentions
  }

  /// Whether a noun for those who act for a state follows an adjective: authorities, troops.
  private func isGroup(after tag: Tag, in sentence: TaggedSentence) -> Bool {
    sentence.tags.contains { $0.role == .group && $0.tokens.lowerBound == tag.tokens.upperBound }
  }

  /// Whether an English name goes on with an apostrophe inside its word: China's, the United States'.
  private func isPossessive(_ tag: Tag, in sentence: TaggedSentence) -> Bool {
    guard sentence.language == .en, let last = sentence.tokens[tag.tokens].last else { return false }
    if last.range.upperBound > tag.range.upperBound {
      let ending = sentence.text.text(in: tag.range.upperBound..<last.range.upperBound)
      return ["'s", "’s", "'", "’"].contains(ending)
    }
    guard sentence.tokens.indices.contains(tag.tokens.upperBound) else { return false }
    let next = sentence.tokens[tag.tokens.upperBound]
    return ["'", "’"].contains { sentence.reads(next, $0) }
  }

  /// Whether a pronoun owns what follows: its, their.
  private func isOwning(_ tag: Tag, in sentence: TaggedSentence) -> Bool {
    tag.tokens.count == 1 && ["its", "their"].contains { sentence.reads(sentence.tokens[tag.tokens.lowerBound], $0) }
  }

  private func kind(of tag: Tag) -> Mention.Kind? {
    switch (tag.list, tag.role) {
    case (.actors, .actor): .name
    case (.actors, .object): .object
    case (.actors, .adjective): .adjective
    case (.references, .self): .self
    case (.references, .counterpart): .counterpart
    case (.references, .anaphor): .anaphor
    default: nil
    }
  }

  /// First-person words are the document's side, unless someone else is quoted.
  private func ownActor(in sentence: TaggedSentence, at tag: Tag) -> Actor { context.holder ?? side.actor }

  /// A pronoun stands for the last one named before it that is not the speaker's own side.
  private func antecedent(before mentions: [Mention]) -> Actor? {
    if let last = mentions.last(where: { $0.actor != side.actor && ($0.kind == .name || $0.kind == .possessive) }) {
      return last.actor
    }
    return context.subject
  }
}

/// What a sentence inherits from the one before it.
public struct Context: Sendable, Hashable {
  /// The last actor, other than the own side, of whom the text spoke.
  public var subject: Actor?
  /// How many sentences ago that was, over the sentence before: what is said longer ago is not pointed at.
  public var subjectAge = 0
  /// How many further sentences the turn of someone who asks may go on; nil where nobody asks.
  public var questionLeft: Int?
  /// Whose words they were, where they were not the own side's.
  public var holder: Actor?
  /// What kind of text it is.
  public var occasion = Occasion.unknown
  /// Who has the floor, where a label told it.
  public var turn: Turn?
  /// Whether a verb told whose words they were, and they stood without quotation marks.
  public var isParaphrase = false
  /// The actor that was named first.
  public var firstNamed: Actor?
  /// Whether a quotation is still open.
  public var openQuote = false
  /// Whether it had a word of danger.
  public var namedThreat = false
  /// The fields of which its words told.
  public var domains: [ThreatDomain] = []
  /// Whether the other side, or dependence on others, was named.
  public var namedOtherSide = false

  /// The state at the beginning of a statement of some kind.
  public init(occasion: Occasion = .unknown) { self.occasion = occasion }
}
