import ArgumentParser
import Foundation

/// An output that could not be written.
struct OutputError: Error, CustomStringConvertible {
  let description: String
}

/// Where a command writes: standard output, or a file that appears only when it is whole.
struct Output {
  static let standard = Output(handle: .standardOutput)
  static let error = Output(handle: .standardError)

  private let handle: FileHandle

  /// Writes at once.
  func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes UTF-8 at once.
  func write(_ bytes: [UInt8]) {
    do {
      try handle.write(contentsOf: Data(bytes))
    } catch {
      // Nobody reads any more, or the disk is full: there is no use in going on.
      Foundation.exit(ExitStatus.wrongInput.rawValue)
    }
  }

  /// A reader that goes away (`| head`) ends the program quietly instead of killing it.
  static func endOnClosedPipe() {
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Writes text to a file beside its place and renames it into place, or to standard output where no path is given.
  static func write(_ text: String, to path: String?) throws(OutputError) {
    guard let path else { return standard.write(text) }
    try write(Data(text.utf8), to: path)
  }

  /// Writes bytes to a file beside its place and renames it into place.
  static func write(_ data: Data, to path: String) throws(OutputError) {
    let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try data.write(to: URL(fileURLWithPath: temporary))
      guard unsafe rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw OutputError(description: "cannot write \(path); check that the folder exists and may be written to")
    }
  }

  /// Writes piece by piece to a file beside its place and renames it into place, or to standard output where no path is given.
  static func stream(to path: String?, _ body: (Output) async throws -> Void) async throws {
    guard let path else { return try await body(standard) }
    let temporary = path + ".part-\(ProcessInfo.processInfo.processIdentifier)"
    let failure = OutputError(description: "cannot write \(path); check that the folder exists and may be written to")
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forWritingAtPath: temporary)
    else { throw failure }
    do {
      try await body(Output(handle: handle))
      try handle.close()
      guard unsafe rename(temporary, path) == 0 else { throw failure }
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw error
    }
  }

  /// The width of the terminal, or 100 where there is none.
  static var width: Int {
    guard let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns >= 40 else {
      return 100
    }
    return min(columns, 160)
  }
}
