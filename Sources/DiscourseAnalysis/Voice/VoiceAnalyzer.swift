internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Decides who speaks in a sentence: the document's own side, someone who is quoted, or someone who asks.
///
/// Turn labels decide first, then words of asking, then the subject of a verb of reporting, then quotation marks that are
/// still open.
struct VoiceAnalyzer {
  let side: Side
  let context: Context

  /// How many sentences a question without a label goes on.
  private static let longestUnlabelledQuestion = 3

  /// A sentence's voice and, where it is not the side's own, whose words it holds.
  struct Result {
    var voice: Voice
    var holder: Actor?
    /// How many further sentences the turn of someone who asks may go on; nil where nobody asks.
    var questionLeft: Int?
  }

  /// The voice of a sentence.
  func analyze(_ sentence: TaggedSentence, mentions: [Mention]) -> Result {
    let text = sentence.text.text(in: sentence.sentence.range)
    let label = TurnTracker.label(of: text)
    if label == .question { return Result(voice: .question, holder: .other, questionLeft: Int.max) }
    if label == nil, let left = context.questionLeft, left > 0 {
      return Result(voice: .question, holder: .other, questionLeft: left == Int.max ? left : left - 1)
    }
    if label == nil, asksTheSpeaker(sentence) {
      return Result(voice: .question, holder: .other, questionLeft: Self.longestUnlabelledQuestion)
    }
    if let holder = reportedHolder(sentence, mentions: mentions) { return Result(voice: .quoted, holder: holder) }
    if context.openQuote, let holder = context.holder { return Result(voice: .quoted, holder: holder) }
    if isTestimonial(text) { return Result(voice: .quoted, holder: side.actor) }
    return Result(voice: .own, holder: nil)
  }

  /// A question to the one who answers, in a transcript whose labels are out of sight.
  private func asksTheSpeaker(_ sentence: TaggedSentence) -> Bool {
    if sentence.has(.voice, .ask) { return sentence.isQuestion || sentence.language == .en && side == .us }
    guard sentence.isQuestion, sentence.language == .en, side == .us else { return false }
    return sentence.tokens.contains { token in Self.addresses.contains { sentence.reads(token, $0) } }
  }

  private static let addresses = ["you", "your", "administration"]

  /// Words in quotation marks with which a sentence of an English document begins are a supporter's or a witness's.
  private func isTestimonial(_ text: String) -> Bool {
    guard side == .us, let first = text.first else { return false }
    if first == "“" || first == "\"" { return true }
    guard text.utf8.prefix(320).contains(0x3A), let colon = text.prefix(80).firstIndex(of: ":") else { return false }
    return text[colon...].hasPrefix(": “")
  }

  /// Whose words a sentence reports: the subject of its first verb of reporting that has one, where it is not the own side.
  private func reportedHolder(_ sentence: TaggedSentence, mentions: [Mention]) -> Actor? {
    for verb in sentence.tags(.voice, .report, .claim, .hearsay) {
      let clause = sentence.tokens[verb.tokens.lowerBound].clause
      let start = sentence.tokens(ofClause: clause).lowerBound
      if opensWithTopic(sentence, at: start) { continue }
      switch subject(of: verb, from: start, in: sentence, mentions: mentions) {
      case .own: return nil
      case .someone(let actor): return actor
      case .unknown: continue
      }
    }
    return nil
  }

  private enum Subject {
    case own
    case someone(Actor)
    case unknown
  }

  private func subject(of verb: Tag, from start: Int, in sentence: TaggedSentence, mentions: [Mention]) -> Subject {
    let reach = start..<verb.tokens.lowerBound
    let persons = sentence.tags(.voice, .expert, .outlet).filter { reach.contains($0.tokens.lowerBound) }
    // “China's maritime claims” are a noun: what is owned claims nothing.
    let owns: Set<Mention.Kind> = verb.role == .claim ? [.object, .possessive] : [.object]
    let subjects = mentions.filter { reach.contains($0.tokens.lowerBound) && !owns.contains($0.kind) }
    if verb.role == .hearsay {
      let inside = mentions.first {
        verb.tokens.contains($0.tokens.lowerBound) || $0.tokens.lowerBound >= verb.tokens.upperBound
      }
      return .someone(inside?.actor ?? .other)
    }
    if let kind = Self.positions[sentence.entry(of: verb).id] {
      // “法方愿同中方…”: only a foreign side as the subject right before it.
      guard let subject = subjects.last, subject.actor != side.actor,
        kind == .anyone || subject.actor != side.opposite.actor,
        reach.upperBound - subject.tokens.upperBound <= 2,
        subject.tokens.lowerBound == start || sentence.text.text(in: subject.range).hasSuffix("方")
      else { return .unknown }
      return .someone(subject.actor)
    }
    if let person = persons.last {
      let nationality = subjects.last { $0.tokens.upperBound <= person.tokens.upperBound }
      return .someone(nationality?.actor ?? side.actor)
    }
    if let subject = subjects.last { return subject.actor == side.actor ? .own : .someone(subject.actor) }
    guard sentence.language == .zh, verb.role == .report, isNamedStranger(sentence, reach) else { return .unknown }
    let sides = mentions.filter { $0.tokens.lowerBound >= verb.tokens.upperBound && $0.actor != side.actor }
    return .someone(sides.first?.actor ?? context.holder ?? .other)
  }

  private enum PositionHolder { case anyone, thirdParty }

  /// The entries whose verbs give a position, with those whose position they give.
  private static let positions: [String: PositionHolder] = ["position": .anyone, "position-third": .thirdParty]

  /// A clause that only names the occasion: 针对美方称…，发言人表示.
  private func opensWithTopic(_ sentence: TaggedSentence, at start: Int) -> Bool {
    guard sentence.tokens.indices.contains(start) else { return false }
    return ["针对", "关于", "对于", "就", "在", "当"].contains { sentence.reads(sentence.tokens[start], $0) }
  }

  /// A subject that is no name of the lists, and no organ or text of the own side, is a person or body that is quoted.
  private func isNamedStranger(_ sentence: TaggedSentence, _ reach: Range<Int>) -> Bool {
    let words = sentence.tokens[reach].filter(\.isWord)
    guard let first = words.first, (1...8).contains(words.count) else { return false }
    let text = words.map(sentence.word).joined()
    let own = [
      "文章", "评论", "锐评", "声明", "发言", "会议", "公报", "社评", "记者", "主席", "总理", "委员长", "部长", "部", "双方", "会", "报告", "白皮书",
      "本台", "钟声", "他", "她", "我", "大家", "报道", "通报", "意见", "书记", "同志", "主任", "外长", "中", "代表",
    ]
    return !own.contains(where: text.contains) && first.range.count >= 3 && words.contains { $0.range.count >= 3 }
  }
}
