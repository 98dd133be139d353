public import Foundation

/// Where the project's files are, and the material beside it that tests may use where it exists.
public enum Project {
  /// The project's folder.
  public static let root: URL = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the project.
  public static func path(_ name: String) -> String { root.appendingPathComponent(name).path }

  /// A file of the material beside the project; nil where it is missing.
  public static func shared(_ name: String) -> String? {
    let path = root.deletingLastPathComponent().appendingPathComponent("shared/\(name)").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The sample statements, by name.
  public static func samples() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path("Samples"))
      .filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted().map { path("Samples/\($0)") }
  }

  /// A new empty folder for a test.
  public static func temporaryFolder() throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("parallax-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }
}

/// Random text for property tests, the same for the same seed.
public struct RandomText: Sendable {
  private var state: UInt64

  /// A source of text that starts from `seed`.
  public init(seed: UInt64) { state = seed }

  /// A number below `bound`.
  public mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  /// Random bytes.
  public mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(below(256)) } }

  /// A text of mixed scripts, marks and odd characters.
  public mutating func text(_ count: Int) -> String {
    let pools: [[UInt32]] = [
      Array(0x61...0x7A), Array(0x41...0x5A), Array(0x30...0x39), [0x20, 0x20, 0x2E, 0x2C, 0x2D, 0x27, 0x0A, 0x3A],
      Array(0x4E00...0x4E80), [0x4E2D, 0x56FD, 0x7F8E, 0x8131, 0x94A9, 0x65AD, 0x94FE, 0x7684, 0x5BF9, 0x53CD],
      [0x3002, 0xFF0C, 0x201C, 0x201D, 0x300A, 0x300B, 0xFF1B, 0xFF1A, 0x2026], Array(0x3041...0x3060),
      Array(0xAC00...0xAC20), [0x301, 0x308, 0x200B, 0x200D, 0xAD, 0xFE0F, 0xFFFD],
      [0x1F600, 0x1F1E8, 0x1F1F3, 0x20000],
      [0xFF21, 0xFF22, 0xFF11, 0x2460, 0x33A1, 0xE9, 0xDF],
    ]
    var result = ""
    for _ in 0..<count {
      let pool = pools[below(pools.count)]
      if let scalar = Unicode.Scalar(pool[below(pool.count)]) { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
