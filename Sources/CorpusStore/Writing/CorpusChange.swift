/// A change of a corpus, in the order in which input is read.
public enum CorpusChange: Sendable {
  /// A file is read from its beginning; until it is finished the corpus is not whole.
  case begin(file: Int)
  /// A statement is put in; one with the same id goes.
  case store(IndexedStatement, file: Int, position: Int)
  /// A statement that is there already stands at this place.
  case keep(statement: Int, readID: String, file: Int, position: Int, line: Int?)
  /// A file was read to its end.
  ///
  /// - Parameters:
  ///   - file: its key.
  ///   - fingerprint: the hash of its bytes; nil where it is to be read again next time.
  ///   - options: the options by which it was read.
  ///   - failed: how many of its documents were left out.
  ///   - keepsOthers: whether statements stay that were not in it this time.
  case finish(file: Int, fingerprint: String?, options: String, failed: Int, keepsOthers: Bool)
}

/// What a batch of changes did.
public struct CorpusChangeCounts: Sendable, Hashable {
  /// Statements that were put in anew or again.
  public var stored = 0
  /// Statements that are gone, those that were put in again not among them.
  public var removed = 0

  /// Nothing yet.
  public init() {}
}
