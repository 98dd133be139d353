internal import Foundation

/// Files that say what an output has to be, byte for byte.
public enum Golden {
  /// Compares a text with the file beside the test; with `RECORD_GOLDEN=1` it writes the file, and the comparison fails.
  ///
  /// - Parameters:
  ///   - text: the output.
  ///   - path: the file, from the project's folder.
  /// - Returns: nil where they are equal, else what is wrong and what to do.
  public static func difference(of text: String, from path: String) -> String? {
    let url = Project.root.appendingPathComponent(path)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try? FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try? Data(text.utf8).write(to: url)
      return "\(path) was recorded; look at it, then run the test without RECORD_GOLDEN"
    }
    guard let expected = try? String(contentsOf: url, encoding: .utf8) else {
      return "\(path) is missing; record it with RECORD_GOLDEN=1"
    }
    guard expected != text else { return nil }
    let lines = zip(expected.split(separator: "\n"), text.split(separator: "\n")).enumerated()
    let first = lines.first { $0.element.0 != $0.element.1 }
    return "\(path) differs at line \((first?.offset ?? 0) + 1): \(first?.element.1.prefix(200) ?? "the end"); "
      + "record it with RECORD_GOLDEN=1 if the change is meant"
  }
}
