/// A statement with its coded sentences.
public struct CodedStatement: Sendable, Hashable {
  /// The statement; its side is given or inferred.
  public var statement: Statement
  /// Its sentences, in order.
  public var sentences: [CodedSentence]

  /// A statement with its records.
  public init(statement: Statement, sentences: [CodedSentence]) {
    self.statement = statement
    self.sentences = sentences
  }
}

/// A statement by what is counted in it, without its text and its sentences.
public struct StatementSummary: Sendable, Hashable {
  /// Its metadata.
  public var metadata: Metadata
  /// Its counts.
  public var counts: StatementCounts

  /// A statement with its counts.
  public init(metadata: Metadata, counts: StatementCounts) {
    self.metadata = metadata
    self.counts = counts
  }
}
