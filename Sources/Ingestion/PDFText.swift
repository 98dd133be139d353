internal import DiscourseModel
internal import Foundation
internal import Subprocess

/// Gets the text of a PDF file through poppler's `pdftotext`.
enum PDFText {
  /// The text, pages separated by form feeds.
  ///
  /// - Throws: ``Diagnostic`` where the program is missing or the file is no readable PDF.
  static func extract(path: String, file: String) async throws -> String {
    let place = SourceLocation(file: file)
    do {
      let result = try await run(
        .name("pdftotext"), arguments: ["-enc", "UTF-8", path, "-"], output: .string(limit: 256 << 20),
        error: .string(limit: 1 << 20))
      guard result.terminationStatus.isSuccess else {
        let reason = result.standardError.split(separator: "\n").first.map(String.init) ?? "unknown reason"
        throw Diagnostic(at: place, "pdftotext cannot read this PDF: \(reason)")
      }
      let text = result.standardOutput
      guard !text.trimmingWhitespace().isEmpty else {
        throw Diagnostic(
          at: place, "the PDF holds no text, perhaps only scanned images; run text recognition on it first")
      }
      return text
    } catch let error as SubprocessError {
      if "\(error)".contains("not found") {
        throw Diagnostic(
          at: place,
          "pdftotext, which reads PDF files, is not installed; install poppler-utils (apt-get install poppler-utils)")
      }
      throw Diagnostic(at: place, "pdftotext failed: \(error)")
    }
  }

  /// The text of PDF bytes that are in no file.
  static func extract(bytes: [UInt8], file: String) async throws -> String {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("parallax-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try await extract(path: url.path, file: file)
  }
}
