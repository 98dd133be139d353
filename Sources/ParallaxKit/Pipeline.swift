internal import CorpusStore
public import DiscourseModel
public import Ingestion

/// What the pipeline yields for a document, in input order.
public enum PipelineEvent: Sendable {
  /// A statement that was coded.
  case coded(CodedStatement)
  /// Something that is wrong; where it is an error, the document was left out.
  case diagnostic(Diagnostic)
}

/// Reads statements, codes them in parallel, and hands them out in input order: the same with any number of tasks.
public struct Pipeline: Sendable {
  let annotator: Annotator
  let options: IngestionOptions
  let conditions: [MetadataFilter]
  let tasks: Int

  /// A pipeline.
  ///
  /// - Parameters:
  ///   - annotator: what codes a statement.
  ///   - options: how documents are read.
  ///   - conditions: which statements are wanted; the others are passed over, most of them before they are coded.
  ///   - tasks: how many statements are coded at once.
  public init(
    annotator: Annotator, options: IngestionOptions = IngestionOptions(), conditions: [MetadataFilter] = [],
    tasks: Int = 2
  ) {
    self.annotator = annotator
    self.options = options
    self.conditions = conditions
    self.tasks = max(1, tasks)
  }

  /// Codes everything at `paths`; memory holds no more than a few statements at a time.
  ///
  /// Statements of a corpus come with the codes that it holds, where they were coded as this pipeline codes.
  ///
  /// - Parameters:
  ///   - paths: files, folders, corpora, or `-`.
  ///   - body: takes each event, in input order.
  /// - Throws: what `body` throws.
  public func run(_ paths: [String], body: (PipelineEvent) async throws -> Void) async throws {
    // Side and language may be found only by coding.
    let early = conditions.filter { $0.field != .side && $0.field != .language }
    let source = StatementSource(options: options, identity: annotator.identity, conditions: early)
    try await InOrder.run(tasks: tasks) { [annotator] statement in
      Self.code(statement, with: annotator)
    } feed: { step in
      try await source.read(paths) { event in
        switch event {
        case .statement(let statement):
          if early.match(statement.metadata) { try await step(.work(statement)) }
        case .coded(let coded): try await step(.ready(.coded(coded)))
        case .diagnostic(let diagnostic): try await step(.ready(.diagnostic(diagnostic)))
        }
      }
    } deliver: { event in
      if case .coded(let coded) = event, !conditions.match(coded.statement.metadata) { return }
      try await body(event)
    }
  }

  /// Counts everything at `paths`; of a corpus that was coded as this pipeline codes, neither texts nor codes are read.
  ///
  /// - Parameters:
  ///   - paths: files, folders, corpora, or `-`.
  ///   - voices: whose sentences count.
  ///   - body: takes what is wrong.
  /// - Returns: a summary for each statement, in input order.
  public func summaries(
    _ paths: [String], voices: Set<Voice> = [.own], diagnostics body: (Diagnostic) -> Void
  ) async throws -> [StatementSummary] {
    let source = StatementSource(options: options, identity: annotator.identity)
    if paths.count == 1, source.isCorpus(paths[0]), options.side == nil, options.language == nil {
      let store = try CorpusStore(reading: paths[0])
      if try store.identities().allSatisfy({ $0 == annotator.identity }) {
        try source.notes(on: store).forEach(body)
        return try store.summaries(voices: voices).filter { conditions.match($0.metadata) }
      }
    }
    var summaries: [StatementSummary] = []
    try await run(paths) { event in
      switch event {
      case .diagnostic(let diagnostic): body(diagnostic)
      case .coded(let coded):
        guard let side = coded.statement.metadata.side else { return }
        let metadata = coded.statement.metadata
        let counts = StatementCounts(id: metadata.id, side: side, sentences: coded.sentences, voices: voices)
        summaries.append(StatementSummary(metadata: metadata, counts: counts))
      }
    }
    return summaries
  }

  private static func code(_ statement: Statement, with annotator: Annotator) -> PipelineEvent {
    do {
      return .coded(try annotator.annotate(statement))
    } catch let diagnostic as Diagnostic {
      return .diagnostic(diagnostic)
    } catch {
      return .diagnostic(Diagnostic(at: statement.source, "\(error)"))
    }
  }
}
