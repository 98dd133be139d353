import CorpusStore
import DiscourseModel
import Foundation
import Ingestion
import ParallaxKit
import TestSupport

/// Corpora for tests, in folders of their own.
struct Corpora {
  static let annotator = Result { Annotator(library: try LexiconLibrary()) }

  let folder: URL
  let path: String

  init() throws {
    folder = try Project.temporaryFolder()
    path = folder.appendingPathComponent("corpus.sqlite").path
  }

  /// Takes the folder away.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// A file in the folder.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  /// Builds the corpus; returns what was done and the messages.
  @discardableResult
  func build(
    _ paths: [String], scope: CorpusBuilder.Scope = .build(prune: false), annotator: Annotator? = nil,
    options: IngestionOptions = IngestionOptions()
  ) async throws -> (outcome: CorpusBuilder.Outcome, messages: [String]) {
    let builder = CorpusBuilder(annotator: try annotator ?? Self.annotator.get(), options: options)
    var messages: [String] = []
    let outcome = try await builder.run(path, from: paths, scope: scope) { report in
      if case .diagnostic(let diagnostic) = report { messages.append(diagnostic.description) }
    }
    return (outcome, messages)
  }

  /// Everything that a pipeline yields for paths.
  static func coded(_ paths: [String], annotator: Annotator? = nil) async throws -> [CodedStatement] {
    var found: [CodedStatement] = []
    try await Pipeline(annotator: try annotator ?? Self.annotator.get()).run(paths) { event in
      if case .coded(let statement) = event { found.append(statement) }
    }
    return found
  }

  /// The statements that the corpus holds.
  func stored() async throws -> [CodedStatement] {
    var found: [CodedStatement] = []
    try await CorpusStore(reading: path).forEachStatement { found.append($0.coded) }
    return found
  }
}
