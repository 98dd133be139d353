internal import DiscourseModel
internal import Lexicon
internal import Segmentation

/// The subject of a Chinese verb of reporting: the first in its clause, or in the clauses before, who can speak.
struct ChineseSubject {
  let speech: ReportedSpeech

  private var sentence: TaggedSentence { speech.sentence }
  private var side: Side { speech.side }

  /// How many clauses a subject may stand before its verb.
  private static let longestReach = 4

  /// Who says what a verb reports.
  func speaker(of verb: Tag) -> ReportedSpeech.Speaker {
    let clause = sentence.tokens[verb.tokens.lowerBound].clause
    let start = sentence.tokens(ofClause: clause).lowerBound
    if start == verb.tokens.lowerBound, sentence.text.text(in: verb.range).hasPrefix("报道") { return text }
    guard start < verb.tokens.lowerBound || verb.role == .report else { return .unknown }
    for number in stride(from: clause, through: max(0, clause - Self.longestReach), by: -1) {
      var reach = sentence.tokens(ofClause: number)
      if number == clause { reach = reach.lowerBound..<verb.tokens.lowerBound }
      let found = speaker(in: reach, of: verb)
      if found != .unknown { return found }
      // Only a verb with nothing of its own before it shares the subject of the clause before.
      if number == clause, reach.count > 2, !speech.opensWithTopic(at: reach.lowerBound) { return .unknown }
    }
    return .unknown
  }

  private func speaker(in reach: Range<Int>, of verb: Tag) -> ReportedSpeech.Speaker {
    if speech.opensWithTopic(at: reach.lowerBound) { return behindAttribute(in: reach) }
    let persons = sentence.tags(.voice, .own, .commentary, .expert, .outlet).filter {
      reach.contains($0.tokens.lowerBound)
    }
    let subject = speech.subjects(in: reach).first { !isGoverned($0) }
    let person = persons.first
    if let subject, subject.tokens.lowerBound <= person?.tokens.lowerBound ?? Int.max {
      return speaker(subject, with: persons)
    }
    if let person { return speaker(person, in: reach) }
    return unlisted(in: reach, of: verb)
  }

  /// “在当地访问的俄罗斯外长”: a subject behind an attribute that begins like a topic.
  private func behindAttribute(in reach: Range<Int>) -> ReportedSpeech.Speaker {
    let subject = speech.subjects(in: reach).first { mention in
      let place = mention.tokens.lowerBound
      return place > reach.lowerBound && sentence.reads(sentence.tokens[place - 1], "的")
    }
    return subject.map { speaker($0, with: []) } ?? .unknown
  }

  /// Someone who is named, perhaps as the home of an expert: 中国专家.
  private func speaker(_ subject: Mention, with persons: [Tag]) -> ReportedSpeech.Speaker {
    guard subject.actor == side.actor else { return .someone(subject.actor) }
    let isShort = subject.range.count <= 6 && !sentence.text.text(in: subject.range).hasSuffix("方")
    let isPlace = subject.kind == .adjective || isShort || ["state", "people"].contains(actorClass(subject))
    return isPlace && persons.contains { [.expert, .outlet].contains($0.role) } ? .someone(side.actor) : .own
  }

  private func actorClass(_ mention: Mention) -> String {
    let tag = sentence.tags.first { $0.tokens == mention.tokens && $0.list == .actors }
    return tag.flatMap { sentence.entry(of: $0).attributes.actorClass } ?? ""
  }

  /// An expert, a newspaper or an organ that no actor's name precedes.
  private func speaker(_ person: Tag, in reach: Range<Int>) -> ReportedSpeech.Speaker {
    switch person.role {
    case .outlet: .someone(.other)
    // Experts after someone of the other side was quoted may be anyone's.
    case .expert: .someone(speech.context.holder == side.opposite.actor ? .other : speech.context.holder ?? side.actor)
    default:
      // “报告说”: the text of which the sentence before spoke.
      sentence.entry(of: person).id == "own-texts" ? text : .own
    }
  }

  /// Whose text “the article”, “the report” is: of the one who was quoted or named first before it, else of the own side.
  private var text: ReportedSpeech.Speaker {
    if let holder = speech.context.holder { return .someone(holder) }
    guard speech.context.occasion == .plain, let first = speech.context.firstNamed, first != side.actor else {
      return .own
    }
    return .someone(first)
  }

  /// A name that only a preposition introduces: 就美方…, 向中国….
  private func isGoverned(_ mention: Mention) -> Bool {
    let start = mention.tokens.lowerBound
    return sentence.tags(.scopes, .onto).contains { $0.tokens.upperBound == start }
  }

  /// A pronoun, a person's name or another subject that no list holds.
  private func unlisted(in reach: Range<Int>, of verb: Tag) -> ReportedSpeech.Speaker {
    let text = subjectText(in: reach)
    if text.isEmpty { return .unknown }
    let before = speech.context.holder
    if ["他", "她", "他们", "她们"].contains(where: text.hasPrefix) {
      return earlier(than: reach, of: verb) ?? before.map { .someone($0) }
        ?? (verb.role == .claim ? .someone(.other) : .own)
    }
    switch names.shape(of: text) {
    case .foreign: return .someone(before ?? .other)
    case .chinese: return before.map { .someone($0) } ?? .own
    case nil: break
    }
    // 叙方, 警方: a party by its short name.
    if text.count == 2, text.hasSuffix("方") { return .someone(before ?? .other) }
    if let before, (2...4).contains(text.count), !names.offices.contains(where: text.contains) {
      return .someone(before)
    }
    // What looks like no name and is no group of words that speak: an own official of a rare surname.
    guard sentence.entry(of: verb).id == "say", !isNegated(in: reach) else { return .unknown }
    if text.count <= 3 { return .own }
    guard side == .prc, (4...24).contains(text.count), !names.offices.contains(where: text.contains) else {
      return .unknown
    }
    return .someone(before ?? .other)
  }

  private func isNegated(in reach: Range<Int>) -> Bool {
    sentence.tags(.scopes, .negation, .conditional).contains { reach.contains($0.tokens.lowerBound) }
  }

  private var names: NameShapes { speech.names }

  /// The subject of an earlier clause, for which a pronoun stands.
  private func earlier(than reach: Range<Int>, of verb: Tag) -> ReportedSpeech.Speaker? {
    let clause = sentence.tokens[reach.lowerBound].clause
    for number in stride(from: clause - 1, through: 0, by: -1) {
      let found = speaker(in: sentence.tokens(ofClause: number), of: verb)
      if found != .unknown { return found }
    }
    return nil
  }

  /// The words before a verb without dates and adverbs.
  private func subjectText(in reach: Range<Int>) -> String {
    sentence.tokens[reach].filter { token in
      token.isWord && !names.fillers.contains(sentence.word(token)) && !isDate(token)
    }.map(sentence.word).joined()
  }

  private func isDate(_ token: Token) -> Bool {
    let word = sentence.word(token)
    return word.first?.isNumber == true
  }
}
