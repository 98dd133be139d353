public import DiscourseModel
public import Segmentation

/// What tells whether a statement is still the one that was coded: hashes of its text and of its metadata as they were read.
public struct StatementFingerprint: Sendable, Hashable {
  /// Of the text.
  public let text: Fingerprint
  private let metadata: Fingerprint

  /// Of a statement as it was read, before its id was made unique and its side inferred.
  ///
  /// - Complexity: O(n) in the length of the text.
  public init(_ statement: Statement) {
    text = Fingerprint(statement.text)
    let known = statement.metadata
    var fields = [
      ("id", known.id), ("side", known.side?.rawValue), ("institution", known.institution), ("speaker", known.speaker),
      ("date", known.date?.description), ("title", known.title), ("language", known.language?.rawValue),
      ("genre", known.genre),
    ]
    fields += known.others.map { ($0.name, $0.value) }
    var fingerprint = Fingerprint()
    for (name, value) in fields {
      guard let value else { continue }
      // Controls that no metadata hold keep names and values apart.
      fingerprint.feed("\(name)\u{1F}\(value)\u{1E}")
    }
    metadata = fingerprint
  }

  /// What ``description`` wrote; nil for anything else.
  init?(_ description: String) {
    guard let text = Fingerprint(hexadecimal: description.prefix(16)),
      let metadata = Fingerprint(hexadecimal: description.dropFirst(16))
    else { return nil }
    self.text = text
    self.metadata = metadata
  }

  /// Thirty-two hexadecimal digits: the text's, then the metadata's.
  var description: String { text.text + metadata.text }
}

/// A statement as it is put into a corpus: coded, with its words, and what is needed to know it again.
public struct IndexedStatement: Sendable {
  /// The statement with its codes.
  public var coded: CodedStatement
  /// Its words and marks.
  public var words: WordSequence
  /// Its id as it was read.
  public var readID: String
  /// Whether its main language was not given.
  public var languageIsInferred: Bool
  /// The hashes of the statement as it was read.
  public var fingerprint: StatementFingerprint

  /// A statement with its words.
  ///
  /// - Parameters:
  ///   - coded: the statement with its codes.
  ///   - words: its words and marks.
  ///   - read: the statement as it was read.
  public init(_ coded: CodedStatement, words: WordSequence, read: Statement) {
    self.coded = coded
    self.words = words
    readID = read.metadata.id
    languageIsInferred = read.metadata.language == nil
    fingerprint = StatementFingerprint(read)
  }
}
