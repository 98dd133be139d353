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
  private let annotator: Annotator
  private let options: IngestionOptions
  private let conditions: [MetadataFilter]
  private let tasks: Int

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
  /// - Parameters:
  ///   - paths: files, folders, or `-`.
  ///   - body: takes each event, in input order.
  /// - Throws: what `body` throws.
  public func run(_ paths: [String], body: (PipelineEvent) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: (Int, PipelineEvent).self) { group in
      var next = 0
      var due = 0
      var waiting: [Int: PipelineEvent] = [:]
      func deliver(_ number: Int, _ event: PipelineEvent) async throws {
        waiting[number] = event
        while let ready = waiting.removeValue(forKey: due) {
          due += 1
          if case .coded(let coded) = ready, !conditions.match(coded.statement.metadata) { continue }
          try await body(ready)
        }
      }
      // Side and language may be found only by coding.
      let early = conditions.filter { $0.field != .side && $0.field != .language }
      try await DocumentReader(options: options).read(paths) { event in
        if case .statement(let statement) = event, !early.match(statement.metadata) { return }
        let number = next
        next += 1
        switch event {
        case .diagnostic(let diagnostic): try await deliver(number, .diagnostic(diagnostic))
        case .statement(let statement):
          group.addTask { [annotator] in (number, Self.code(statement, with: annotator)) }
        }
        // Reading waits while enough statements are on their way.
        while next - due - waiting.count >= tasks, let (done, event) = try await group.next() {
          try await deliver(done, event)
        }
      }
      while let (done, event) = try await group.next() { try await deliver(done, event) }
    }
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
