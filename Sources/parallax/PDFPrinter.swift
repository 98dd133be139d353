import Foundation

/// Prints a page to PDF by the browser that is installed.
enum PDFPrinter {
  private static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

  /// Fails early where there is no browser.
  static func check() throws(OutputError) {
    guard browser == nil else { return }
    throw OutputError(
      description: "a PDF needs Chromium, which is not installed: install it (apt install chromium), "
        + "or write HTML and print it from any browser")
  }

  private static var browser: URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders {
        let url = URL(fileURLWithPath: String(folder)).appendingPathComponent(name)
        if FileManager.default.isExecutableFile(atPath: url.path) { return url }
      }
    }
    return nil
  }

  /// Prints HTML to a file that appears only when it is whole.
  static func print(_ page: String, to path: String) throws {
    try check()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("parallax-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("report.html")
    let printed = folder.appendingPathComponent("report.pdf")
    try Data(page.utf8).write(to: source)
    let process = Process()
    process.executableURL = browser
    process.arguments =
      [
        "--headless=new", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder.path)/profile",
        "--print-to-pdf=\(printed.path)",
      ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [source.absoluteString]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard let data = try? Data(contentsOf: printed), !data.isEmpty else {
      throw OutputError(description: "Chromium printed no PDF; write HTML and print it from a browser")
    }
    try Output.write(data, to: path)
  }
}
