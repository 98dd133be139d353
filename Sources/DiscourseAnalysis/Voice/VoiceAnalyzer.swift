internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Decides who speaks in a sentence: the document's own side, someone who is quoted, or someone who asks.
///
/// Turn labels decide first, then words of asking, then the subject of a verb of reporting, then the kind of text and
/// quotation marks that are still open.
struct VoiceAnalyzer {
  let side: Side
  let context: Context
  let names: NameShapes

  /// How many sentences a question without a label goes on.
  private static let longestUnlabelledQuestion = 3

  /// A sentence's voice and, where it is not the side's own, whose words it holds.
  struct Result {
    var voice: Voice
    var holder: Actor?
    /// How many further sentences the turn of someone who asks may go on; nil where nobody asks.
    var questionLeft: Int?
    /// Who has the floor.
    var turn: Turn?
  }

  /// The voice of a sentence.
  func analyze(_ sentence: TaggedSentence, mentions: [Mention]) -> Result {
    let text = sentence.text.text(in: sentence.sentence.range)
    let label = TurnTracker.label(of: text)
    if let question = question(sentence, label: label) { return question }
    let turn = turn(after: label, mentions: mentions)
    if case .guest(let actor) = turn { return Result(voice: .quoted, holder: actor, turn: turn) }
    guard let holder = quoted(sentence, mentions: mentions, text: text) else { return Result(voice: .own, turn: turn) }
    return Result(voice: .quoted, holder: holder, turn: turn)
  }

  /// The voice of someone who asks, or nil.
  private func question(_ sentence: TaggedSentence, label: TurnTracker.Label?) -> Result? {
    switch label {
    case .question: return Result(voice: .question, holder: .other, questionLeft: Int.max)
    case .speaker:
      // Panels name those who ask as they name those who answer.
      guard context.occasion == .press, sentence.has(.voice, .ask), sentence.has(.voice, .vocative) else { return nil }
      return Result(voice: .question, holder: .other, questionLeft: Int.max)
    case nil: break
    }
    if let left = context.questionLeft, left > 0 {
      let rest = left == Int.max ? left : left - 1
      return Result(voice: .question, holder: .other, questionLeft: rest)
    }
    // Whoever has the floor after a label asks only rhetorically.
    guard context.turn == nil, AskingWords(side: side, occasion: context.occasion).ask(sentence) else { return nil }
    // What follows a question mark without words of asking is as often the answer.
    let goesOn = !sentence.isQuestion || sentence.has(.voice, .ask)
    let left = goesOn ? Self.longestUnlabelledQuestion : nil
    return Result(voice: .question, holder: .other, questionLeft: left)
  }

  /// Who has the floor after a label: heads of other governments speak beside their hosts.
  private func turn(after label: TurnTracker.Label?, mentions: [Mention]) -> Turn? {
    guard case .speaker(let name) = label else { return context.turn }
    let words = name.lowercased()
    guard names.guests.contains(where: words.contains), !names.hosts.contains(where: words.contains) else {
      return .own
    }
    let inLabel = mentions.first.flatMap { $0.tokens.lowerBound <= 4 ? $0.actor : nil }
    return .guest(inLabel == side.actor ? .other : inLabel ?? .other)
  }

  /// Whose words a sentence reports or quotes, or nil.
  private func quoted(_ sentence: TaggedSentence, mentions: [Mention], text: String) -> Actor? {
    let speech = ReportedSpeech(sentence: sentence, mentions: mentions, side: side, context: context, names: names)
    switch speech.speaker() {
    case .own: return nil
    case .someone(let actor): return actor
    case .unknown: break
    }
    if side == .us, sentence.has(.voice, .visitor), turnIsOpen {
      return mentions.first { $0.actor != side.actor }?.actor ?? .other
    }
    if isOwnStatement(sentence) { return nil }
    if context.openQuote, let holder = context.holder { return holder }
    return isTestimonial(text) ? side.actor : nil
  }

  /// Whether no label tells who has the floor.
  private var turnIsOpen: Bool { context.turn == nil }

  /// “…,” said the Attorney General.
  private func isOwnStatement(_ sentence: TaggedSentence) -> Bool {
    guard sentence.language == .en, let verb = sentence.tags(.voice, .report).last else { return false }
    return sentence.tags(.voice, .own).contains { (0...3).contains($0.tokens.lowerBound - verb.tokens.upperBound) }
  }

  /// Words in quotation marks with which a sentence of an English document begins are a supporter's or a witness's.
  private func isTestimonial(_ text: String) -> Bool {
    guard side == .us, let first = text.first else { return false }
    if first == "“" || first == "\"" || context.occasion == .testimony { return true }
    guard text.utf8.prefix(320).contains(0x3A), let colon = text.prefix(80).firstIndex(of: ":") else { return false }
    return text[colon...].hasPrefix(": “")
  }
}
