import DiscourseModel
import Foundation
import ParallaxKit
import Reporting
import TestSupport
import Testing

@Suite struct ParallelTests {
  private func sample(_ lines: String, side: Side? = nil) throws -> ParallelSample {
    let folder = try Project.temporaryFolder()
    let file = folder.appendingPathComponent("pairs.jsonl")
    try lines.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try ParallelSample(path: file.path, side: side)
  }

  @Test func theSameSentencesAreComparedInBothLanguages() throws {
    let validator = Validator(Annotator(library: try KitTests.library.get()))
    let pairs = try sample(
      """
      {"id": "a", "side": "PRC", "en": "China opposes decoupling.", "zh": "中方反对脱钩。"}
      {"id": "b", "side": "PRC", "en": "China opposes decoupling.", "zh": "天气很好。"}
      {"id": "c", "side": "PRC", "en": "The weather is fine.", "zh": "天气很好。"}
      """)
    let report = ParallelReport(try validator.items(of: pairs))
    let row = try #require(report.rows.first { $0.code == "decoupling" })
    let counts: [Int] = [row.both, row.onlyEnglish, row.onlyChinese, row.neither]
    #expect(counts == [1, 1, 0, 1])
    #expect(abs((row.kappa ?? 0) - 0.4) < 1e-12)
    let difference = try #require(report.differences.first { $0.code == "decoupling" })
    #expect(difference.item.id == "b")
    #expect(difference.fires == .en)
    #expect(difference.evidence.contains { $0.contains("decoupling/") })
  }

  @Test(arguments: [
    ("{\"en\": \"a\"}", "1: error: not a pair of sentences"), ("{\"en\": \"a\", \"zh\": \"b\"}", "1: error: the side"),
    ("", "error: holds no pair"), ("{\"en\": \"a\", \"zh\": \"b\", \"side\": \"us\"}\n{", "2: error: not a pair"),
  ])
  func aWrongPairIsRefusedWithItsLine(lines: String, message: String) throws {
    #expect { _ = try sample(lines) } throws: { "\($0)".contains("pairs.jsonl:") && "\($0)".contains(message) }
  }
}
