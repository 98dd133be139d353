public import DiscourseModel
public import Reporting

/// Gathers what comparisons and trends need of statements, one at a time; texts and codes are let go.
public struct StatementGatherer: Sendable {
  /// Metadata and counts, in input order.
  public private(set) var summaries: [StatementSummary] = []
  /// What near duplicates and the effects of entries take, for each statement.
  public private(set) var traits: [StatementTraits] = []
  private let voices: Set<Voice>

  /// A gatherer that counts the sentences of some voices.
  public init(voices: Set<Voice> = [.own]) { self.voices = voices }

  /// Takes a statement; one without a side is passed over.
  public mutating func add(_ coded: CodedStatement) {
    let metadata = coded.statement.metadata
    guard let side = metadata.side else { return }
    summaries.append(
      StatementSummary(
        metadata: metadata,
        counts: StatementCounts(id: metadata.id, side: side, sentences: coded.sentences, voices: voices)))
    traits.append(
      StatementTraits(text: coded.statement.text, side: side, sentences: coded.sentences, voices: voices))
  }
}
