internal import DiscourseModel
internal import Foundation

/// A source of bytes that is read piece by piece.
protocol ByteSource {
  /// The next piece; nil at the end.
  mutating func next() throws -> [UInt8]?
}

/// Bytes that are already there.
struct MemorySource: ByteSource {
  private let bytes: [UInt8]
  private let pieceLength: Int
  private var position = 0

  init(_ bytes: [UInt8], pieceLength: Int = 1 << 20) {
    self.bytes = bytes
    self.pieceLength = pieceLength
  }

  mutating func next() -> [UInt8]? {
    guard position < bytes.count else { return nil }
    let end = min(position + pieceLength, bytes.count)
    defer { position = end }
    return Array(bytes[position..<end])
  }
}

/// A file, or standard input.
struct FileSource: ByteSource {
  private let handle: FileHandle

  init(path: String) throws(Diagnostic) {
    if path == "-" {
      handle = .standardInput
      return
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Diagnostic(at: SourceLocation(file: path), "cannot be opened; check that it exists and may be read")
    }
    self.handle = handle
  }

  mutating func next() throws -> [UInt8]? {
    guard let data = try handle.read(upToCount: 1 << 18), !data.isEmpty else { return nil }
    return Array(data)
  }
}

/// Cuts a stream of bytes into lines without holding more than one of them.
struct LineStream {
  /// A line of the stream.
  enum Line {
    /// Its bytes without the line end.
    case bytes([UInt8])
    /// A line that is longer than allowed; its bytes were passed over.
    case tooLong(bytes: Int)
  }

  private var source: any ByteSource
  private let maximum: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false
  /// The number of the line that `next` returned last, from 1.
  private(set) var number = 0

  init(_ source: any ByteSource, maximum: Int) {
    self.source = source
    self.maximum = maximum
  }

  /// The next line; nil at the end.
  mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var length = 0
    while true {
      if position >= buffer.count {
        guard !isAtEnd, let piece = try source.next() else {
          isAtEnd = true
          guard length > 0 else { return nil }
          break
        }
        buffer = piece
        position = 0
      }
      let end = buffer[position...].firstIndex(of: 0x0A)
      let stretch = buffer[position..<(end ?? buffer.count)]
      length += stretch.count
      if length <= maximum { line.append(contentsOf: stretch) }
      position = (end ?? buffer.count) + 1
      if end != nil { break }
      position = buffer.count
    }
    number += 1
    guard length <= maximum else { return .tooLong(bytes: length) }
    if line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    return .bytes(line)
  }
}
