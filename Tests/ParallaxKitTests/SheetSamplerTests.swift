import DiscourseModel
import Foundation
import ParallaxKit
import Reporting
import TestSupport
import Testing

@Suite struct SheetSamplerTests {
  private func sample(size: Int, seed: UInt64) throws -> (sheet: CodeSheet, sentences: Int) {
    let annotator = Annotator(library: try KitTests.library.get())
    var sampler = SheetSampler(size: size, seed: seed)
    var sentences = 0
    for (index, side) in [Side.us, .prc].enumerated() {
      let plain = "The weather was fine on day number %. "
      let coded = "Beijing must stop coercing its small neighbours today. "
      let text = (0..<60).map { $0.isMultiple(of: 10) ? coded : plain.replacing("%", with: "\($0)") }.joined()
      let statement = Statement(
        metadata: Metadata(id: "d\(index)", side: side, language: .en), text: text, source: SourceLocation(file: "d"))
      let record = try annotator.annotate(statement)
      sentences += record.sentences.count
      sampler.add(record)
    }
    return (sampler.sheet(), sentences)
  }

  @Test func everyStratumIsDrawnAndWeightsSumToTheCorpus() throws {
    let (sheet, sentences) = try sample(size: 20, seed: 4)
    #expect(sheet.items.count == 20)
    #expect(Set(sheet.items.map { "\($0.metadata.id):\($0.sentence)" }).count == 20)
    let total = sheet.items.reduce(0) { $0 + $1.weight }
    #expect(abs(total - Double(sentences)) < 1e-9)
    #expect(sheet.items.count { $0.text.contains("coercing") } >= 5)
    #expect(sheet.items.allSatisfy { $0.sentence == 0 || $0.before != nil })
  }

  @Test func theSameSeedDrawsTheSame() throws {
    let first = try sample(size: 10, seed: 4).sheet
    #expect(try sample(size: 10, seed: 4).sheet.csv == first.csv)
    #expect(try sample(size: 10, seed: 5).sheet.csv != first.csv)
  }

  @Test func aFilledSheetIsReadBack() throws {
    let sheet = try sample(size: 6, seed: 1).sheet
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("sheet.csv")
    try sheet.csv.write(to: file, atomically: true, encoding: .utf8)
    #expect { _ = try CodedSample(path: file.path) } throws: { "\($0)".contains("none of its 6 sentences is coded") }
    let lines = sheet.csv.split(separator: "\n")
    let filled = lines.enumerated().map { number, line in
      number == 1 ? line.dropLast(6) + ",own,,,US PRC accusation,,no" : line
    }
    try filled.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let sample = try CodedSample(path: file.path)
    #expect(sample.uncoded == 5)
    #expect(sample.items.first?.gold.blame == [BlameCode(by: .us, target: .prc, type: .accusation, evidence: [])])
    #expect(abs((sample.items.first?.weight ?? 0) - sheet.items[0].weight) < 1e-3)
    let blank = folder.appendingPathComponent("sheet.jsonl")
    try sheet.jsonLines.write(to: blank, atomically: true, encoding: .utf8)
    #expect { _ = try CodedSample(path: blank.path) } throws: { "\($0)".contains("none of its 6 sentences is coded") }
  }
}
