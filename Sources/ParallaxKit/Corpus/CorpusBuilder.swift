internal import CorpusStore
public import DiscourseModel
internal import Foundation
public import Ingestion

/// Builds a corpus on disk and keeps it in step with its files: only what is new or changed is coded.
///
/// A file is looked at by the hash of its bytes, a statement by the hash of its text and metadata. What is stored is stored in
/// batches, so that a build that was broken off goes on where it was.
public struct CorpusBuilder: Sendable {
  /// What is to be done with files.
  public enum Scope: Sendable, Hashable {
    /// The corpus shall hold these files: those that it has beside them are gone, and removed where `prune` says so. With no
    /// files given, those of the corpus are looked at again.
    case build(prune: Bool)
    /// These files are put in beside what is there.
    case add
  }

  /// What was done.
  public struct Outcome: Sendable, Hashable {
    /// Statements that were coded.
    public var coded = 0
    /// Statements that stayed as they were.
    public var kept = 0
    /// Statements that were removed.
    public var removed = 0
    /// Documents that were left out, or were there already.
    public var failed = 0
    /// Errors among them.
    public var errors = 0
    /// Files of the corpus that are no longer among its paths.
    public var gone: [String] = []
  }

  let annotator: Annotator
  let options: IngestionOptions
  let tasks: Int

  /// A builder.
  ///
  /// - Parameters:
  ///   - annotator: what codes a statement.
  ///   - options: how the given documents are read.
  ///   - tasks: how many statements are coded at once.
  public init(annotator: Annotator, options: IngestionOptions = IngestionOptions(), tasks: Int = 2) {
    self.annotator = annotator
    self.options = options
    self.tasks = max(1, tasks)
  }

  /// Builds a corpus, or brings it up to date.
  ///
  /// - Parameters:
  ///   - path: the corpus.
  ///   - paths: files, folders, or `-`.
  ///   - scope: what is to be done with them.
  ///   - report: takes what is wrong, and after each statement the number of those that are done.
  /// - Throws: a ``Diagnostic`` where the corpus cannot be written.
  public func run(
    _ path: String, from paths: [String], scope: Scope, report: (Report) -> Void
  ) async throws -> Outcome {
    let given = DocumentReader(options: options).files(at: paths)
    let readable = given.filter { $0 == "-" || FileManager.default.isReadableFile(atPath: $0) }
    for missing in given where !readable.contains(missing) {
      report(
        .diagnostic(
          Diagnostic(at: SourceLocation(file: missing), "cannot be opened; check that it exists and may be read")))
    }
    guard !readable.contains(path) else {
      throw Diagnostic(at: SourceLocation(file: path), "is the corpus itself; name what shall be put into it")
    }
    let writer = try CorpusWriter(path: path, identity: annotator.identity)
    var outcome = Outcome(failed: given.count - readable.count, errors: given.count - readable.count)
    let plan = try await plan(given: readable, scope: scope, writer: writer, outcome: &outcome)
    let feed = CorpusFeed(plan: plan, statements: try await writer.statements(), writer: writer)
    var batches = ChangeBatches(writer: writer)
    var failed = 0
    try await InOrder.run(tasks: tasks) { [annotator] in
      Self.code($0, with: annotator)
    } feed: { step in
      try await feed.run(step)
    } deliver: { result in
      switch result {
      case .change(let change):
        if case .keep = change { outcome.kept += 1 }
        try await batches.add(change)
      case .skipped(let count): outcome.kept += count
      case .diagnostic(let diagnostic):
        report(.diagnostic(diagnostic))
        failed += 1
        outcome.failed += 1
        if diagnostic.severity == .error { outcome.errors += 1 }
      case .end(let file, let fingerprint):
        let change = CorpusChange.finish(
          file: file.key, fingerprint: fingerprint, options: file.options, failed: failed,
          keepsOthers: file.path == CorpusFeed.standardInput)
        failed = 0
        try await batches.add(change)
      }
      report(.progress(batches.counts.stored + outcome.kept))
    }
    try await batches.finish()
    outcome.coded = batches.counts.stored
    outcome.removed += batches.counts.removed
    try await writer.finish()
    return outcome
  }

  /// What a build tells while it runs.
  public enum Report: Sendable {
    /// Something that is wrong.
    case diagnostic(Diagnostic)
    /// So many statements are done.
    case progress(Int)
  }

  /// The files of the corpus in the order of input, with what is to be done with each.
  private func plan(
    given: [String], scope: Scope, writer: CorpusWriter, outcome: inout Outcome
  ) async throws -> [CorpusFeed.Item] {
    let names = given.map { $0 == "-" ? CorpusFeed.standardInput : $0 }
    let known = try await writer.files()
    let missing = known.filter {
      $0.path != CorpusFeed.standardInput && !FileManager.default.fileExists(atPath: $0.path)
    }
    var order: [String] = []
    switch scope {
    case .add: order = known.map(\.path) + names
    case .build(let prune):
      let others = known.filter { !names.contains($0.path) && $0.path != CorpusFeed.standardInput }
      let gone = names.isEmpty ? missing : others
      outcome.gone = gone.map(\.path)
      if prune { outcome.removed = try await writer.removeFiles(Set(gone.map(\.key))) }
      let rest = known.map(\.path).filter { !prune || !outcome.gone.contains($0) }
      order = names.isEmpty ? rest : names + rest
    }
    let files = try await writer.arrange(order.uniqued())
    let looked = names.isEmpty && scope != .add ? files.map(\.path).filter { !outcome.gone.contains($0) } : names
    let isLooked = Set(looked).subtracting(names.isEmpty ? [CorpusFeed.standardInput] : [])
    let typed = StoredOptions(options).text
    return files.map { file in
      var next = file
      if names.contains(file.path) { next.options = typed }
      return CorpusFeed.Item(
        file: next, reads: isLooked.contains(file.path), optionsAreSame: file.options == next.options)
    }
  }

  private static func code(_ input: CorpusFeed.Input, with annotator: Annotator) -> CorpusFeed.Result {
    do {
      let item = try annotator.index(input.statement, id: input.id)
      return .change(.store(item, file: input.file, position: input.position))
    } catch let diagnostic as Diagnostic {
      return .diagnostic(diagnostic)
    } catch {
      return .diagnostic(Diagnostic(at: input.statement.source, "\(error)"))
    }
  }
}

extension Array where Element: Hashable {
  /// The elements, each at its first place alone.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
