import DiscourseModel
import Statistics
import TestSupport
import Testing

@testable import Reporting

@Suite struct EvidenceTests {
  /// Sentences with random codes.
  private func sentences(_ count: Int, seed: UInt64) -> [CodedSentence] {
    var source = RandomText(seed: seed)
    func any<Code>(_ all: [Code]) -> Code { all[source.below(all.count)] }
    return (0..<count).map { number in
      var sentence = CodedSentence(
        document: "d", sentence: number, range: 0..<4, text: "text", language: .en, tokens: 2, words: 2)
      let evidence = [Evidence(range: 0..<4, text: "text", entry: "l/e")]
      for _ in 0..<source.below(3) {
        sentence.threat.append(
          ThreatCode(
            from: any(Actor.named), to: any(Actor.named), domain: [any(ThreatDomain.allCases)],
            polarity: any(Polarity.allCases), intensity: 1 + source.below(3), evidence: evidence))
        sentence.blame.append(
          BlameCode(
            by: any([.us, .prc]), target: any(Actor.named), type: any(BlameType.allCases), evidence: evidence))
        sentence.decoupling.append(
          DecouplingCode(
            tier: any(Tier.allCases), holder: any(Actor.named), stance: [any(Stance.allCases)],
            domain: [any(DecouplingDomain.allCases)], terms: evidence))
        sentence.rationale.append(RationaleCode(rationale: any(Rationale.allCases), evidence: evidence))
      }
      return sentence
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func sentencesAreFiledAsTheyAreCounted(seed: UInt64) {
    let all = sentences(60, seed: seed)
    let counts = StatementCounts(id: "d", side: .us, sentences: all)
    func filed(_ code: EvidenceCode) -> Int { all.filter { EvidenceCode.of($0, side: .us).contains(code) }.count }
    #expect(filed(.construct(.decoupling)) == counts.decouplingSentences)
    #expect(filed(.construct(.threat)) == counts.threatSentences)
    #expect(filed(.denial) == counts.threatDenials)
    #expect(filed(.construct(.blame)) == counts.blameSentences)
    for (pair, count) in counts.threatPairs { #expect(filed(.threat(pair)) == count) }
    for (domain, count) in counts.threatDomains { #expect(filed(.threatDomain(domain)) == count) }
    for stance in Stance.allCases {
      #expect(filed(.stance(stance)) == counts.decouplingParts["stance.\(stance.rawValue)"] ?? 0)
    }
    // Blame is counted by entries, of which a sentence may hold several.
    for (pair, count) in counts.blamePairs { #expect((1...count).contains(filed(.blame(pair)))) }
  }

  @Test func everyFigureHasTheCodeOfItsSentences() {
    let keys = Figures.compute([StatementCounts(id: "d", side: .us, sentences: [])]).map(\.key)
    let codes = keys.map(EvidenceCode.init(figure:))
    for (key, code) in zip(keys, codes) { #expect(key.hasPrefix(code.construct.rawValue)) }
    #expect(EvidenceCode(figure: "blame.rejections") == .blameType(.reject))
    #expect(EvidenceCode(figure: "rationale.fair_trade") == .rationale(.fairTrade))
  }

  @Test(arguments: [1, 7, 30])
  func samplesOfPartsMergeIntoOneOfTheWhole(parts: Int) {
    let limit = EvidencePool.Limit(strongest: 5, sampled: 7)
    var lots = SeededGenerator(seed: 3)
    let all = sentences(100, seed: 9).map {
      KeptSentence(statement: $0.sentence % 4, sentence: $0, strength: $0.sentence * 7 % 13, lot: lots.next())
    }
    var whole = EvidencePool()
    for sentence in all { whole.add(sentence, limit: limit) }
    var merged = EvidencePool()
    for part in 0..<parts {
      var pool = EvidencePool()
      for sentence in all.reversed() where sentence.sentence.sentence % parts == part {
        pool.add(sentence, limit: limit)
      }
      merged.merge(pool, limit: limit)
    }
    #expect(merged.total == 100 && whole.total == 100)
    #expect(merged.strongest.map(\.sentence.sentence) == whole.strongest.map(\.sentence.sentence))
    #expect(merged.sampled.map(\.lot) == whole.sampled.map(\.lot))
    #expect(whole.sampled.map(\.lot) == Array(all.map(\.lot).sorted().prefix(7)))
  }

  @Test func numbersLeadToTheirSentences() throws {
    let report = FramingExamples.report()
    for list in report.evidence.lists {
      let items = report.evidence.items.filter { $0.lists.contains(list.number) }
      #expect(items.count == list.shown && list.shown > 0 && list.shown <= list.total)
      for item in items {
        #expect(EvidenceCode.of(item.kept.sentence, side: list.side).contains(list.code))
        #expect(report.metadata(item.kept.statement).side == list.side)
      }
    }
    let link = try #require(report.evidence.link(.us, .construct(.threat), period: "2018-Q1"))
    #expect(report.evidence.lists.first { "#" + $0.anchor == link }?.period == "2018-Q1")
    #expect(report.evidence.link(.us, .construct(.threat), period: "2019-Q1") == nil)
  }

  @Test func theShelfKeepsTheStatementsThatSayMost() {
    var shelf = ReadingShelf(limit: 100)
    for number in 0..<50 {
      let statement = Statement(
        metadata: Metadata(id: "\(number)"), text: String(repeating: "x", count: 20), source: SourceLocation(file: "f"))
      shelf.add(Reading(number: number, statement: statement, sentences: [], weight: number * 37 % 50))
    }
    let kept = shelf.readings
    #expect(kept.map(\.weight).sorted() == [45, 46, 47, 48, 49])
    #expect(kept.map(\.number) == kept.map(\.number).sorted())
  }
}
