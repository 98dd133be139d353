import DiscourseModel
import ParallaxKit
import Reporting
import Testing

@Suite struct ConcordanceTests {
  private func lines(
    _ query: String, in texts: [String], conditions: [String] = [], context: Int = 3, sample: Int? = nil,
    seed: UInt64 = 1
  ) throws -> [ConcordanceLine] {
    var gatherer = ConcordanceGatherer(
      query: try WordQuery(query, annotator: WordSamples.annotator.get()),
      conditions: try conditions.map(CodeCondition.init(parsing:)), voices: WordSamples.voices, context: context,
      sample: sample, seed: seed)
    for (number, text) in texts.enumerated() { gatherer.add(try WordSamples.statement(text, id: "d\(number)")) }
    return gatherer.lines
  }

  @Test func contextReachesOverSentencesAndOffsetsAreCodePoints() throws {
    let line = try #require(
      try lines("贸易", in: ["双方会晤。去年贸易增长。谢谢。"]).first)
    #expect(line.left == "。去年".dropFirst() || line.left.hasSuffix("去年"))
    #expect(line.node == "贸易" && line.right.hasPrefix("增长。") && line.range == 7..<9 && line.sentence == 1)
    #expect(line.leftWords.first == "去年" && line.rightWords.first == "增长")
  }

  @Test func linesAreOnOneLine() throws {
    let line = try #require(try lines("trade", in: ["They met.\n\nOpen\ntrade helps."], context: 9).first)
    #expect(line.left == "They met. Open" && line.right == "helps.")
  }

  @Test func conditionsKeepSentencesWithTheCode() throws {
    let text = "China is smearing our country. Our country trades."
    #expect(try lines("country", in: [text]).count == 2)
    #expect(try lines("country", in: [text], conditions: ["blame.target=PRC"]).map(\.sentence) == [0])
  }

  @Test func aSampleIsOfItsSizeAndInOrderAndFair() throws {
    let texts = (0..<40).map { "Trade item \($0)." }
    let sample = try lines("trade", in: texts, sample: 10)
    let places = sample.compactMap { Int($0.document.dropFirst()) }
    #expect(sample.count == 10 && places == places.sorted() && Set(places).count == 10)
    #expect(try lines("trade", in: texts, sample: 10) == sample)
    var seen = [Int](repeating: 0, count: 40)
    for seed in 0..<60 {
      for line in try lines("trade", in: texts, sample: 10, seed: UInt64(seed)) {
        seen[Int(line.document.dropFirst()) ?? 0] += 1
      }
    }
    // Each place is drawn 15 times of 60 on average.
    #expect(seen.allSatisfy { (3...29).contains($0) }, "\(seen)")
  }
}
