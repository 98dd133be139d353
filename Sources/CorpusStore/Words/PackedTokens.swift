internal import DiscourseModel
internal import Segmentation

/// The tokens of a statement as the table `token` keeps them.
enum PackedTokens {
  /// Packs the tokens of a statement.
  ///
  /// - Parameters:
  ///   - sequence: its words and marks.
  ///   - words: the key of each of the sequence's forms in the table `word`.
  static func pack(_ sequence: WordSequence, words: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * sequence.sentences.reduce(1) { $0 + $1.count + 1 })
    var end = 0
    for sentence in sequence.sentences {
      Varint.append(sentence.count, to: &bytes)
      for token in sentence {
        Varint.append(words[token.form], to: &bytes)
        Varint.append(max(0, token.range.lowerBound - end), to: &bytes)
        Varint.append(token.range.count, to: &bytes)
        end = token.range.upperBound
      }
    }
    return bytes
  }

  /// The tokens of each sentence; a token's form is its word's key.
  static func sentences(in bytes: [UInt8]) -> [[WordSequence.Token]] {
    var sentences: [[WordSequence.Token]] = []
    var reader = VarintReader(bytes)
    var end = 0
    while let count = reader.next() {
      var tokens: [WordSequence.Token] = []
      for _ in 0..<count {
        guard let word = reader.next(), let gap = reader.next(), let length = reader.next() else { return sentences }
        tokens.append(WordSequence.Token(form: word, range: end + gap..<end + gap + length))
        end += gap + length
      }
      sentences.append(tokens)
    }
    return sentences
  }

  /// Hands out each token: its sentence, its word's key, and its range of UTF-8 offsets. Stops at a broken end.
  @inline(__always)
  static func forEach(in bytes: [UInt8], _ body: (_ sentence: Int, _ word: Int, _ range: Range<Int>) -> Void) {
    var reader = VarintReader(bytes)
    var end = 0
    var sentence = 0
    while let count = reader.next() {
      for _ in 0..<count {
        guard let word = reader.next(), let gap = reader.next(), let length = reader.next() else { return }
        body(sentence, word, end + gap..<end + gap + length)
        end += gap + length
      }
      sentence += 1
    }
  }
}
