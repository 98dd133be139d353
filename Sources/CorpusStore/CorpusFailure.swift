internal import DiscourseModel
internal import GRDB

/// What goes wrong with a corpus's file, in words that tell the user what to do.
enum CorpusFailure {
  /// Runs `body`; an error of SQLite becomes a diagnostic that names the file.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw Diagnostic(at: SourceLocation(file: path), message(for: error))
    }
  }

  private static func message(for error: DatabaseError) -> String {
    switch error.resultCode {
    case .SQLITE_NOTADB: notACorpus
    case .SQLITE_CORRUPT: "the file is damaged; take a copy of it, or build the corpus again from its files"
    case .SQLITE_FULL: "the disk is full; make room and run the command again: what was stored so far is kept"
    case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: "may not be written to; check the permissions of file and folder"
    case .SQLITE_CANTOPEN: "cannot be opened; check that the folder exists and may be written to"
    case .SQLITE_BUSY, .SQLITE_LOCKED: inUse
    case .SQLITE_IOERR: "cannot be read or written (\(error.message ?? "input/output error")); check the disk"
    default: "SQLite: \(error.message ?? "error \(error.resultCode.rawValue)")"
    }
  }

  /// For a file that is something else.
  static let notACorpus = "no corpus of Parallax; make one with \"parallax corpus build\""

  /// For a second writer.
  static let inUse = "another program is writing to the corpus; wait until it is done and run the command again"
}

extension CorpusSchema {
  /// Refuses a database that is no corpus, or one of a newer version.
  static func checkKind(_ db: Database, path: String) throws {
    let place = SourceLocation(file: path)
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw Diagnostic(at: place, CorpusFailure.notACorpus)
    }
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= version, try !migrator.hasBeenSuperseded(db) else {
      throw Diagnostic(
        at: place,
        "written by a newer Parallax (tables of version \(found), known is \(version)); use that one, or build anew")
    }
  }

  /// Refuses a database that is no corpus, or one whose tables are of another version.
  static func check(_ db: Database, path: String) throws {
    try checkKind(db, path: path)
    let place = SourceLocation(file: path)
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found == version else {
      throw Diagnostic(
        at: place, "written by an older Parallax (tables of version \(found)); run \"parallax corpus build \(path)\"")
    }
  }
}
