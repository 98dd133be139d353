internal import CorpusStore
public import DiscourseModel
internal import Ingestion
internal import Segmentation

extension Pipeline {
  /// Hands out the statements in which a query can find something; of a corpus that was coded as this pipeline codes, only those
  /// that have its words are read.
  ///
  /// - Parameters:
  ///   - paths: files, folders, corpora, or `-`.
  ///   - query: what is looked for.
  ///   - body: takes each statement or what is wrong, in input order; files and other queries hand out all statements.
  /// - Returns: how many statements there are, with those that were passed over.
  /// - Throws: what `body` throws.
  public func runWithWords(
    _ paths: [String], for query: WordQuery, body: (Result<WordedStatement, Diagnostic>) async throws -> Void
  ) async throws -> Int {
    guard let (store, notes) = try currentStore(paths), let forms = query.rarestForms(among: try store.vocabulary())
    else {
      var statements = 0
      try await runWithWords(paths) { result in
        if case .success = result { statements += 1 }
        try await body(result)
      }
      return statements
    }
    for note in notes { try await body(.failure(note)) }
    let found = try store.frequencies(ofForms: forms)
    let keys = try store.keys()
    try await words(of: keys.filter { found[$0] != nil }, in: store, body: body)
    return try conditions.isEmpty ? keys.count : store.summaries().count { conditions.match($0.metadata) }
  }

  /// The corpus, where the paths are one corpus that was coded as this pipeline codes, and what is to be said of it.
  private func currentStore(_ paths: [String]) throws -> (CorpusStore, [Diagnostic])? {
    let source = StatementSource(options: options, identity: annotator.identity)
    guard paths.count == 1, source.isCorpus(paths[0]), options.side == nil, options.language == nil else { return nil }
    let store = try CorpusStore(reading: paths[0])
    guard try store.identities().allSatisfy({ $0 == annotator.identity }) else { return nil }
    return (store, try source.notes(on: store))
  }

  private func words(
    of keys: [Int], in store: CorpusStore, body: (Result<WordedStatement, Diagnostic>) async throws -> Void
  ) async throws {
    try await InOrder.run(tasks: tasks) { [annotator] (coded: CodedStatement) in
      Self.words(of: .coded(coded), with: annotator)
    } feed: { [conditions] step in
      try await store.forEachStatement(keys) { stored in
        guard conditions.match(stored.coded.statement.metadata) else { return }
        try await step(.work(stored.coded))
      }
    } deliver: { result in
      try await body(result)
    }
  }
}

extension WordQuery {
  /// Of the words that stand in every place that the query finds, the rarest: its forms; nil for a query of anything but words.
  func rarestForms(among vocabulary: [WordFrequency]) -> Set<String>? {
    guard let patterns else { return nil }
    let found = patterns.map { pattern in vocabulary.filter { pattern.matches($0.form.text) } }
    func occurrences(_ words: [WordFrequency]) -> Int { words.reduce(0) { $0 + $1.occurrences } }
    return found.min { occurrences($0) < occurrences($1) }.map { Set($0.map(\.form.text)) }
  }
}
