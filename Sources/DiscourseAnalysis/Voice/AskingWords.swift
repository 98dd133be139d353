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
      return sentence.isQuestion || sentence.has(.voice, .ask) || opensWithAddress(sentence)
    case .unknown:
      return sentence.has(.voice, .ask) || sentence.isQuestion && (sentence.has(.voice, .interrogative, .vocative) || addresses(sentence))
    default: return sentence.isQuestion && sentence.has(.voice, .ask)
    }
  }

  /// Whether the sentence says “you” or “your”.
  private func addresses(_ sentence: TaggedSentence) -> Bool {
    sentence.tokens.contains { token in sentence.reads(token, "you") || sentence.reads(token, "your") }
  }

  /// “Prime Minister, you have said …”: a clause of a few words that names the one who is asked.
  private func opensWithAddress(_ sentence: TaggedSentence) -> Bool {
    guard let address = sentence.tags(.voice, .vocative, .guest).first, address.tokens.lowerBound <= 2 else { return false }
    let clause = sentence.tokens[address.tokens.lowerBound].clause
    return sentence.tokens(ofClause: clause).count <= 5
  }
}
