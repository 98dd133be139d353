internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Whose words a Chinese sentence goes on with that has no verb of reporting: headlines, and news of talks.
struct ChineseNarration {
  let speech: ReportedSpeech

  /// Whose words they are.
  func speaker() -> ReportedSpeech.Speaker {
    if let speaker = headline() { return speaker }
    guard speech.context.occasion == .talks, speech.side == .prc else { return .unknown }
    return guest() ?? .unknown
  }

  /// “俄方：…”, “专家：…”: a speaker before a colon.
  private func headline() -> ReportedSpeech.Speaker? {
    let tokens = speech.sentence.tokens
    guard let mark = tokens.prefix(10).firstIndex(where: { !$0.isWord }), mark > 0,
      ["：", ":"].contains(where: { speech.sentence.reads(tokens[mark], $0) })
    else { return nil }
    let persons = speech.sentence.tags(.voice, .own, .commentary, .expert, .outlet).filter { $0.tokens.upperBound == mark }
    let subject = speech.subjects(in: 0..<mark).first
    if let subject, subject.actor != speech.side.actor { return .someone(subject.actor) }
    guard let person = persons.first, [.expert, .outlet].contains(person.role) else { return nil }
    return .someone(subject?.actor ?? speech.side.actor)
  }

  /// In news of talks a sentence about the guest's side is what the guest said: 美方…, 美中….
  private func guest() -> ReportedSpeech.Speaker? {
    let sentence = speech.sentence
    guard !sentence.has(.voice, .idiom) else { return nil }
    let reach = 0..<min(3, sentence.tokens.count)
    if namesGuestFirst(in: reach), let holder = speech.context.holder { return .someone(holder) }
    guard let subject = speech.subjects(in: reach).first, subject.kind == .name,
      subject.actor != speech.side.actor, speech.context.holder == subject.actor || subject.tokens.lowerBound == 0
    else { return nil }
    return .someone(subject.actor)
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
