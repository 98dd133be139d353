internal import DiscourseModel
internal import GRDB
internal import Segmentation

extension CorpusWriter {
  /// Makes changes, all or none of them.
  ///
  /// - Throws: a ``Diagnostic`` where the disk is full or the file cannot be written; the corpus is as it was before.
  /// - Complexity: O(n) in the changes' size; a replaced statement costs a look at the postings of its segment.
  public func apply(_ changes: [CorpusChange]) throws -> CorpusChangeCounts {
    try writing { db in
      var counts = CorpusChangeCounts()
      try self.removeReplaced(by: changes, from: db)
      var batch = try Batch(db, segment: self.nextKey)
      for change in changes {
        switch change {
        case .begin(let file):
          self.seen[file] = []
          try db.execute(sql: "UPDATE file SET fingerprint = NULL, coding = NULL WHERE file = ?", arguments: [file])
        case .store(let item, let file, let position):
          try self.store(item, file: file, position: position, in: &batch)
          counts.stored += 1
        case .keep(let statement, let readID, let file, let position, let line):
          try db.execute(
            sql: """
              UPDATE statement SET file = ?1, position = ?2, line = ?3, read_id = nullif(?4, id)
              WHERE statement = ?5 AND (file, position, ifnull(line, 0)) IS NOT (?1, ?2, ifnull(?3, 0))
              """, arguments: [file, position, line, readID, statement])
          self.seen[file]?.insert(statement)
        case .finish(let file, let fingerprint, let options, let failed, let keepsOthers):
          if !keepsOthers { counts.removed += try self.removeUnseen(of: file, from: db) }
          try db.execute(
            sql: "UPDATE file SET fingerprint = ?, options = ?, coding = ?, failed = ? WHERE file = ?",
            arguments: [fingerprint, options, self.coding, failed, file])
        }
      }
      try batch.postings.insert(into: db)
      return counts
    }
  }

  /// What a batch puts in.
  private struct Batch {
    var rows: StatementRows
    var word: RowInserter
    var token: RowInserter
    var postings: Postings

    init(_ db: Database, segment: Int) throws {
      rows = try StatementRows(db)
      word = try RowInserter(db, table: "word", columns: 3)
      token = try RowInserter(db, table: "token", columns: 2)
      postings = Postings(segment: segment)
    }
  }

  private func store(_ item: IndexedStatement, file: Int, position: Int, in batch: inout Batch) throws {
    let key = nextKey
    nextKey += 1
    try batch.rows.insert(item, key: key, file: file, position: position, coding: coding)
    let keys = try words.keys(of: item.words.forms, inserter: &batch.word)
    batch.token.bind(key)
    batch.token.bind(PackedTokens.pack(item.words, words: keys))
    try batch.token.insert()
    batch.postings.add(item.words, words: keys, statement: key)
    seen[file]?.insert(key)
  }

  private func removeReplaced(by changes: [CorpusChange], from db: Database) throws {
    let find = try db.cachedStatement(sql: "SELECT statement FROM statement WHERE id = ?")
    var keys: Set<Int> = []
    for case .store(let item, _, _) in changes {
      if let key = try Int.fetchOne(find, arguments: [item.coded.statement.metadata.id]) { keys.insert(key) }
    }
    try Self.remove(keys, from: db)
  }

  private func removeUnseen(of file: Int, from db: Database) throws -> Int {
    let all = try Int.fetchSet(db, sql: "SELECT statement FROM statement WHERE file = ?", arguments: [file])
    let gone = all.subtracting(seen.removeValue(forKey: file) ?? [])
    try Self.remove(gone, from: db)
    return gone.count
  }

  /// Takes statements out, with everything that belongs to them.
  static func remove(_ keys: Set<Int>, from db: Database) throws {
    guard !keys.isEmpty else { return }
    try Postings.remove(keys, from: db)
    let tables =
      ["field", "count", "sentence", "actor", "token"] + Construct.tables.map(\.rawValue) + ["evidence", "statement"]
    for table in tables {
      let delete = try db.cachedStatement(sql: "DELETE FROM \(table) WHERE statement = ?")
      for key in keys.sorted() { try delete.execute(arguments: [key]) }
    }
  }
}
