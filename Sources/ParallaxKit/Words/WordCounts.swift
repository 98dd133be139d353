public import DiscourseModel
public import Segmentation
public import Statistics

/// Counts the words of statements, by document: what frequencies, dispersion and keywords are made from.
///
/// Memory grows with the vocabulary and with the documents in which each word stands, some two bytes each; texts are not kept.
public struct WordCounts: Sendable {
  /// A document whose words were counted.
  public struct Document: Sendable, Hashable {
    /// The statement's id.
    public var id: String
    /// The number of the group that it belongs to.
    public var group: Int
    /// Its words and numbers in the voices that count.
    public var size: Int
  }

  private let voices: Set<Voice>
  private var table = FormTable()
  private var postings: [Postings] = []
  /// The documents, in input order.
  public private(set) var documents: [Document] = []
  /// The languages of the sentences that were counted.
  public private(set) var languages: Set<Language> = []

  /// Nothing counted yet.
  ///
  /// - Parameter voices: whose sentences count.
  public init(voices: Set<Voice> = [.own]) { self.voices = voices }

  /// Counts a statement.
  ///
  /// - Complexity: O(n) in its words.
  public mutating func add(_ statement: WordedStatement, group: Int = 0) {
    let numbers = table.numbers(of: statement.words)
    var counts = [Int](repeating: 0, count: statement.words.forms.count)
    for (position, sentence) in statement.sentences(in: voices) {
      languages.insert(sentence.language)
      for token in statement.words.sentences[position] { counts[token.form] += 1 }
    }
    while postings.count < table.forms.count { postings.append(Postings()) }
    var size = 0
    for (form, count) in counts.enumerated() where count > 0 && statement.words.forms[form].isWord {
      postings[numbers[form]].append(document: documents.count, count: count)
      size += count
    }
    documents.append(Document(id: statement.metadata.id, group: group, size: size))
  }

  /// The words and numbers of all documents.
  public var size: Int { documents.reduce(0) { $0 + $1.size } }

  /// The words of a group.
  public func size(ofGroup group: Int) -> Int {
    documents.reduce(0) { $0 + ($1.group == group ? $1.size : 0) }
  }

  /// The numbers of forms that occur at least so often, the most frequent first, then by their text.
  public func forms(atLeast minimum: Int, where isWanted: (WordSequence.Form) -> Bool) -> [Int] {
    let found = postings.indices.filter {
      postings[$0].total >= max(1, minimum) && isWanted(table.forms[$0])
    }
    return found.sorted {
      (postings[$1].total, table.forms[$0].text) < (postings[$0].total, table.forms[$1].text)
    }
  }

  /// A form by its number.
  public func form(_ number: Int) -> WordSequence.Form { table.forms[number] }

  /// How often a form occurs in each document that has it.
  public func counts(of number: Int) -> [DocumentCount] { postings[number].counts }

  /// The documents as the parts over which words are spread.
  public var parts: CorpusParts { CorpusParts(sizes: documents.map(\.size)) }
}

/// A word's counts by document, packed: the step from the last document and the count, seven bits a byte.
private struct Postings: Sendable {
  private var bytes: [UInt8] = []
  private var last = 0
  /// The sum of all counts.
  private(set) var total = 0

  /// Appends a count; documents come in order.
  mutating func append(document: Int, count: Int) {
    append(document - last)
    append(count)
    last = document
    total += count
  }

  private mutating func append(_ value: Int) {
    var rest = UInt(value)
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The counts, in the order of documents.
  var counts: [DocumentCount] {
    var counts: [DocumentCount] = []
    var position = 0
    func next() -> Int {
      var (value, shift) = (0, 0)
      while bytes[position] >= 0x80 {
        value |= Int(bytes[position] & 0x7F) << shift
        shift += 7
        position += 1
      }
      value |= Int(bytes[position]) << shift
      position += 1
      return value
    }
    var document = 0
    while position < bytes.count {
      document += next()
      counts.append(DocumentCount(document: document, count: next()))
    }
    return counts
  }
}
