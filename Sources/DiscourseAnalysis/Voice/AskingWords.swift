internal import DiscourseModel
internal import Lexicon

/// Finds questions to the one who answers, in a transcript whose labels are out of sight.
struct AskingWords {
  let side: Side
  let occasion: Occasion

  /// Whether a sentence asks the speaker.
  func ask(_ sentence: TaggedSentence) -> Bool {
    guard sentence.language == .en, side == .us else {
      return sentence.has(.voice, .ask) && (sentence.isQuestion || side == .us && occasion != .plain)
    }
    switch occasion {
    case .press:
      return sentence.has(.voice, .ask) || opensWithAddress(sentence) || asksOthers(sentence)
    case .unknown:
      return sentence.has(.voice, .ask) || sentence.isQuestion && (sentence.has(.voice, .interrogative, .vocative) || addresses(sentence))
    default: return sentence.isQuestion && sentence.has(.voice, .ask)
    }
  }

  /// Whether the sentence says “you” or “your”.
  private func addresses(_ sentence: TaggedSentence) -> Bool {
    sentence.tokens.contains { token in sentence.reads(token, "you") || sentence.reads(token, "your") }
  }

  /// Whether a question is one to others: none that the speaker quotes, answers at once or puts to the listener in passing.
  private func asksOthers(_ sentence: TaggedSentence) -> Bool {
    guard sentence.isQuestion, let last = sentence.tokens.last, last.quoteDepth == 0 else { return false }
    if sentence.has(.voice, .interrogative, .vocative) { return true }
    let words = sentence.tokens.filter(\.isWord)
    if let tag = words.last, words.count < 3 || isAfterComma(tag, in: sentence) { return false }
    if addresses(sentence) { return true }
    let isOwn = words.contains { token in ["i", "i'm", "i’m"].contains { sentence.reads(token, $0) } }
    return !isOwn && !sentence.tokens.contains { sentence.reads($0, ":") }
  }

  /// “…, right?”
  private func isAfterComma(_ token: Token, in sentence: TaggedSentence) -> Bool {
    guard let place = sentence.tokens.lastIndex(of: token), place > 0 else { return false }
    return sentence.reads(sentence.tokens[place - 1], ",")
  }

  /// “Prime Minister, you have said …”, “Good evening, Mr. President.”: a clause of a few words that ends with the one who
  /// is asked.
  private func opensWithAddress(_ sentence: TaggedSentence) -> Bool {
    sentence.tags.contains { tag in
      let isName = tag.list == .actors && sentence.entry(of: tag).attributes.actorClass == "official"
      let isAddress = tag.list == .voice && [.vocative, .guest].contains(tag.role)
      guard isName || isAddress, tag.tokens.lowerBound <= 4 else { return false }
      let words = sentence.tokens(ofClause: sentence.tokens[tag.tokens.lowerBound].clause)
      let end = min(words.upperBound, tag.tokens.upperBound + 2)
      guard end <= 7, sentence.tokens[tag.tokens.upperBound..<end].contains(where: { !$0.isWord }) else { return false }
      return isAddress && !isGuest(tag) || end < sentence.tokens.count && startsQuestion(sentence, at: end)
    }
  }

  private func isGuest(_ tag: Tag) -> Bool { tag.role == .guest }

  /// Whether what follows an address speaks to the one who is addressed.
  private func startsQuestion(_ sentence: TaggedSentence, at place: Int) -> Bool {
    let word = sentence.word(sentence.tokens[place])
    return word.hasPrefix("you") || ["can", "could", "do", "does", "are", "is", "have", "has", "will", "would", "what", "how", "why", "did"].contains(word)
  }
}
