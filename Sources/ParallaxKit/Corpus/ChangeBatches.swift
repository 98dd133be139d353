internal import CorpusStore
internal import DiscourseModel

/// Gathers changes and writes them in batches, one beside the coding of the next.
struct ChangeBatches {
  private static let statements = 512
  private static let bytes = 4 << 20

  private let writer: CorpusWriter
  private var pending: [CorpusChange] = []
  private var pendingStatements = 0
  private var pendingBytes = 0
  private var writing: Task<CorpusChangeCounts, any Error>?
  /// What the batches that were written did.
  private(set) var counts = CorpusChangeCounts()

  init(writer: CorpusWriter) { self.writer = writer }

  /// Takes a change; a full batch is handed to the writer.
  mutating func add(_ change: CorpusChange) async throws {
    pending.append(change)
    if case .store(let item, _, _) = change {
      pendingStatements += 1
      pendingBytes += item.coded.statement.text.utf8.count
    }
    if pendingStatements >= Self.statements || pendingBytes >= Self.bytes || pending.count >= 1 << 14 {
      try await flush()
    }
  }

  /// Writes what is left and waits for it.
  mutating func finish() async throws {
    try await flush()
    try await flush()
  }

  private mutating func flush() async throws {
    if let done = try await writing?.value {
      counts.stored += done.stored
      counts.removed += done.removed
    }
    writing = nil
    guard !pending.isEmpty else { return }
    let batch = pending
    pending = []
    pendingStatements = 0
    pendingBytes = 0
    writing = Task { [writer] in try await writer.apply(batch) }
  }
}
