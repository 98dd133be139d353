internal import CHTML
internal import CICU

// The one file of this module that touches memory it does not own.

/// A page of HTML, read by libxml2.
struct HTMLPage {
  var text: String
  var title: String?
  var date: String?
  var language: String?

  /// Nil where nothing can be read.
  init?(_ bytes: [UInt8]) {
    let page = unsafe bytes.withUnsafeBufferPointer { unsafe chtml_read($0.baseAddress, Int64($0.count), "UTF-8") }
    guard let page = unsafe page else { return nil }
    defer { unsafe chtml_page_free(page) }
    func string(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
      unsafe pointer.map { unsafe String(cString: $0) }
    }
    text = unsafe string(page.pointee.text) ?? ""
    title = unsafe string(page.pointee.title)
    date = unsafe string(page.pointee.date)
    language = unsafe string(page.pointee.language)
  }
}

/// ICU's converters.
enum Encodings {
  /// ICU's guess, with its confidence from 0 to 100.
  static func detect(_ bytes: [UInt8]) -> (name: String, confidence: Int)? {
    var name = [CChar](repeating: 0, count: 64)
    let confidence = unsafe bytes.withUnsafeBufferPointer {
      unsafe cicu_encoding_detect($0.baseAddress, Int64($0.count), &name, 64)
    }
    guard confidence >= 0 else { return nil }
    return (String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self), Int(confidence))
  }

  /// What a strict conversion gives: UTF-8, or the offset of the first bytes that do not fit.
  enum Outcome {
    case text([UInt8])
    case invalid(offset: Int)
    case unknownEncoding
  }

  /// Converts to UTF-8, never replacing anything.
  static func decode(_ bytes: [UInt8], as name: String) -> Outcome {
    var result: UnsafeMutablePointer<UInt8>?
    var length: Int64 = 0
    var errorOffset: Int64 = 0
    let status = unsafe bytes.withUnsafeBufferPointer {
      unsafe cicu_encoding_decode(name, $0.baseAddress, Int64($0.count), &result, &length, &errorOffset)
    }
    guard status == 0, let result = unsafe result else {
      // U_FILE_ACCESS_ERROR: there is no converter of this name.
      return status == 4 ? .unknownEncoding : .invalid(offset: max(0, Int(errorOffset)))
    }
    defer { unsafe cicu_free(result) }
    return .text(unsafe Array(UnsafeBufferPointer(start: result, count: Int(length))))
  }
}
