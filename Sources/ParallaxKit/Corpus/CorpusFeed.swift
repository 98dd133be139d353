internal import CorpusStore
internal import DiscourseModel
internal import Foundation
internal import Ingestion

/// Goes through the files of a corpus and finds what is to be coded.
struct CorpusFeed {
  /// The name of standard input among the files of a corpus.
  static let standardInput = "<stdin>"

  /// A file, and what is to be done with it.
  struct Item {
    var file: CorpusFile
    /// Whether the file itself is read; the texts in the corpus stand for it where it is not.
    var reads: Bool
    /// Whether it is read by the same options as before.
    var optionsAreSame: Bool
  }

  /// A statement that is to be coded.
  struct Input: Sendable {
    var statement: Statement
    var id: String
    var file: Int
    var position: Int
  }

  /// What comes of a step.
  enum Result: Sendable {
    case change(CorpusChange)
    /// So many statements of a file that did not change.
    case skipped(Int)
    case diagnostic(Diagnostic)
    case end(CorpusFile, fingerprint: String?)
  }

  private let plan: [Item]
  private let writer: CorpusWriter
  private let known: [Int: [KnownStatement]]
  private let byID: [String: KnownStatement]

  init(plan: [Item], statements: [KnownStatement], writer: CorpusWriter) {
    self.plan = plan
    self.writer = writer
    known = Dictionary(grouping: statements, by: \.file)
    byID = Dictionary(uniqueKeysWithValues: statements.map { ($0.id, $0) })
  }

  /// Hands out the steps of all files, in the order of input.
  func run(_ step: (InOrder.Step<Input, Result>) async throws -> Void) async throws {
    var ids = StatementIDs()
    for item in plan {
      let hash = item.reads ? Self.hash(ofFile: item.file.path) : item.file.fingerprint
      let statements = known[item.file.key] ?? []
      if isSame(item, hash: hash, statements: statements), keepsIDs(statements, of: item.file, ids: &ids) {
        try await step(.ready(.skipped(statements.count)))
      } else if item.reads {
        try await read(item, hash: hash, ids: &ids, step)
      } else {
        try await readStored(item, statements: statements, ids: &ids, step)
      }
    }
  }

  /// Whether nothing of a file has to be coded.
  private func isSame(_ item: Item, hash: String?, statements: [KnownStatement]) -> Bool {
    guard statements.allSatisfy(\.isCurrent) else { return false }
    guard item.reads else { return true }
    return hash != nil && item.file.fingerprint == hash && item.optionsAreSame && item.file.isCurrent
      && item.file.failed == 0
  }

  /// Whether a file's statements keep their ids; only then are the ids taken.
  private func keepsIDs(_ statements: [KnownStatement], of file: CorpusFile, ids: inout StatementIDs) -> Bool {
    var taken: [String] = []
    for statement in statements {
      let place = SourceLocation(file: file.path, line: statement.line)
      let id = try? ids.unique(statement.readID, text: statement.fingerprint.text, source: place)
      if let id { taken.append(id) }
      guard id == statement.id else {
        ids.forget(taken)
        return false
      }
    }
    return true
  }

  private func read(
    _ item: Item, hash: String?, ids: inout StatementIDs, _ step: (InOrder.Step<Input, Result>) async throws -> Void
  ) async throws {
    try await step(.ready(.change(.begin(file: item.file.key))))
    let isStandardInput = item.file.path == Self.standardInput
    let source = StatementSource(options: StoredOptions(text: item.file.options).options)
    var position = isStandardInput ? (known[item.file.key] ?? []).count : 0
    try await source.read(file: isStandardInput ? "-" : item.file.path) { event in
      switch event {
      case .diagnostic(let diagnostic): try await step(.ready(.diagnostic(diagnostic)))
      case .statement(let statement):
        try await admit(statement, fingerprint: StatementFingerprint(statement), item, position, &ids, step)
        position += 1
      }
    }
    try await step(.ready(.end(item.file, fingerprint: hash ?? "")))
  }

  /// Reads the statements that the corpus has of a file that is not there, or not asked for.
  private func readStored(
    _ item: Item, statements: [KnownStatement], ids: inout StatementIDs,
    _ step: (InOrder.Step<Input, Result>) async throws -> Void
  ) async throws {
    try await step(.ready(.change(.begin(file: item.file.key))))
    for (position, known) in statements.enumerated() {
      guard let statement = try await writer.statementAsRead(known.key) else { continue }
      try await admit(statement, fingerprint: known.fingerprint, item, position, &ids, step)
    }
    try await step(.ready(.end(item.file, fingerprint: item.file.fingerprint ?? "")))
  }

  /// Takes a statement in: what the corpus has is kept, the rest is to be coded.
  private func admit(
    _ statement: Statement, fingerprint: StatementFingerprint, _ item: Item, _ position: Int, _ ids: inout StatementIDs,
    _ step: (InOrder.Step<Input, Result>) async throws -> Void
  ) async throws {
    let id: String
    do throws(Diagnostic) {
      id = try ids.unique(statement.metadata.id, text: fingerprint.text, source: statement.source)
    } catch {
      return try await step(.ready(.diagnostic(error)))
    }
    if let known = byID[id], known.isCurrent, known.fingerprint == fingerprint {
      let keep = CorpusChange.keep(
        statement: known.key, readID: statement.metadata.id, file: item.file.key, position: position,
        line: statement.source.line)
      try await step(.ready(.change(keep)))
    } else {
      try await step(.work(Input(statement: statement, id: id, file: item.file.key, position: position)))
    }
  }

  /// The hash of a file's bytes; nil where it is no file, or cannot be read.
  private static func hash(ofFile path: String) -> String? {
    guard path != standardInput, let file = FileHandle(forReadingAtPath: path) else { return nil }
    var fingerprint = Fingerprint()
    do {
      while let data = try file.read(upToCount: 1 << 20), !data.isEmpty { fingerprint.feed(Array(data)) }
    } catch {
      return nil
    }
    return fingerprint.text
  }
}
