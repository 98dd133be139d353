internal import DiscourseModel
public import Reporting

/// Scores the analyzers on a hand-coded sample.
public struct Validator: Sendable {
  let annotator: Annotator

  /// A validator of an annotator.
  public init(_ annotator: Annotator) { self.annotator = annotator }

  /// Codes the sentence before each item and the item itself under the item's metadata, and keeps the records that overlap
  /// the item.
  public func items(of sample: CodedSample) throws -> [ValidationItem] {
    try sample.items.map { item in
      let before = item.before.map { $0 + "\n" } ?? ""
      let statement = Statement(metadata: item.metadata, text: before + item.text, source: item.source)
      let start = before.utf8.count
      let coded = try annotator.annotate(statement).sentences.filter { $0.range.upperBound > start }
      return ValidationItem(
        id: item.metadata.id, document: item.document, language: item.metadata.language ?? .en,
        side: item.metadata.side ?? .us, genre: item.metadata.genre, weight: item.weight, text: item.text,
        gold: item.gold, coded: coded)
    }
  }
}
