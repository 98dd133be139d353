internal import DiscourseAnalysis
public import DiscourseModel
public import Segmentation

/// A coded statement with its words: what every count of words is made from, whether it comes from a file or from a corpus.
public struct WordedStatement: Sendable {
  /// The statement with its codes.
  public var coded: CodedStatement
  /// Its words and marks, sentence by sentence, in the order of ``CodedStatement/sentences``.
  public var words: WordSequence

  /// A statement with its words.
  public init(coded: CodedStatement, words: WordSequence) {
    precondition(coded.sentences.count == words.sentences.count, "words for each sentence")
    (self.coded, self.words) = (coded, words)
  }

  /// What is known of the statement.
  public var metadata: Metadata { coded.statement.metadata }

  /// The sentences in some voices, with their positions.
  func sentences(in voices: Set<Voice>) -> [(position: Int, sentence: CodedSentence)] {
    coded.sentences.enumerated().filter { voices.contains($0.element.voice) }.map { ($0.offset, $0.element) }
  }
}

extension Annotator {
  /// Codes a statement and keeps its words.
  ///
  /// - Throws: as ``annotate(_:)``.
  public func annotateWithWords(_ statement: Statement) throws -> WordedStatement {
    let (statement, side, text) = try segmented(statement)
    let sentences = coder.code(statement, side: side, text: text)
    return WordedStatement(
      coded: CodedStatement(statement: statement, sentences: sentences), words: WordSequence(text))
  }

  /// The words of a statement that is coded already.
  ///
  /// - Throws: `ICUError` where ICU fails.
  func words(of coded: CodedStatement) throws -> WordedStatement {
    let text = try segmenter.segment(coded.statement.text, language: coded.statement.metadata.language ?? .en)
    return WordedStatement(coded: coded, words: WordSequence(text))
  }
}

/// The forms of many statements, numbered in the order in which they were first seen.
struct FormTable: Sendable {
  private var numbers: [WordSequence.Form: Int] = [:]
  /// The forms by their numbers.
  private(set) var forms: [WordSequence.Form] = []

  /// The numbers of the forms of a statement; new ones where they were not seen before.
  mutating func numbers(of sequence: WordSequence) -> [Int] {
    sequence.forms.map { form in
      if let number = numbers[form] { return number }
      let number = forms.count
      numbers[form] = number
      forms.append(form)
      return number
    }
  }
}

extension WordSequence.Form {
  /// Whether it is a word or a number, and no mark.
  var isWord: Bool { kind == .word || kind == .number }
}
