internal import DiscourseModel
internal import Foundation
internal import GRDB

/// A corpus on disk, opened for reading: statements with their codes and words, as they were coded.
///
/// One answer comes from one state of the corpus, whatever a writer does beside it: the store sees the state at its opening.
///
/// ```swift
/// let store = try CorpusStore(reading: "corpus.sqlite")
/// for summary in try store.summaries(voices: [.own]) { … }         // counts and metadata, without texts
/// let found = try store.occurrences(ofWord: "脱钩", limit: 100)      // where a word stands
/// try store.forEachStatement { statement in … }                    // everything, in the order of input
/// ```
public final class CorpusStore: Sendable {
  /// The file's path.
  public let path: String
  private let queue: DatabaseQueue

  /// Opens a corpus.
  ///
  /// - Throws: a ``Diagnostic`` where the file is missing, no corpus, damaged, or of another version of the tables.
  public init(reading path: String) throws {
    self.path = path
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw Diagnostic(
        at: SourceLocation(file: path), "no such corpus; build it with \"parallax corpus build \(path) PATH…\"")
    }
    queue = try CorpusFailure.translating(path) {
      let queue = try DatabaseQueue(path: Self.readablePath(path), configuration: Self.configuration(path))
      try queue.inDatabase { db in
        try CorpusSchema.check(db, path: path)
        try db.beginTransaction(.deferred)
        // The transaction's state is that of its first look.
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM coding")
      }
      return queue
    }
  }

  private static func configuration(_ path: String) -> Configuration {
    var configuration = Configuration()
    // One who may write clears up what SQLite keeps beside the file while it is open.
    configuration.readonly = !FileManager.default.isWritableFile(atPath: path)
    configuration.foreignKeysEnabled = false
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA query_only = 1; PRAGMA cache_size = -16000")
    }
    return configuration
  }

  /// The path as SQLite opens it: a corpus in a folder that may not be written to has no writers, and is opened as it is.
  private static func readablePath(_ path: String) -> String {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let files = FileManager.default
    guard !files.isWritableFile(atPath: folder), !files.fileExists(atPath: path + "-wal") else { return path }
    let allowed = CharacterSet.urlPathAllowed
    return "file:\(path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path)?immutable=1"
  }

  /// Reads from the corpus.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try CorpusFailure.translating(path) { try queue.inDatabase(body) }
  }

  /// Whether a file is a corpus by its name (`.sqlite`, `.sqlite3`, `.db`) or by its first bytes.
  public static func isCorpus(_ path: String) -> Bool {
    if [".sqlite", ".sqlite3", ".db"].contains(where: path.lowercased().hasSuffix) { return true }
    guard path != "-", let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    var status = stat()
    // Nothing is taken from a pipe, since nobody could read it again.
    guard unsafe fstat(file.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8)
  }
}
