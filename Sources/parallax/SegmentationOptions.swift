import ArgumentParser
import DiscourseModel
import Foundation
import Segmentation

/// What a user may say about what a word is.
struct SegmentationOptions: ParsableArguments {
  @Option(help: "A model of your own convention, made with \"parallax segment train\".")
  var segmentation: String?

  @Option(help: "A dictionary of words that come out whole: a word a line, as jieba and LTP have it.")
  var words: [String] = []

  @Option(help: "Break rules in ICU's syntax, in place of ICU's own.")
  var breakRules: String?

  /// What was typed, as the library takes it.
  func convention() throws -> UserConvention {
    var convention = UserConvention()
    for path in words { try convention.addWords(try Self.text(at: path), file: path) }
    if let breakRules { try convention.setBreakRules(try Self.text(at: breakRules), file: breakRules) }
    if let segmentation {
      convention.model = try SegmentationModel(try Self.text(at: segmentation), file: segmentation)
    }
    return convention
  }

  /// The options as they were typed, since they change the counts of words.
  var options: [String] {
    words.map { "--words \($0)" } + (breakRules.map { ["--break-rules \($0)"] } ?? [])
      + (segmentation.map { ["--segmentation \($0)"] } ?? [])
  }

  /// The text of a file.
  static func text(at path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path), let text = String(data: data, encoding: .utf8) else {
      throw Diagnostic(
        at: SourceLocation(file: path), "cannot be read as UTF-8 text; check the path and the encoding")
    }
    return text
  }
}
