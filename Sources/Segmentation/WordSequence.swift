/// The words and marks of a text, sentence by sentence, each form once: what is kept of a segmented text to count and find words.
///
/// A form is a word as terms are matched: NFKC, case folded, traditional characters simplified (``NormalizedText``).
public struct WordSequence: Sendable, Hashable {
  /// A form, and what it is.
  public struct Form: Sendable, Hashable {
    /// The normalized text.
    public var text: String
    /// Word, number or mark; never white space.
    public var kind: Word.Kind

    /// A form of a kind.
    public init(text: String, kind: Word.Kind) {
      self.text = text
      self.kind = kind
    }
  }

  /// A word or a mark at a place.
  public struct Token: Sendable, Hashable {
    /// The form's number in ``WordSequence/forms``.
    public var form: Int
    /// Half-open range of UTF-8 offsets into the statement's text.
    public var range: Range<Int>

    /// A form at a place.
    public init(form: Int, range: Range<Int>) {
      self.form = form
      self.range = range
    }
  }

  /// The forms, by their first occurrence.
  public var forms: [Form]
  /// The tokens of each sentence, in order.
  public var sentences: [[Token]]

  /// A sequence with its parts.
  public init(forms: [Form], sentences: [[Token]]) {
    self.forms = forms
    self.sentences = sentences
  }

  /// The words and marks of a segmented text.
  ///
  /// - Complexity: O(n).
  public init(_ text: SegmentedText) {
    var numbers: [Form: Int] = [:]
    var forms: [Form] = []
    sentences = text.sentences.map { sentence in
      text.words[text.wordIndices(in: sentence.range)].lazy.filter { $0.kind != .space }.map { word in
        let form = Form(text: text.form(of: word), kind: word.kind)
        let number = numbers[form] ?? forms.count
        if number == forms.count {
          numbers[form] = number
          forms.append(form)
        }
        return Token(form: number, range: word.range)
      }
    }
    self.forms = forms
  }

  /// The form under which a word is kept, as it is typed or stands in a text.
  ///
  /// - Throws: ``ICUError`` where ICU has no normalization data.
  public static func form(of word: String) throws(ICUError) -> String {
    String(decoding: try NormalizedText(Array(word.utf8)).bytes, as: UTF8.self)
  }
}

extension SegmentedText {
  /// A word as terms are matched; a mark that normalization leaves out, as it stands.
  func form(of word: Word) -> String {
    let range = normalized.normalizedRange(of: word.range)
    return range.isEmpty ? self.text(in: word.range) : String(decoding: normalized.bytes[range], as: UTF8.self)
  }
}
