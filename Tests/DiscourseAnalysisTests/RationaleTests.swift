import DiscourseModel
import ParallaxKit
import Testing

/// Grounds and aims: sentences of our own.
@Suite struct RationaleTests {
  static let annotator: Result<Annotator, any Error> = Result { Annotator(library: try LexiconLibrary()) }

  private func grounds(_ text: String, _ side: Side) throws -> [Rationale] {
    let statement = Statement(
      metadata: Metadata(id: "test", side: side), text: text, source: SourceLocation(file: "test"))
    return try #require(try Self.annotator.get().annotate(statement).sentences.last).rationale.map(\.rationale)
  }

  @Test(arguments: [
    (Side.prc, "双方在互利共赢的基础上推进合作。", [Rationale.cooperation]), (.prc, "这一做法对世界经济造成冲击。", [.market]),
    (.prc, "在坚定捍卫国家主权、安全、领土完整的基础上发展对外关系。", [.sovereignty]), (.prc, "关税战没有赢家。", [.cooperation]),
    (.prc, "有关裁决于法无据。", [.law]), (.prc, "美方粗暴干涉中国内政。", [.sovereignty]),
    (.us, "The order was signed to keep Americans safe.", [.security]),
    (.us, "Every exporter should play by the same rules.", [.fairTrade]),
    (.us, "We raised duties in order to combat unfair trade practices.", [.fairTrade]),
    (.us, "The raid violates international law.", [.law]),
  ])
  func groundsAreMarkedBeforeBehindOrInThemselves(side: Side, text: String, expected: [Rationale]) throws {
    #expect(try grounds(text, side) == expected)
  }

  @Test(arguments: [
    (Side.prc, "美方以国家安全为借口打压中国企业。"), (.prc, "中方从不干涉别国内政。"), (.prc, "国家安全委员会举行会议。"),
    (.us, "The National Security Council met to support the visit."),
    (.us, "Their unfair trade practices are well known."),
  ])
  func pretextsNamesAndMereWrongsAreNone(side: Side, text: String) throws {
    #expect(try grounds(text, side).isEmpty)
  }
}
