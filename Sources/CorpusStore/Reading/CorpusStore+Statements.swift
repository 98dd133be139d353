public import DiscourseModel
internal import GRDB

extension CorpusStore {
  /// The ways of coding in the corpus, by key; one where everything is coded alike.
  public func codings() throws -> [Int: CodingIdentity] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT coding, program, icu, normalization, lexicons, segmentation FROM coding")
      return Dictionary(
        uniqueKeysWithValues: rows.map { row in
          let identity = CodingIdentity(
            program: row[1], icu: row[2], normalization: row[3], lexicons: row[4], segmentation: row[5])
          return (row[0] as Int, identity)
        })
    }
  }

  /// How the statements were coded: one identity where all were coded alike.
  public func identities() throws -> [CodingIdentity] {
    let used = try read { try Int.fetchSet($0, sql: "SELECT DISTINCT coding FROM statement") }
    return try codings().filter { used.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether every file was read to its end: false in the midst of a build, and after one that was broken off.
  public func isWhole() throws -> Bool {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM file WHERE fingerprint IS NULL") == 0 }
  }

  /// The keys of all statements, in the order of input.
  public func keys() throws -> [Int] {
    try read { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT s.statement FROM file f CROSS JOIN statement s ON s.file = f.file ORDER BY f.position, s.position
          """)
    }
  }

  /// Hands out statements; memory holds no more than a few at a time.
  ///
  /// - Parameters:
  ///   - keys: their keys; nil for all, in the order of input.
  ///   - withSentences: whose coded sentences are read too.
  ///   - body: takes each statement.
  /// - Throws: what `body` throws, and a ``Diagnostic`` where the file cannot be read.
  public func forEachStatement(
    _ keys: [Int]? = nil, withSentences: (Metadata) -> Bool = { _ in true },
    body: (StoredStatement) async throws -> Void
  ) async throws {
    var rest = try keys ?? self.keys()
    rest.reverse()
    while !rest.isEmpty {
      // Few at a time, since one may be a whole book.
      let batch = rest.suffix(8).reversed()
      rest.removeLast(batch.count)
      let statements = try read { db in
        var reader = try StatementReader(db)
        return try batch.compactMap { try reader.statement($0, withSentences: withSentences) }
      }
      for statement in statements { try await body(statement) }
    }
  }
}
