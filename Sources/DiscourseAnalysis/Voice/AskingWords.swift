internal import DiscourseModel
internal import Lexicon
internal import Segmentation

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
      return sentence.has(.voice, .ask)
        || sentence.isQuestion && (sentence.has(.voice, .interrogative, .vocative) || addresses(sentence))
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
    let isSetUp = sentence.tokens.contains { sentence.reads($0, ":") }
    if !isSetUp, sentence.has(.voice, .interrogative, .vocative) { return true }
    let words = sentence.tokens.filter(\.isWord)
    if let tag = words.last, words.count < 3 || isAfterComma(tag, in: sentence) { return false }
    if addresses(sentence) { return true }
    let isOwn = words.contains { token in ["i", "i'm", "i’m"].contains { sentence.reads(token, $0) } }
    return !isOwn && !isSetUp
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
      let isAddress = tag.list == .voice && tag.role == .vocative
      let isName = tag.list == .actors && tag.role == .actor || tag.list == .voice && tag.role == .guest
      guard isName || isAddress, tag.tokens.lowerBound <= (isName ? 0 : 4) else { return false }
      // A name may follow its title: Secretary Whitfield, you ….
      let end = (tag.tokens.upperBound..<min(tag.tokens.upperBound + 2, sentence.tokens.count)).first {
        !sentence.tokens[$0].isWord
      }
      guard let end, end == tag.tokens.upperBound || isCapitalized(sentence.tokens[end - 1], in: sentence) else {
        return false
      }
      guard !thanks(sentence, at: end + 1) else { return false }
      return isAddress || end + 1 < sentence.tokens.count && startsQuestion(sentence, at: end + 1)
    }
  }

  /// “Mr. President, thank you for coming”: hosts and guests thank; who asks says what for.
  private func thanks(_ sentence: TaggedSentence, at place: Int) -> Bool {
    guard place < sentence.tokens.count else { return false }
    return ["thank", "thanks", "welcome", "we", "it"].contains(sentence.word(sentence.tokens[place]))
  }

  private func isCapitalized(_ token: Token, in sentence: TaggedSentence) -> Bool {
    (0x41...0x5A).contains(sentence.text.bytes[token.range.lowerBound])
  }

  /// Whether what follows an address speaks to the one who is addressed.
  private func startsQuestion(_ sentence: TaggedSentence, at place: Int) -> Bool {
    let word = sentence.word(sentence.tokens[place])
    return word.hasPrefix("you")
      || ["can", "could", "do", "does", "are", "is", "have", "has", "will", "would", "what", "how", "why", "did"]
        .contains(word)
  }
}
