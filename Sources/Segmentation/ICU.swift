internal import CICU

// The one file of this module that touches memory it does not own: every call into ICU's C interface.

/// An ICU call that failed, with ICU's own status code.
public struct ICUError: Error, Sendable, Hashable, CustomStringConvertible {
  /// ICU's `UErrorCode`.
  public let status: Int32
  /// What was asked of ICU.
  public let operation: String

  /// Names the operation and the code.
  public var description: String { "ICU could not \(operation) (status \(status)); is ICU's data installed?" }
}

/// ICU as it is linked.
public enum ICU {
  /// ICU's version, for example `72.1`; figures depend on it.
  public static let version: String = {
    var buffer = [CChar](repeating: 0, count: 32)
    unsafe buffer.withUnsafeMutableBufferPointer { unsafe cicu_version($0.baseAddress) }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()
}

/// A boundary that ICU found.
struct Boundary: Sendable, Hashable {
  /// UTF-8 offset.
  var offset: Int
  /// ICU's rule status: for words 0..<100 none, 100..<200 number, 200..<300 letters, 300..<400 kana, 400..<500 Han.
  var tag: Int32
}

/// An ICU break iterator; one for each task.
@safe
struct BreakIterator: ~Copyable {
  enum Kind { case word, sentence }

  private let iterator: OpaquePointer

  init(_ kind: Kind, locale: String) throws(ICUError) {
    var status: Int32 = 0
    let code = Int32(kind == .word ? CICU_BREAK_WORD : CICU_BREAK_SENTENCE)
    guard let iterator = unsafe cicu_break_open(code, locale, &status) else {
      throw ICUError(status: status, operation: "open its break rules for \(locale)")
    }
    unsafe self.iterator = iterator
  }

  /// An iterator over a user's own rules, which were found good before.
  init(rules: String) throws(ICUError) {
    var place = (line: Int32(0), column: Int32(0), status: Int32(0))
    guard let iterator = unsafe Self.open(rules, &place) else {
      throw ICUError(status: place.status, operation: "take the break rules")
    }
    unsafe self.iterator = iterator
  }

  /// Where a user's rules are wrong; nil where they are good.
  static func firstError(inRules rules: String) -> (line: Int, column: Int, status: Int32)? {
    var place = (line: Int32(0), column: Int32(0), status: Int32(0))
    guard let iterator = unsafe open(rules, &place) else {
      return (max(1, Int(place.line)), Int(place.column), place.status)
    }
    unsafe cicu_break_close(iterator)
    return nil
  }

  private static func open(_ rules: String, _ place: inout (line: Int32, column: Int32, status: Int32))
    -> OpaquePointer?
  {
    let bytes = Array(rules.utf8)
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe cicu_break_open_rules(
        buffer.baseAddress, Int64(buffer.count), &place.line, &place.column, &place.status)
    }
  }

  deinit { unsafe cicu_break_close(iterator) }

  /// All boundaries of the text after 0.
  func boundaries(of text: [UInt8]) throws(ICUError) -> [Boundary] {
    var status: Int32 = 0
    var found: [Boundary] = []
    found.reserveCapacity(text.count / 4 + 1)
    var bounds = [Int32](repeating: 0, count: 512)
    var tags = [Int32](repeating: 0, count: 512)
    unsafe text.withUnsafeBufferPointer { buffer in
      unsafe cicu_break_set_text(iterator, buffer.baseAddress, Int64(buffer.count), &status)
      guard status <= 0 else { return }
      while true {
        let count = unsafe Int(cicu_break_next(iterator, &bounds, &tags, 512))
        for index in 0..<count { found.append(Boundary(offset: Int(bounds[index]), tag: tags[index])) }
        if count < 512 { return }
      }
    }
    guard status <= 0 else { throw ICUError(status: status, operation: "read the text") }
    return found
  }
}

extension CharacterClass {
  /// The class of each character of the basic plane, by its code point.
  static let table: [UInt8] = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    unsafe cicu_word_classes(buffer.baseAddress)
    count = 65_536
  }
}

extension SentenceClass {
  /// The class of each character of the basic plane, by its code point.
  static let table: [UInt8] = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
    unsafe cicu_sentence_classes(buffer.baseAddress)
    count = 65_536
  }
}

/// The units of the trie in which ICU keeps its Chinese dictionary; nil where this ICU has none in the known layout.
func dictionaryUnits() -> [UInt16]? {
  var units: UnsafeMutablePointer<UInt16>?
  var count: Int64 = 0
  guard unsafe cicu_dictionary_read(&units, &count) <= 0, let units = unsafe units else { return nil }
  defer { unsafe cicu_free(units) }
  return unsafe Array(UnsafeBufferPointer(start: units, count: Int(count)))
}

/// The bytes and the offsets of normalized text as ICU gives them.
func normalizedBytes(of text: [UInt8]) throws(ICUError) -> (bytes: [UInt8], offsets: [UInt32]) {
  var result: UnsafeMutablePointer<UInt8>?
  var offsets: UnsafeMutablePointer<UInt32>?
  var length: Int64 = 0
  let status = unsafe text.withUnsafeBufferPointer { buffer in
    unsafe cicu_normalize(buffer.baseAddress, Int64(buffer.count), &result, &offsets, &length)
  }
  guard status <= 0, let result = unsafe result, let offsets = unsafe offsets else {
    throw ICUError(status: status, operation: "normalize the text")
  }
  defer {
    unsafe cicu_free(result)
    unsafe cicu_free(offsets)
  }
  return unsafe (
    Array(UnsafeBufferPointer(start: result, count: Int(length))),
    Array(UnsafeBufferPointer(start: offsets, count: Int(length) + 1))
  )
}
