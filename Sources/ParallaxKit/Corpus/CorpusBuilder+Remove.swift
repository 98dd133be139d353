internal import CorpusStore
internal import DiscourseModel
internal import Foundation
internal import Ingestion

extension CorpusBuilder {
  /// Takes statements and files out of a corpus. Ids that had been made unique beside them become free.
  ///
  /// - Parameters:
  ///   - names: ids of statements or paths of files.
  ///   - path: the corpus.
  /// - Returns: how many statements went.
  /// - Throws: a ``Diagnostic`` where a name is neither; nothing is removed then.
  public static func remove(_ names: [String], from path: String) async throws -> Int {
    // Says what is wrong with the file before anything is written to it.
    _ = try CorpusStore(reading: path)
    let writer = try CorpusWriter(path: path, identity: nil)
    let files = try await writer.files()
    let statements = try await writer.statements()
    var goneFiles: Set<Int> = []
    var gone: Set<Int> = []
    for name in names {
      if let file = files.first(where: { $0.path == name }) {
        goneFiles.insert(file.key)
      } else if let statement = statements.first(where: { $0.id == name }) {
        gone.insert(statement.key)
      } else {
        throw Diagnostic(
          at: SourceLocation(file: path),
          "no statement and no file \"\(name)\"; \"parallax corpus list \(path)\" shows what there is")
      }
    }
    try await writer.removeStatements(gone)
    let removed = try await gone.count + writer.removeFiles(goneFiles)
    try await renumber(writer)
    try await writer.finish()
    return removed
  }

  /// Gives statements the ids that they would have if the rest were read anew.
  private static func renumber(_ writer: CorpusWriter) async throws {
    let paths = Dictionary(uniqueKeysWithValues: try await writer.files().map { ($0.key, $0.path) })
    var ids = StatementIDs()
    var renamed: [Int: String] = [:]
    for statement in try await writer.statements() {
      let place = SourceLocation(file: paths[statement.file] ?? "", line: statement.line)
      let id = try ids.unique(statement.readID, text: statement.fingerprint.text, source: place)
      if id != statement.id { renamed[statement.key] = id }
    }
    if !renamed.isEmpty { try await writer.rename(renamed) }
  }
}
