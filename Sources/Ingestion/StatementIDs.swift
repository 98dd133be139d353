public import DiscourseModel

/// Holds the ids of a run apart, so that each stands for one statement.
///
/// An id that was made from a file's name is made unique by its folder, then by a number. An id that was given must be the
/// statement's own: with another text behind it, it is an error. The same text with the same id is one statement.
public struct StatementIDs: Sendable {
  private struct First: Sendable {
    var text: Fingerprint
    var source: SourceLocation
  }

  private var seen: [String: First] = [:]

  /// No ids yet.
  public init() {}

  /// Takes a statement in and gives it its id in the run.
  ///
  /// - Throws: a ``Diagnostic`` where the statement is left out: a warning where it is the same as one before, an error where
  ///   its id stands for another text.
  public mutating func admit(_ statement: inout Statement) throws(Diagnostic) {
    let text = Fingerprint(statement.text)
    statement.metadata.id = try unique(statement.metadata.id, text: text, source: statement.source)
  }

  /// The id in the run of a statement whose text is known by its fingerprint.
  ///
  /// - Parameters:
  ///   - id: its id as it was read.
  ///   - text: the fingerprint of its text.
  ///   - source: where it was read.
  /// - Throws: as ``admit(_:)``.
  public mutating func unique(
    _ id: String, text: Fingerprint, source: SourceLocation
  ) throws(Diagnostic) -> String {
    let first = First(text: text, source: source)
    var candidate = id
    var number = 1
    while let other = seen[candidate] {
      guard other.text != text else {
        throw Diagnostic(.warning, at: source, "the same as \"\(candidate)\" in \(other.source); counted once")
      }
      guard Self.isMade(id, source: source) else {
        throw Diagnostic(
          at: source, "the id \"\(id)\" stands for another text in \(other.source); give each statement its own id")
      }
      candidate = Self.candidate(number, for: id, in: source.file)
      number += 1
    }
    seen[candidate] = first
    return candidate
  }

  /// Gives ids free again.
  public mutating func forget(_ ids: [String]) {
    for id in ids { seen[id] = nil }
  }

  /// Whether an id is the one that a statement gets from its file's name where none is given.
  private static func isMade(_ id: String, source: SourceLocation) -> Bool {
    let base = DocumentReader.baseName(source.file)
    return id == base || id == "\(base)-\(source.line ?? 0)"
  }

  /// The ids by which one from a file's name is made unique: `folder/id`, then `folder/id-2` …
  private static func candidate(_ number: Int, for id: String, in file: String) -> String {
    let folders = file.split(separator: "/").dropLast()
    let base = folders.last.map { "\($0)/\(id)" } ?? id
    return number == 1 ? base : "\(base)-\(number)"
  }
}
