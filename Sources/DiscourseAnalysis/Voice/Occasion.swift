public import DiscourseModel
internal import Lexicon

/// What kind of text a statement is, as far as that tells whose words its sentences hold.
public enum Occasion: Sendable, Hashable {
  /// There is no title.
  case unknown
  /// The title tells nothing.
  case plain
  /// Reporters or a moderator ask.
  case press
  /// News of talks: what each side said, in turn.
  case talks
  /// An article in which the own side's media speak their mind.
  case commentary
  /// A collection of what supporters say.
  case testimony
}

/// Who has the floor in a transcript after a label.
public enum Turn: Sendable, Hashable {
  /// A speaker of the own side.
  case own
  /// Someone else.
  case guest(Actor)
}

/// The words of titles that tell an occasion, from the list `voice`.
struct TitleWords: Sendable {
  private let words: [(occasion: Occasion, words: [String])]

  /// The words of a lexicon. What is rare in titles and tells most comes first.
  init(_ lexicon: Lexicon) {
    let roles: [(Role, Occasion)] = [
      (.testimony, .testimony), (.commentary, .commentary), (.press, .press), (.talks, .talks),
    ]
    words = roles.map { role, occasion in (occasion, lexicon.notations(.voice, role).map { $0.lowercased() }) }
  }

  /// The occasion that a title or a genre tells.
  func occasion(of metadata: Metadata) -> Occasion {
    let text = [metadata.title, metadata.genre].compactMap { $0?.lowercased() }.joined(separator: " ")
    guard !text.isEmpty else { return .unknown }
    return words.first { $0.words.contains(where: text.contains) }?.occasion ?? .plain
  }
}

extension Lexicon {
  /// The terms of a role as they are written.
  func notations(_ list: ListName, _ role: Role) -> [String] {
    entries.filter { $0.list == list && $0.role == role }.flatMap { $0.terms.map(\.notation) }
  }
}
