import DiscourseModel
import ParallaxKit
import Testing

/// Sentences of our own, each with the codes that the scheme gives it.
@Suite struct CodingTests {
  static let annotator: Result<Annotator, any Error> = Result { Annotator(library: try LexiconLibrary()) }

  private func code(_ text: String, _ side: Side) throws -> CodedSentence {
    let statement = Statement(
      metadata: Metadata(id: "test", side: side), text: text, source: SourceLocation(file: "test"))
    return try #require(try Self.annotator.get().annotate(statement).sentences.last)
  }

  @Test(arguments: [
    (Side.us, "We do not seek to decouple from China.", "core US deny"),
    (.us, "Decoupling is not the answer for either economy.", "core US oppose"),
    (.us, "We are de-risking and diversifying.", "adjacent US advocate"), (.prc, "中方反对脱钩断链。", "core PRC oppose"),
    (.prc, "个别国家强推“脱钩断链”，破坏全球供应链。", "core PRC oppose,accuse"), (.prc, "脱钩断链行不通。", "core PRC oppose"),
    (.prc, "China opposes decoupling and severing supply chains.", "core PRC oppose"),
  ])
  func decouplingHasItsHolderAndStance(side: Side, text: String, expected: String) throws {
    let codes = try code(text, side).decoupling.map {
      "\($0.tier.rawValue) \($0.holder.rawValue) \($0.stance.map(\.rawValue).joined(separator: ","))"
    }
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test(arguments: [
    (Side.prc, "推进行业协会商会与行政机关脱钩。"), (.prc, "经济增长与碳排放逐步脱钩。"),
    (.us, "We can decouple growth from emissions."), (.us, "The fund will de-risk loans to small farms."),
    (.us, "The White House will not decouple the two bills, the infrastructure bill first of all."),
    (.prc, "列车脱钩，车厢停在站外。"),
  ])
  func otherSensesOfDecouplingAreNone(side: Side, text: String) throws {
    #expect(try code(text, side).decoupling.isEmpty)
  }

  @Test(arguments: [
    (Side.us, "China's coercion of Taiwan endangers peace.", "PRC assert"), (.prc, "美方无理打压中国企业。", "US assert"),
    (.prc, "China poses no threat to any country.", "PRC deny"), (.prc, "中国永远不称霸。", "PRC deny"),
    (.us, "The threat posed by Iran is growing.", "OTHER assert"),
    (.us, "We will counter Russia's aggression in Europe.", "OTHER assert"), (.prc, "美方加征关税势必损害全球贸易。", "US assert"),
    (.us, "Together we face new dangers.", "none assert"),
  ])
  func threatsHaveTheirSourceAndPolarity(side: Side, text: String, expected: String) throws {
    let codes = try code(text, side).threat.map { "\($0.from.rawValue) \($0.polarity.rawValue)" }
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test(arguments: [
    (Side.us, "China's unfair trade practices hurt our workers.", "US → PRC accusation"),
    (.prc, "美方粗暴干涉中国内政。", "PRC → US accusation"), (.prc, "我们敦促美方停止错误做法。", "PRC → US demand"),
    (.prc, "有关指责毫无根据。", "PRC → PRC reject"), (.prc, "中国企业被美国无理打压。", "PRC → US accusation"),
    (.us, "Beijing has broken its promises on Hong Kong.", "US → PRC accusation"),
    (.us, "We condemn Moscow's decision to leave the talks.", "US → OTHER accusation"),
    (.us, "Chinese officials accuse Washington of breaking the deal.", "PRC → US accusation"),
    (.us, "We are deeply concerned about China's excessive maritime claims.", "US → PRC accusation"),
    (.us, "We will hold China accountable.", "US → PRC accusation"), (.prc, "责任完全在美方。", "PRC → US responsibility"),
  ])
  func blameHasItsTargetAndType(side: Side, text: String, expected: String) throws {
    let codes = try code(text, side).blame.map { "\($0.by.rawValue) → \($0.target.rawValue) \($0.type.rawValue)" }
    #expect(codes.contains(expected), "\(codes)")
  }

  @Test(arguments: [
    (Side.prc, "我们反对干涉别国内政。"), (.prc, "中方一贯反对阵营对抗。"), (.us, "We will protect our workers and invest at home."),
    (.prc, "我们应对气候变化，加强合作。"), (.us, "The two sides agreed to meet again."),
  ])
  func generalOppositionAndOrdinaryPolicyBlameNobody(side: Side, text: String) throws {
    let record = try code(text, side)
    #expect(record.blame.isEmpty && record.threat.isEmpty, "\(record.blame) \(record.threat)")
  }

  @Test(arguments: [
    ("法方反对脱钩断链，愿同中方加强合作。", Actor.ally), ("德国不主张脱钩。", .ally), ("耶伦表示，美方不寻求脱钩。", .us),
  ])
  func aThirdPartysPositionIsItsOwn(text: String, holder: Actor) throws {
    let record = try code(text, .prc)
    #expect(record.voice == .quoted && record.decoupling.first?.holder == holder)
  }

  @Test(arguments: [
    ("发展中国家需要支持。", [Actor.other]), ("南美国家签署协议。", [.other]), ("中美洲国家参加会议。", []),
    ("Ships crossed the South China Sea.", []), ("The Washington Post ran the story.", []), ("They told us so.", []),
    ("美好生活是人民的向往。", []), ("The US agreed.", [.us]),
  ])
  func namesInsideNamesAreNoMentions(text: String, expected: [Actor]) throws {
    // First-person words are the document's own side, which here is neither of the actors in question.
    let actors = try code(text, expected == [.us] ? .prc : .us).actors.filter { !["us", "They"].contains($0.text) }
    #expect(actors.map(\.actor) == expected)
  }

  @Test(arguments: [
    ("MS. HALE: Thank you.\nQ Does the President agree?", Voice.question), ("Hello.\nWe will act.", .own),
    ("专家表示，这一做法不可持续。", .quoted), ("外交部发言人表示，中方反对。", .own),
  ])
  func voiceIsReadFromTurnsAndReports(text: String, voice: Voice) throws {
    let side: Side = text.contains("HALE") || text.contains("Hello") ? .us : .prc
    #expect(try code(text, side).voice == voice)
  }

  @Test(arguments: [
    (Side.prc, "中方愿同美方在平等基础上开展对话。", true), (.us, "We do not support Taiwan independence.", true),
    (.us, "We commend China for its progress.", true), (.prc, "中国愿同东盟在平等基础上开展合作。", false),
    (.prc, "各国应当平等相待。", false), (.prc, "China's achievements are known to all.", false),
  ])
  func recognitionIsOfTheOtherSideAlone(side: Side, text: String, isGranted: Bool) throws {
    #expect(try !code(text, side).recognition.isEmpty == isGranted)
  }

  @Test func recordsQuoteWhatTheySay() throws {
    let text = "开场白。美方以国家安全为借口，打压“中国企业”，推动脱鉤斷鏈。"
    let record = try code(text, .prc)
    let bytes = Array(text.utf8)
    let evidence =
      record.decoupling.flatMap(\.terms) + record.threat.flatMap(\.evidence) + record.blame.flatMap(\.evidence)
    #expect(!evidence.isEmpty)
    for item in evidence { #expect(String(decoding: bytes[item.range], as: UTF8.self) == item.text) }
  }
}
