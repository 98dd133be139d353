internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Whose words a Chinese sentence goes on with that has no verb of reporting: headlines, and news of talks.
struct ChineseNarration {
  let speech: ReportedSpeech

  /// Whose words they are.
  func speaker() -> ReportedSpeech.Speaker {
    if let speaker = headline() { return speaker }
    guard speech.side == .prc, !speech.sentence.has(.voice, .idiom) else {
      return .unknown
    }
    switch speech.context.occasion {
    case .talks: return guest() ?? .unknown
    case .plain: return goesOn() ?? .unknown
    default: return .unknown
    }
  }

  /// “俄方：…”, “专家：…”: a speaker before a colon.
  private func headline() -> ReportedSpeech.Speaker? {
    let tokens = speech.sentence.tokens
    guard let mark = tokens.prefix(10).firstIndex(where: { !$0.isWord }), mark > 0,
      ["：", ":"].contains(where: { speech.sentence.reads(tokens[mark], $0) })
    else { return nil }
    let persons = speech.sentence.tags(.voice, .own, .commentary, .expert, .outlet).filter {
      $0.tokens.upperBound == mark
    }
    let subject = speech.subjects(in: 0..<mark).first
    if let subject, subject.actor != speech.side.actor { return .someone(subject.actor) }
    guard let person = persons.first, [.expert, .outlet].contains(person.role) else { return nil }
    return .someone(subject?.actor ?? speech.side.actor)
  }

  /// In news of talks a sentence about the guest's side is what the guest said: 美方…, 美中…; and what a guest says goes
  /// on until the host's side speaks.
  private func guest() -> ReportedSpeech.Speaker? {
    let tokens = speech.sentence.tokens
    if namesGuestFirst(in: 0..<min(3, tokens.count)) {
      return .someone(speech.context.holder ?? speech.context.subject ?? .other)
    }
    let topic = speech.opensWithTopic(at: 0) ? speech.sentence.tokens(ofClause: 0).upperBound : 0
    let subject = speech.subjects(in: topic..<min(topic + 3, tokens.count)).first
    if let subject, subject.kind == .name, subject.actor != speech.side.actor,
      speech.context.holder == subject.actor || subject.tokens.lowerBound == topic
    {
      return .someone(subject.actor)
    }
    if let party = partyName() { return .someone(speech.context.holder ?? party) }
    guard let holder = speech.context.holder, !beginsWithHost(subject) else { return nil }
    return .someone(holder)
  }

  /// 比方, 塞方: a party by its short name that no list holds.
  private func partyName() -> Actor? {
    let tokens = speech.sentence.tokens.prefix(2)
    let text = tokens.map(speech.sentence.word).joined()
    let isParty =
      text.hasSuffix("方") && text.count == 2 || tokens.first.map(speech.sentence.word)?.hasSuffix("方") == true
    guard isParty, !["中方", "双方", "我方", "各方", "对方", "一方"].contains(where: text.hasPrefix) else { return nil }
    return .other
  }

  /// Whether the host's side begins to speak or to act: an organ or official of its own, 中方, 双方.
  private func beginsWithHost(_ subject: Mention?) -> Bool {
    let sentence = speech.sentence
    if sentence.tags(.voice, .own).contains(where: { $0.tokens.lowerBound <= 2 }) { return true }
    if sentence.tags(.actors, .trap).contains(where: { $0.tokens.lowerBound <= 1 }) { return true }
    guard let subject, subject.actor == speech.side.actor, subject.kind == .name else { return false }
    let text = sentence.text.text(in: subject.range)
    return text.hasSuffix("方") || subject.range.count > 6
  }

  /// In news, what someone says without quotation marks goes on for a sentence where nothing else begins.
  private func goesOn() -> ReportedSpeech.Speaker? {
    guard speech.context.isParaphrase, let holder = speech.context.holder, !beginsAnew else { return nil }
    let subject = speech.subjects(in: 0..<min(4, speech.sentence.tokens.count)).first
    guard subject?.actor != speech.side.actor, subject?.kind != .self,
      !speech.sentence.tags(.voice, .own, .commentary).contains(where: { $0.tokens.lowerBound <= 3 })
    else { return nil }
    return .someone(holder)
  }

  /// Whether a sentence begins with a date or another turn of the report: 23日…, 此外….
  private var beginsAnew: Bool {
    let sentence = speech.sentence
    guard let first = sentence.tokens.first else { return true }
    let word = sentence.word(first)
    return word.first?.isNumber == true || sentence.has(.demands, .urge, .must)
      || word.count > 1 && speech.names.fillers.contains(word) || speech.opensWithTopic(at: 0)
  }

  /// Whether a pair is named with the other first: 美中, 欧中.
  private func namesGuestFirst(in reach: Range<Int>) -> Bool {
    speech.sentence.tags(.actors, .trap).contains { tag in
      guard reach.contains(tag.tokens.lowerBound), speech.sentence.entry(of: tag).id.hasPrefix("pair-") else {
        return false
      }
      let text = speech.sentence.text.text(in: tag.range)
      return text.contains("中") && !text.hasPrefix("中")
    }
  }
}
