public import DiscourseModel
internal import GRDB

extension CorpusStore {
  /// What is counted in each statement, with its metadata, in the order of input: neither texts nor sentences are read.
  ///
  /// Equal to counting the coded sentences of each statement.
  ///
  /// - Parameter voices: whose sentences count.
  /// - Throws: a ``Diagnostic`` where the file cannot be read.
  /// - Complexity: O(n) in the number of statements.
  public func summaries(voices: Set<Voice> = [.own]) throws -> [StatementSummary] {
    try read { db in
      var summaries: [StatementSummary] = []
      var places: [Int: Int] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(StatementReader.columns), s.sentences
          FROM file f CROSS JOIN statement s ON s.file = f.file ORDER BY f.position, s.position
          """)
      while let row = try rows.next() {
        let metadata = StatementReader.metadata(row)
        var counts = StatementCounts(id: metadata.id, side: metadata.side ?? .us, sentences: [])
        counts.allSentences = row[10]
        places[row[9]] = summaries.count
        summaries.append(StatementSummary(metadata: metadata, counts: counts))
      }
      try Self.addFields(from: db, to: &summaries, places: places)
      try Self.addCounts(of: voices, from: db, to: &summaries, places: places)
      return summaries
    }
  }

  private static func addFields(
    from db: Database, to summaries: inout [StatementSummary], places: [Int: Int]
  ) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT statement, name, value FROM field ORDER BY statement, position")
    while let row = try rows.next() {
      guard let place = places[row[0]] else { continue }
      summaries[place].metadata.others.append(MetadataField(name: row[1], value: row[2]))
    }
  }

  private static func addCounts(
    of voices: Set<Voice>, from db: Database, to summaries: inout [StatementSummary], places: [Int: Int]
  ) throws {
    var reader = PackedCounts.Reader()
    let wanted = Set(voices.map(\.rawValue))
    let rows = try Row.fetchCursor(db, sql: "SELECT statement, voice, counts FROM count")
    while let row = try rows.next() {
      guard let place = places[row[0]], wanted.contains(row[1]) else { continue }
      reader.add(row[2], to: &summaries[place].counts)
    }
  }
}
