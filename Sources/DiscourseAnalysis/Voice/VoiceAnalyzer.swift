internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Decides who speaks in a sentence: the document's own side, someone who is quoted, or someone who asks.
///
/// Turn labels decide first, then the subject of a verb of reporting, then quotation marks that are still open.
struct VoiceAnalyzer {
  let side: Side
  let context: Context

  /// A sentence's voice and, where it is not the side's own, whose words it holds.
  struct Result {
    var voice: Voice
    var holder: Actor?
    /// Whether a turn of someone who asks goes on into the next sentence.
    var turn: Voice
  }

  /// The voice of a sentence.
  func analyze(_ sentence: TaggedSentence, mentions: [Mention]) -> Result {
    let text = sentence.text.text(in: sentence.sentence.range)
    let label = TurnTracker.label(of: text)
    if label == .question || (label == nil && context.voice == .question) {
      return Result(voice: .question, holder: .other, turn: .question)
    }
    if label == nil, asksTheSpeaker(sentence) { return Result(voice: .question, holder: .other, turn: .own) }
    if let holder = reportedHolder(sentence, mentions: mentions) {
      return Result(voice: .quoted, holder: holder, turn: .own)
    }
    if context.openQuote, let holder = context.holder { return Result(voice: .quoted, holder: holder, turn: .own) }
    return Result(voice: .own, holder: nil, turn: .own)
  }

  /// A question to the one who answers, in a transcript whose labels are out of sight.
  private func asksTheSpeaker(_ sentence: TaggedSentence) -> Bool {
    guard sentence.isQuestion else { return false }
    return sentence.has(.voice, .ask)
  }

  /// Whose words a sentence reports: the subject of its first verb of reporting, where it is not the own side.
  private func reportedHolder(_ sentence: TaggedSentence, mentions: [Mention]) -> Actor? {
    let verbs = sentence.tags(.voice, .report, .claim, .hearsay)
    guard let verb = verbs.first else { return nil }
    let clause = sentence.tokens[verb.tokens.lowerBound].clause
    let start = sentence.tokens(ofClause: clause).lowerBound
    // The subject may stand in the clause before the verb's: “…，外交部发言人今天表示”.
    let reach = start..<verb.tokens.lowerBound
    let persons = sentence.tags(.voice, .expert, .outlet).filter { reach.contains($0.tokens.lowerBound) }
    let subjects = mentions.filter { reach.contains($0.tokens.lowerBound) && $0.kind != .object }
    if verb.role == .hearsay {
      return subjects.first?.actor ?? hearsayHolder(sentence, after: verb, mentions: mentions)
    }
    if let person = persons.last {
      let nationality = subjects.last { $0.tokens.upperBound <= person.tokens.upperBound }
      return nationality?.actor ?? side.actor
    }
    guard let subject = subjects.first, subject.actor != side.actor else { return nil }
    return subject.actor
  }

  private func hearsayHolder(_ sentence: TaggedSentence, after verb: Tag, mentions: [Mention]) -> Actor {
    mentions.first { $0.tokens.lowerBound >= verb.tokens.upperBound }?.actor ?? .other
  }
}
