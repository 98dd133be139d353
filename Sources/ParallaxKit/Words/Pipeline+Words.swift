public import DiscourseModel
internal import Ingestion

extension Pipeline {
  /// A statement whose words are wanted.
  enum Unworded: Sendable {
    case read(Statement)
    case coded(CodedStatement)
  }

  /// Codes everything at `paths` and keeps the words; memory holds no more than a few statements at a time.
  ///
  /// - Parameters:
  ///   - paths: files, folders, corpora, or `-`.
  ///   - body: takes each statement or what is wrong, in input order.
  /// - Throws: what `body` throws.
  public func runWithWords(
    _ paths: [String], body: (Result<WordedStatement, Diagnostic>) async throws -> Void
  ) async throws {
    let source = StatementSource(options: options, identity: annotator.identity)
    // Side and language may be found only by coding.
    let early = conditions.filter { $0.field != .side && $0.field != .language }
    try await InOrder.run(tasks: tasks) { [annotator] (input: Unworded) in
      Self.words(of: input, with: annotator)
    } feed: { [conditions] step in
      try await source.read(paths) { event in
        switch event {
        case .statement(let statement):
          if early.match(statement.metadata) { try await step(.work(.read(statement))) }
        case .coded(let coded):
          if conditions.match(coded.statement.metadata) { try await step(.work(.coded(coded))) }
        case .diagnostic(let diagnostic): try await step(.ready(.failure(diagnostic)))
        }
      }
    } deliver: { result in
      if case .success(let statement) = result, !conditions.match(statement.metadata) { return }
      try await body(result)
    }
  }

  static func words(of input: Unworded, with annotator: Annotator) -> Result<WordedStatement, Diagnostic> {
    do {
      switch input {
      case .read(let statement): return .success(try annotator.annotateWithWords(statement))
      case .coded(let coded): return .success(try annotator.words(of: coded))
      }
    } catch let diagnostic as Diagnostic {
      return .failure(diagnostic)
    } catch {
      let source =
        switch input {
        case .read(let statement): statement.source
        case .coded(let coded): coded.statement.source
        }
      return .failure(Diagnostic(at: source, "\(error)"))
    }
  }
}
