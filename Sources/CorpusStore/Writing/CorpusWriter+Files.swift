public import DiscourseModel
internal import GRDB

/// A file of a corpus.
public struct CorpusFile: Sendable, Hashable {
  /// Its key.
  public var key: Int
  /// Its path as it was given.
  public var path: String
  /// The hash of its bytes; nil where it is to be read again.
  public var fingerprint: String?
  /// The options by which it was read.
  public var options: String
  /// How many of its documents were left out.
  public var failed: Int
  /// Whether its statements are coded as they would be now.
  public var isCurrent: Bool
}

/// A statement of a corpus, as far as it is needed to know it again.
public struct KnownStatement: Sendable, Hashable {
  /// Its key.
  public var key: Int
  /// Its id.
  public var id: String
  /// Its id as it was read.
  public var readID: String
  /// Its file's key.
  public var file: Int
  /// Its line in the file.
  public var line: Int?
  /// The hashes of what was read.
  public var fingerprint: StatementFingerprint
  /// Whether it is coded as it would be now.
  public var isCurrent: Bool
}

extension CorpusWriter {
  /// The files, in the order of input.
  public func files() throws -> [CorpusFile] { try reading(Self.files(coding: coding)) }

  private static func files(coding: Int) -> (Database) throws -> [CorpusFile] {
    { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.file, f.path, f.fingerprint, f.options, f.failed, coding IS ? FROM file f ORDER BY f.position
          """, arguments: [coding]
      ).map { CorpusFile(key: $0[0], path: $0[1], fingerprint: $0[2], options: $0[3], failed: $0[4], isCurrent: $0[5]) }
    }
  }

  /// Puts the files of the corpus into an order; those that are new are noted as not read yet.
  ///
  /// - Parameters:
  ///   - paths: all files, in the order of input; the files of the corpus must be among them.
  /// - Returns: the files in that order.
  public func arrange(_ paths: [String]) throws -> [CorpusFile] {
    try writing { db in
      for (position, path) in paths.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO file (path, position, options) VALUES (?1, ?2, '')
            ON CONFLICT (path) DO UPDATE SET position = ?2 WHERE position <> ?2
            """, arguments: [path, position])
      }
      return try Self.files(coding: coding)(db)
    }
  }

  /// The statements of the corpus, in the order of input.
  public func statements() throws -> [KnownStatement] {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.statement, s.id, s.read_id, s.file, s.line, s.fingerprint, s.coding = ?
          FROM file f CROSS JOIN statement s ON s.file = f.file ORDER BY f.position, s.position
          """, arguments: [coding])
      var found: [KnownStatement] = []
      while let row = try rows.next() {
        let id: String = row[1]
        // A fingerprint that cannot be read makes the statement one that changed.
        guard let fingerprint = StatementFingerprint(row[5] as String) else { continue }
        found.append(
          KnownStatement(
            key: row[0], id: id, readID: row[2] ?? id, file: row[3], line: row[4], fingerprint: fingerprint,
            isCurrent: row[6]))
      }
      return found
    }
  }

  /// Takes files out, with their statements.
  ///
  /// - Returns: how many statements went.
  public func removeFiles(_ keys: Set<Int>) throws -> Int {
    try writing { db in
      var gone: Set<Int> = []
      for key in keys.sorted() {
        gone.formUnion(try Int.fetchAll(db, sql: "SELECT statement FROM statement WHERE file = ?", arguments: [key]))
        try db.execute(sql: "DELETE FROM file WHERE file = ?", arguments: [key])
      }
      try Self.remove(gone, from: db)
      return gone.count
    }
  }

  /// Gives statements other ids; all ids together must be unique.
  public func rename(_ ids: [Int: String]) throws {
    try writing { db in
      let update = try db.cachedStatement(sql: "UPDATE statement SET id = ? WHERE statement = ?")
      let renames = ids.sorted { $0.key < $1.key }
      // Two may change places: names that no statement has come between.
      for (key, _) in renames { try update.execute(arguments: ["\u{1}\(key)", key]) }
      for (key, id) in renames { try update.execute(arguments: [id, key]) }
      try db.execute(sql: "UPDATE statement SET read_id = NULL WHERE read_id = id")
    }
  }

  /// Takes statements out. Their files are noted as read in part, so that the next build would put them in again.
  public func removeStatements(_ keys: Set<Int>) throws {
    try writing { db in
      for key in keys.sorted() {
        try db.execute(
          sql: "UPDATE file SET fingerprint = '' WHERE file = (SELECT file FROM statement WHERE statement = ?)",
          arguments: [key])
      }
      try Self.remove(keys, from: db)
    }
  }
}

extension CorpusWriter {
  /// A statement as it was read; nil where there is none of this key.
  public func statementAsRead(_ key: Int) throws -> DiscourseModel.Statement? {
    try reading { db in
      var reader = try StatementReader(db)
      return try reader.statement(key, withSentences: { _ in false })?.asRead
    }
  }
}
