internal import DiscourseModel
internal import Foundation

/// Reads files, folders and standard input into statements, one at a time.
public struct DocumentReader: Sendable {
  private let options: IngestionOptions

  /// A reader with its options.
  public init(options: IngestionOptions = IngestionOptions()) { self.options = options }

  /// Reads files, folders (recursively, by name, hidden files left out) and `-` for standard input.
  ///
  /// A document that cannot be read is a diagnostic, and reading goes on with the next. JSON Lines and CSV are streamed; of
  /// other files one is held at a time.
  ///
  /// - Parameters:
  ///   - paths: what to read, in this order.
  ///   - body: takes each statement or diagnostic.
  /// - Throws: what `body` throws.
  public func read(_ paths: [String], body: (IngestionEvent) async throws -> Void) async throws {
    var ids = StatementIDs()
    try await read(paths, ids: &ids, body: body)
  }

  /// Reads files, folders and standard input; their statements get ids of their own among those that were read before.
  ///
  /// - Parameters:
  ///   - paths: what to read, in this order.
  ///   - ids: the ids of what was read before; takes the new ones.
  ///   - body: takes each statement or diagnostic.
  /// - Throws: what `body` throws.
  public func read(
    _ paths: [String], ids: inout StatementIDs, body: (IngestionEvent) async throws -> Void
  ) async throws {
    for file in files(at: paths) {
      try await read(file: file) { event in
        guard case .statement(var statement) = event else { return try await body(event) }
        do throws(Diagnostic) {
          try ids.admit(&statement)
        } catch {
          return try await body(.diagnostic(error))
        }
        try await body(.statement(statement))
      }
    }
  }

  /// The files that paths stand for, in order: a path itself, or all files of known kinds in a folder.
  public func files(at paths: [String]) -> [String] { paths.flatMap(files) }

  private func files(at path: String) -> [String] {
    guard path != "-", Self.isFolder(path) else { return [path] }
    guard let enumerator = FileManager.default.enumerator(atPath: path) else { return [] }
    var names: [String] = []
    while let name = enumerator.nextObject() as? String {
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
      let isKnown = DocumentFormat(fileName: name) != nil && name.split(separator: "/").last != "README.md"
      if !isHidden, isKnown, !Self.isFolder(path + "/" + name) { names.append(name) }
    }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    // Figures that lie beside statements are no statements.
    return names.sorted().map { base + "/" + $0 }.filter { !IndicatorTable.isOne($0) }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Reads one file, its statements with the ids that they have in it.
  ///
  /// - Parameters:
  ///   - path: the file, or `-`.
  ///   - body: takes each statement or diagnostic.
  /// - Throws: what `body` throws.
  public func read(file path: String, body: (IngestionEvent) async throws -> Void) async throws {
    let name = path == "-" ? "<stdin>" : path
    do {
      var source = try FileSource(path: path)
      guard let head = try source.next() else {
        throw Diagnostic(at: SourceLocation(file: name), "the file is empty; there is nothing to code")
      }
      let format =
        options.format ?? (path == "-" ? nil : DocumentFormat(fileName: path)) ?? DocumentFormat(sniffing: head)
      let joined = JoinedSource(head: head, rest: source)
      try await read(joined, named: name, path: path == "-" ? nil : path, format: format, body: body)
    } catch let diagnostic as Diagnostic {
      try await body(.diagnostic(diagnostic))
    } catch let error as CocoaError {
      try await body(
        .diagnostic(Diagnostic(at: SourceLocation(file: name), "cannot be read: \(error.localizedDescription)")))
    }
  }

  /// Reads a document that is already in memory.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - name: its name, for messages and for its id.
  ///   - format: its format; nil to go by the name or the first bytes.
  /// - Returns: the statements and diagnostics, in order.
  public func statements(
    in bytes: [UInt8], named name: String, format: DocumentFormat? = nil
  ) async throws -> [IngestionEvent] {
    var events: [IngestionEvent] = []
    let found = format ?? options.format ?? DocumentFormat(fileName: name) ?? DocumentFormat(sniffing: bytes)
    do {
      try await read(MemorySource(bytes), named: name, path: nil, format: found) { events.append($0) }
    } catch let diagnostic as Diagnostic {
      events.append(.diagnostic(diagnostic))
    }
    return events
  }

  private func read(
    _ source: some ByteSource, named name: String, path: String?, format: DocumentFormat,
    body: (IngestionEvent) async throws -> Void
  ) async throws {
    let baseName = Self.baseName(name)
    switch format {
    case .jsonLines:
      try await JSONLinesReader(file: name, baseName: baseName, options: options).read(source, body: body)
    case .csv, .tsv:
      let separator: UInt8 = format == .csv ? 0x2C : 0x09
      try await DelimitedReader(file: name, baseName: baseName, separator: separator, options: options)
        .read(source, body: body)
    case .text, .markdown, .html, .pdf:
      let reader = WholeDocumentReader(file: name, baseName: baseName, options: options)
      try await body(.statement(reader.read(source, path: path, format: format)))
    }
  }

  /// A file's name without its folder and its ending: the id of the statement in it that is given none.
  static func baseName(_ name: String) -> String {
    if name == "<stdin>" { return "stdin" }
    let last = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
    return String(last[..<dot])
  }
}

/// The piece that was read to find the format, and the rest.
private struct JoinedSource: ByteSource {
  var head: [UInt8]?
  var rest: FileSource

  init(head: [UInt8], rest: FileSource) {
    self.head = head
    self.rest = rest
  }

  mutating func next() throws -> [UInt8]? {
    if let head {
      self.head = nil
      return head
    }
    return try rest.next()
  }
}
