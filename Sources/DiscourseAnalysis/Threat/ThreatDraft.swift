internal import DiscourseModel
internal import Lexicon

/// A threat as rules find it, before its fields and its intensity are told.
struct ThreatDraft {
  /// A word that names the threat, and the rule that found who poses it.
  struct Word {
    var tag: Tag
    var rule: String?
  }

  /// Who poses it.
  var from: Actor
  /// Whom it endangers.
  var to: Actor
  /// Whether the sentence says that there is no such threat.
  var isDenied: Bool
  /// The words, in the order in which they were found.
  var words: [Word]

  /// The source with the polarity: what weights choose.
  var source: ThreatSource { ThreatSource(actor: from, isDenied: isDenied) }
}

/// Who poses a threat, or is said to pose none.
struct ThreatSource: Hashable {
  var actor: Actor
  var isDenied: Bool

  /// As validation names it: `US assert`.
  var label: String { "\(actor.rawValue) \((isDenied ? Polarity.deny : .assert).rawValue)" }
}

extension [ThreatDraft] {
  /// Adds a draft, or its words to one of the same source, object and polarity.
  mutating func merge(_ draft: ThreatDraft) {
    if let index = firstIndex(where: { $0.source == draft.source && $0.to == draft.to }) {
      self[index].words += draft.words
    } else {
      append(draft)
    }
  }
}
