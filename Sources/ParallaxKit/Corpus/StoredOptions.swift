internal import DiscourseModel
internal import Foundation
internal import Ingestion

/// The options by which a file was read, as a corpus keeps them beside it, so that it can be read again in the same way.
struct StoredOptions: Codable {
  private var textColumn: String?
  private var side: String?
  private var language: String?
  private var format: String?
  private var encoding: String?

  /// The options that differ from the defaults.
  init(_ options: IngestionOptions) {
    textColumn = options.textColumn == IngestionOptions().textColumn ? nil : options.textColumn
    side = options.side?.rawValue
    language = options.language?.rawValue
    format = options.format?.rawValue
    encoding = options.encoding
  }

  /// What ``text`` wrote; the defaults for anything else.
  init(text: String) {
    self = (try? JSONDecoder().decode(Self.self, from: Data(text.utf8))) ?? StoredOptions(IngestionOptions())
  }

  /// As a JSON object.
  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// As options.
  var options: IngestionOptions {
    IngestionOptions(
      textColumn: textColumn ?? IngestionOptions().textColumn, side: side.flatMap(Side.init(rawValue:)),
      language: language.flatMap(Language.init(rawValue:)), format: format.flatMap(DocumentFormat.init(rawValue:)),
      encoding: encoding)
  }
}
