internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// Finds whose words a sentence reports: the subject of its first verb of reporting that has one.
struct ReportedSpeech {
  let sentence: TaggedSentence
  let mentions: [Mention]
  let side: Side
  let context: Context
  let names: NameShapes

  /// Whose words they are.
  enum Speaker: Hashable {
    case own
    case someone(Actor)
    case unknown
  }

  /// Whose words the sentence reports.
  func speaker() -> Speaker {
    // “锐评指出，某大使说…”: a comment of the own media that passes on what someone else says.
    var isComment = false
    for verb in sentence.tags(.voice, .report, .claim, .hearsay) where !isPartOfAName(verb) {
      if isComment, verb.role == .claim { continue }
      let found = speaker(of: verb)
      if found == .own,
        sentence.tags(.voice, .commentary).contains(where: { $0.tokens.upperBound == verb.tokens.lowerBound })
      {
        isComment = true
      } else if found != .unknown {
        return found
      }
    }
    if isComment { return .own }
    return sentence.language == .zh ? ChineseNarration(speech: self).speaker() : .unknown
  }

  private func speaker(of verb: Tag) -> Speaker {
    if verb.role == .hearsay { return source(of: verb) }
    let start = sentence.tokens(ofClause: sentence.tokens[verb.tokens.lowerBound].clause).lowerBound
    if let kind = Self.positions[sentence.entry(of: verb).id] {
      return opensWithTopic(at: start) ? .unknown : speaker(ofPosition: verb, from: start, kind: kind)
    }
    if sentence.language == .zh { return ChineseSubject(speech: self).speaker(of: verb) }
    return opensWithTopic(at: start) ? .unknown : EnglishSubject(speech: self).speaker(of: verb, from: start)
  }

  /// “他的表态”, “所说的话”: a verb that stands as a noun or an attribute reports nothing.
  private func isPartOfAName(_ verb: Tag) -> Bool {
    guard sentence.language == .zh, verb.role != .hearsay else { return false }
    let (first, next) = (verb.tokens.lowerBound, verb.tokens.upperBound)
    let isAttribute = next < sentence.tokens.count && sentence.word(sentence.tokens[next]).hasPrefix("的")
    return isAttribute || sentence.tokens[max(0, first - 2)..<first].contains { sentence.reads($0, "的") }
  }

  /// Whom a phrase of hearsay names: 据路透社报道, according to the ministry.
  private func source(of verb: Tag) -> Speaker {
    let isAhead = sentence.language == .zh
    let inside = mentions.first {
      verb.tokens.contains($0.tokens.lowerBound) || !isAhead && $0.tokens.lowerBound >= verb.tokens.upperBound
    }
    if let inside { return isAhead && inside.actor == side.actor ? .own : .someone(inside.actor) }
    let isOwn = sentence.tags(.voice, .own).contains { verb.tokens.contains($0.tokens.lowerBound) }
    return isOwn ? .own : .someone(.other)
  }

  private enum PositionHolder { case anyone, thirdParty }

  /// The entries whose verbs give a position, with those whose position they give.
  private static let positions: [String: PositionHolder] = ["position": .anyone, "position-third": .thirdParty]

  /// “法方愿同中方…”: only a foreign side as the subject right before it.
  private func speaker(ofPosition verb: Tag, from start: Int, kind: PositionHolder) -> Speaker {
    let reach = start..<verb.tokens.lowerBound
    guard let subject = mentions.last(where: { reach.contains($0.tokens.lowerBound) && $0.kind != .object }),
      subject.actor != side.actor, kind == .anyone || subject.actor != side.opposite.actor,
      reach.upperBound - subject.tokens.upperBound <= 2,
      subject.tokens.lowerBound == start || sentence.text.text(in: subject.range).hasSuffix("方")
    else { return .unknown }
    return .someone(subject.actor)
  }

  /// A clause that only names the occasion: 针对美方称…，发言人表示.
  func opensWithTopic(at start: Int) -> Bool {
    guard sentence.tokens.indices.contains(start) else { return false }
    let words = ["针对", "关于", "对于", "就", "在", "当", "面对", "围绕", "对"]
    return words.contains { sentence.reads(sentence.tokens[start], $0) }
      || sentence.language == .zh && mentions.contains { $0.kind == .object && $0.tokens.lowerBound == start }
  }

  /// Those mentioned in a stretch who may speak there.
  func subjects(in reach: Range<Int>, besides kinds: Set<Mention.Kind> = [.object]) -> [Mention] {
    mentions.filter { reach.contains($0.tokens.lowerBound) && !kinds.contains($0.kind) }
  }
}

/// The subject of an English verb of reporting.
struct EnglishSubject {
  let speech: ReportedSpeech

  /// Who says what a verb reports.
  func speaker(of verb: Tag, from start: Int) -> ReportedSpeech.Speaker {
    let sentence = speech.sentence
    let reach = start..<verb.tokens.lowerBound
    // “China's maritime claims” are a noun: what is owned claims nothing.
    let owns: Set<Mention.Kind> = verb.role == .claim ? [.object, .possessive] : [.object]
    let subjects = speech.subjects(in: reach, besides: owns)
    let persons = sentence.tags(.voice, .expert, .outlet).filter { reach.contains($0.tokens.lowerBound) }
    if let person = persons.last {
      let nationality = subjects.last { $0.tokens.upperBound <= person.tokens.upperBound && $0.kind != .self }
      return .someone(nationality?.actor ?? speech.side.actor)
    }
    if subjects.count > 1, subjects.contains(where: { $0.actor == speech.side.actor && $0.kind == .name }),
      sentence.tags(.scopes, .join).contains(where: { reach.contains($0.tokens.lowerBound) })
    {
      return .own
    }
    if let subject = subjects.last { return subject.actor == speech.side.actor ? .own : .someone(subject.actor) }
    return isHeOrShe(before: verb, from: start) ? .someone(speech.context.holder ?? .other) : .unknown
  }

  /// In a speech, he or she who said something is someone else; before the press it is the speaker's own chief.
  private func isHeOrShe(before verb: Tag, from start: Int) -> Bool {
    guard speech.context.occasion == .plain, verb.tokens.lowerBound <= start + 3 else { return false }
    let sentence = speech.sentence
    return sentence.tokens[start..<verb.tokens.lowerBound].contains { token in
      ["he", "she", "he'd", "he’d", "she'd", "she’d"].contains { sentence.reads(token, $0) }
    }
  }
}
