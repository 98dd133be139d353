internal import DiscourseModel
internal import Foundation
internal import GRDB
internal import Segmentation

/// A corpus on disk, opened for writing by one program at a time; readers beside it see one whole state after the other.
///
/// Changes come in batches; each is one transaction, so that whatever ends the program leaves the corpus as it was after one
/// of them.
public actor CorpusWriter {
  /// The file's path.
  public nonisolated let path: String
  private let lock: WriterLock
  private let queue: DatabaseQueue
  /// The key of the coding in force.
  let coding: Int
  /// The forms that the corpus has.
  var words: WordTable
  /// The key of the next statement.
  var nextKey: Int
  /// The statements that were met so far in files that are being read.
  var seen: [Int: Set<Int>] = [:]

  /// Opens a corpus, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - identity: how statements are coded from now on; nil where none is put in.
  /// - Throws: a ``Diagnostic`` where the file is something else, damaged, of a newer version, or another program writes to it.
  public init(path: String, identity: CodingIdentity?) throws {
    self.path = path
    lock = try WriterLock(corpus: path)
    (queue, coding, words, nextKey) = try CorpusFailure.translating(path) {
      let queue = try DatabaseQueue(path: path, configuration: Self.configuration)
      try queue.inDatabase { db in try Self.prepare(db, path: path) }
      try CorpusSchema.migrator.migrate(queue)
      try queue.inDatabase { db in try CorpusSchema.check(db, path: path) }
      return try queue.write { db in
        let coding = try identity.map { try Self.key(of: $0, in: db) } ?? 0
        let last = try Int.fetchOne(db, sql: "SELECT max(statement) FROM statement") ?? 0
        return (queue, coding, try WordTable(db), last + 1)
      }
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(10)
    return configuration
  }

  /// Refuses what is no corpus and makes or updates the tables.
  private static func prepare(_ db: Database, path: String) throws {
    let isNew = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
    if isNew {
      try db.execute(sql: "PRAGMA page_size = 8192")
    } else {
      try CorpusSchema.checkKind(db, path: path)
    }
    try db.execute(
      sql: """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA wal_autocheckpoint = 4000;
        PRAGMA cache_size = -32000;
        """)
  }

  /// Changes the corpus in one transaction.
  func writing<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try CorpusFailure.translating(path) { try queue.write(body) }
  }

  /// Reads from the corpus.
  func reading<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try CorpusFailure.translating(path) { try queue.inDatabase(body) }
  }

  /// Ends writing: everything is moved into the one file, unless someone reads it just now.
  public func finish() throws {
    try writing { db in
      try db.execute(
        sql: """
          DELETE FROM coding WHERE coding <> ? AND coding NOT IN (SELECT coding FROM statement)
          AND coding NOT IN (SELECT coding FROM file WHERE coding IS NOT NULL)
          """, arguments: [coding])
    }
    try CorpusFailure.translating(path) {
      try queue.inDatabase { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
      try queue.close()
    }
  }

  private static func key(of identity: CodingIdentity, in db: Database) throws -> Int {
    let values: [String] = [
      identity.program, identity.icu, identity.normalization, identity.lexicons, identity.segmentation,
    ]
    let known = try Int.fetchOne(
      db,
      sql: """
        SELECT coding FROM coding
        WHERE program = ? AND icu = ? AND normalization = ? AND lexicons = ? AND segmentation = ?
        """, arguments: StatementArguments(values))
    if let known { return known }
    try db.execute(
      sql: "INSERT INTO coding (program, icu, normalization, lexicons, segmentation) VALUES (?, ?, ?, ?, ?)",
      arguments: StatementArguments(values))
    return Int(db.lastInsertedRowID)
  }
}
