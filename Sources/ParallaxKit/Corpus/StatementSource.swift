public import CorpusStore
public import DiscourseModel
public import Ingestion

/// What a source yields, in input order.
public enum SourceEvent: Sendable {
  /// A statement that is to be coded.
  case statement(Statement)
  /// A statement that a corpus has with its codes.
  case coded(CodedStatement)
  /// Something that is wrong; where it is an error, a document was left out.
  case diagnostic(Diagnostic)
}

/// Reads files, folders, standard input and corpora, in one order and with one rule for ids.
public struct StatementSource: Sendable {
  private let options: IngestionOptions
  private let identity: CodingIdentity?
  private let conditions: [MetadataFilter]

  /// A source.
  ///
  /// - Parameters:
  ///   - options: how documents are read.
  ///   - identity: how statements are coded; a corpus's codes of the same identity are used as they are. Nil where texts alone
  ///     are wanted.
  ///   - conditions: which statements' codes are wanted; the others come without.
  public init(
    options: IngestionOptions = IngestionOptions(), identity: CodingIdentity? = nil, conditions: [MetadataFilter] = []
  ) {
    self.options = options
    self.identity = identity
    self.conditions = conditions
  }

  /// Reads everything at `paths`.
  ///
  /// - Parameters:
  ///   - paths: files, folders, corpora, or `-`.
  ///   - body: takes each event, in input order.
  /// - Throws: what `body` throws.
  public func read(_ paths: [String], body: (SourceEvent) async throws -> Void) async throws {
    var ids = StatementIDs()
    let reader = DocumentReader(options: options)
    for path in paths {
      if isCorpus(path) {
        try await readCorpus(path, ids: &ids, body: body)
        continue
      }
      try await reader.read([path], ids: &ids) { event in
        switch event {
        case .diagnostic(let diagnostic): try await body(.diagnostic(diagnostic))
        case .statement(let statement): try await body(.statement(statement))
        }
      }
    }
  }

  /// Reads a file or a corpus, its statements as they are in it, to be coded.
  func read(file path: String, body: (IngestionEvent) async throws -> Void) async throws {
    guard isCorpus(path) else { return try await DocumentReader(options: options).read(file: path, body: body) }
    do {
      try await CorpusStore(reading: path).forEachStatement(withSentences: { _ in false }) { stored in
        var statement = stored.asRead
        statement.source = SourceLocation(file: path)
        try await body(.statement(statement))
      }
    } catch let diagnostic as Diagnostic where diagnostic.location.file == path {
      try await body(.diagnostic(diagnostic))
    }
  }

  /// Whether a path is read as a corpus.
  func isCorpus(_ path: String) -> Bool { options.format == nil && CorpusStore.isCorpus(path) }

  private func readCorpus(
    _ path: String, ids: inout StatementIDs, body: (SourceEvent) async throws -> Void
  ) async throws {
    do {
      let store = try CorpusStore(reading: path)
      let current = try await currentCoding(of: store, body: body)
      try await store.forEachStatement(withSentences: { current != nil && conditions.match($0) }) { stored in
        let source = stored.coded.statement.source
        let text = stored.fingerprint?.text ?? Fingerprint(stored.coded.statement.text)
        let id: String
        do throws(Diagnostic) {
          id = try ids.unique(stored.coded.statement.metadata.id, text: text, source: source)
        } catch {
          return try await body(.diagnostic(error))
        }
        try await body(event(for: stored, id: id, isCurrent: stored.coding == current))
      }
    } catch let diagnostic as Diagnostic where diagnostic.location.file == path {
      try await body(.diagnostic(diagnostic))
    }
  }

  /// The key of the corpus's coding that is the one asked for; says what else there is.
  private func currentCoding(
    of store: CorpusStore, body: (SourceEvent) async throws -> Void
  ) async throws -> Int? {
    for note in try notes(on: store) { try await body(.diagnostic(note)) }
    guard let identity else { return nil }
    return try store.codings().first { $0.value == identity }?.key
  }

  /// What a user should know of a corpus before its answers.
  func notes(on store: CorpusStore) throws -> [Diagnostic] {
    let place = SourceLocation(file: store.path)
    let again = "run \"parallax corpus build \(store.path)\""
    var notes: [Diagnostic] = []
    if try !store.isWhole() {
      notes.append(Diagnostic(.warning, at: place, "not built to its end; what is there is used; \(again) to go on"))
    }
    if let identity, let other = try store.identities().first(where: { $0 != identity }) {
      let differences = other.differences(from: identity).joined(separator: ", ")
      notes.append(
        Diagnostic(
          .warning, at: place,
          "coded otherwise (\(differences)); its texts are coded anew for this answer; \(again) to keep the codes"))
    }
    return notes
  }

  /// A statement of a corpus with what the options say over it.
  private func event(for stored: StoredStatement, id: String, isCurrent: Bool) -> SourceEvent {
    var coded = stored.coded
    let known = coded.statement.metadata
    let changesSide = options.side != nil && options.side != known.side
    let changesLanguage = options.language != nil && (options.language != known.language || stored.languageIsInferred)
    guard isCurrent, !changesSide, !changesLanguage else {
      var statement = stored.asRead
      statement.metadata.id = id
      statement.metadata.side = options.side ?? statement.metadata.side
      statement.metadata.language = options.language ?? statement.metadata.language
      return .statement(statement)
    }
    if options.side != nil { coded.statement.metadata.sideIsInferred = false }
    if id != known.id {
      coded.statement.metadata.id = id
      for index in coded.sentences.indices { coded.sentences[index].document = id }
    }
    return .coded(coded)
  }
}
