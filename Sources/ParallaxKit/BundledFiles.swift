internal import BundledLexicons
internal import BundledTemplates
public import Reporting

// The one file of this module that touches memory it does not own: the lexicons and templates inside the program.

/// The lexicons that come with the program.
enum BundledFiles {
  /// Name and text of each file, by name.
  static func all() -> [(name: String, text: String)] {
    (0..<bundled_lexicon_count()).map { index in
      let name = unsafe String(cString: bundled_lexicon_name(index))
      let bytes = unsafe UnsafeBufferPointer(
        start: bundled_lexicon_bytes(index), count: Int(bundled_lexicon_size(index)))
      return (name, String(decoding: unsafe Array(bytes), as: UTF8.self))
    }
  }
}

extension ReportTemplates {
  /// The templates of the framing report that come with the program.
  public static var bundled: ReportTemplates { bundled(page: "report.mustache", script: "report.js") }

  /// The templates of the page of a validation that come with the program.
  public static var bundledValidation: ReportTemplates { bundled(page: "validation.mustache") }

  private static func bundled(page: String, script: String? = nil) -> ReportTemplates {
    var files: [String: String] = [:]
    for index in 0..<bundled_template_count() {
      let name = unsafe String(cString: bundled_template_name(index))
      let bytes = unsafe UnsafeBufferPointer(
        start: bundled_template_bytes(index), count: Int(bundled_template_size(index)))
      files[name] = String(decoding: unsafe Array(bytes), as: UTF8.self)
    }
    return ReportTemplates(
      page: files[page] ?? "", style: files["report.css"] ?? "", script: script.flatMap { files[$0] } ?? "")
  }
}
