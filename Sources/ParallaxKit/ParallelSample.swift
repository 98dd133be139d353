public import DiscourseModel
internal import Foundation
public import Reporting

/// Sentences that stand in both languages: JSON Lines with the fields `en` and `zh`.
public struct ParallelSample: Sendable {
  /// A pair as it was read.
  struct Pair: Sendable {
    var metadata: Metadata
    var english: String
    var chinese: String
    var source: SourceLocation
  }

  let pairs: [Pair]

  /// Reads pairs.
  ///
  /// - Parameters:
  ///   - path: a file in JSON Lines; beside `en` and `zh` a line may hold `id`, `side`, `institution`, `speaker`, `date`.
  ///   - side: the side of pairs that name none.
  /// - Throws: ``Diagnostic`` with file and line of the first pair that is wrong.
  public init(path: String, side: Side? = nil) throws {
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw Diagnostic(at: SourceLocation(file: path), "cannot be read as UTF-8; check the path")
    }
    var pairs: [Pair] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      pairs.append(try Self.pair(line, at: SourceLocation(file: path, line: index + 1), side: side))
    }
    guard !pairs.isEmpty else { throw Diagnostic(at: SourceLocation(file: path), "holds no pair of sentences") }
    self.pairs = pairs
  }

  private static func pair(_ line: Substring, at place: SourceLocation, side: Side?) throws -> Pair {
    let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    guard let object, let english = object["en"] as? String, let chinese = object["zh"] as? String else {
      throw Diagnostic(at: place, "not a pair of sentences; a line needs the texts \"en\" and \"zh\"")
    }
    func text(_ name: String) -> String? { object[name] as? String }
    let named = text("side").flatMap(Side.init(parsing:)) ?? side
    let institution = text("institution")
    let found = named ?? institution.flatMap(SideInference.side(ofInstitution:))
    guard let found else {
      throw Diagnostic(at: place, "the side is not given and cannot be inferred; add \"side\" or pass --side")
    }
    return Pair(
      metadata: Metadata(
        id: text("id") ?? text("parallel_id") ?? "\(place.line ?? 0)", side: found, institution: institution,
        speaker: text("speaker"), date: text("date").flatMap(StatementDate.init(parsing:)), title: nil, language: nil,
        genre: nil),
      english: english, chinese: chinese, source: place)
  }
}

extension Validator {
  /// Codes both languages of every pair under the same metadata.
  public func items(of sample: ParallelSample) throws -> [ParallelItem] {
    try sample.pairs.map { pair in
      func coded(_ text: String, _ language: Language) throws -> [CodedSentence] {
        var metadata = pair.metadata
        metadata.language = language
        return try annotator.annotate(Statement(metadata: metadata, text: text, source: pair.source)).sentences
      }
      return ParallelItem(
        id: pair.metadata.id, text: [.en: pair.english, .zh: pair.chinese],
        coded: [.en: try coded(pair.english, .en), .zh: try coded(pair.chinese, .zh)])
    }
  }
}
