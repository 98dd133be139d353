import DiscourseModel
import ParallaxKit
import Testing

/// Who speaks in a sentence, read in a text of its kind: sentences of our own.
@Suite struct VoiceTests {
  static let annotator: Result<Annotator, any Error> = Result { Annotator(library: try LexiconLibrary()) }

  /// The voice of a text's last sentence.
  private func voice(_ text: String, _ side: Side, title: String?) throws -> Voice {
    let statement = Statement(
      metadata: Metadata(id: "test", side: side, title: title), text: text, source: SourceLocation(file: "test"))
    return try #require(try Self.annotator.get().annotate(statement).sentences.last).voice
  }

  @Test(arguments: [
    ("Does that worry the generals at all?", Voice.question),
    ("Mr. Secretary, you told a paper last week that a deal was close.", .question),
    ("Good evening, Mr. President.\nThe harbor strike is in its third week now.", .question),
    ("I'm curious, the readout leaves out the fisheries.", .question),
    ("And just to follow up on the fisheries.\nThe boats were seen again today.", .question),
    ("MS. HALVORSEN: We have been clear about it, right?", .own),
    ("We have been clear about that from the first day, right?", .own),
    ("The question each family puts is simple: What does it cost?", .own),
    ("Prime Minister — Mr. Prime Minister, thank you for being here.", .own),
    ("As you mentioned, the boats came back in March.", .own),
    ("MR. OKAFOR: I can answer that.\nWhat would our fathers have done?", .own),
    ("Q    Thank you.\nThe boats are back in the bay.", .question),
    ("Q    Thank you.\nMS. HALVORSEN: The boats have left the bay.", .own),
    ("MR. VANCE-LYLE: Mr. Vice President, a two-part question about the harbor.", .question),
  ])
  func questionsInTranscripts(text: String, expected: Voice) throws {
    #expect(try voice(text, .us, title: "Press Briefing by the Press Secretary") == expected)
  }

  @Test(arguments: [
    ("What would our fathers have done?", Voice.own),
    ("She told me that her shop had closed.", .quoted), ("Most of them want a state of their own.", .own),
    ("Critics say that the bridge will never be built.", .quoted),
    ("President Biden and the President of Kenya agreed on a plan, both said.", .own),
    ("“We will follow the evidence,” said the Attorney General.", .own),
    ("“I lost my job in that winter,” said Ruth Amble, a welder.", .quoted),
    ("PRIME MINISTER OKORO: Our two navies sail together.\nThat will not change.", .quoted),
    ("PRESIDENT BIDEN: Our two navies sail together.\nThat will not change.", .own),
    ("PRIME MINISTER OKORO: Thank you.\nPRESIDENT BIDEN: The harbor is open again.", .own),
  ])
  func quotationsInSpeeches(text: String, expected: Voice) throws {
    #expect(try voice(text, .us, title: "Remarks by President Biden on Harbors") == expected)
  }

  @Test func testimonyIsQuoted() throws {
    let text = "These tariffs give our foundry a chance to breathe."
    #expect(try voice(text, .us, title: "What They Are Saying: Foundries on the Tariffs") == .quoted)
    #expect(try voice(text, .us, title: "Remarks on Foundries") == .own)
  }

  @Test(arguments: [
    ("中方对此表示强烈不满。", Voice.own), ("国务院有关负责人表示，措施将尽快落实。", .own), ("郭怀远指出，双方应相向而行。", .own),
    ("美国财政部长17日称，谈判将继续。", .quoted), ("埃米尔·桑托斯在会后表示，港口将重新开放。", .quoted), ("多位专家认为，这一做法不可持续。", .quoted),
    ("中国学者也指出，加税没有赢家。", .quoted), ("据当地媒体报道，港口已经关闭。", .quoted), ("据新华社报道，港口已经关闭。", .own),
    ("针对美方有关言论，外交部发言人表示，中方坚决反对。", .own), ("在中国访问的法国外长表示，法国反对脱钩。", .quoted),
    ("如果说贸易是桥，那么文化就是路。", .own), ("巴西外长：单边制裁没有出路", .quoted), ("我们不能笼统地说谁对谁错。", .own),
    ("抗议者谴责警察暴力执法。", .quoted), ("美国司法部发布调查报告。\n报告说，警方滥用武力。", .quoted),
    ("国务院新闻办发布白皮书。\n报告说，减贫成就显著。", .own), ("埃米尔·桑托斯说，港口十分危险。\n它随时可能爆炸。", .quoted),
    ("埃米尔·桑托斯说，港口十分危险。\n23日，港口恢复通航。", .own), ("俄方说谈判没有进展。\n他批评美方缺乏诚意。", .quoted),
    ("发言人的批评意见已经转达。", .own),
  ])
  func chineseNews(text: String, expected: Voice) throws {
    #expect(try voice(text, .prc, title: "各方关注港口局势") == expected)
  }

  @Test(arguments: [
    ("匈方支持自由贸易。", Voice.quoted), ("美中合作有利于世界。", .quoted), ("法国总统表示，法中友谊深厚。\n中国的发展令人鼓舞。", .quoted),
    ("法国总统表示，法中友谊深厚。\n双方还就地区局势交换意见。", .own), ("法国总统表示，法中友谊深厚。\n中方愿同法方深化合作。", .own),
    ("习近平强调，中方愿同法方深化合作。", .own),
  ])
  func newsOfTalks(text: String, expected: Voice) throws {
    #expect(try voice(text, .prc, title: "国家主席会见法国总统") == expected)
  }

  @Test(arguments: [("锐评指出，开放是必由之路。", Voice.own), ("锐评指出，一位前大使直言，这种做法适得其反。", .quoted)])
  func commentaryIsTheOwnMedias(text: String, expected: Voice) throws {
    #expect(try voice(text, .prc, title: "国际锐评：关税没有赢家") == expected)
  }

  @Test(arguments: [
    ("问：外长何时启程？\n蓬佩奧：我們還沒有決定。", Voice.own), ("問：外長何時啟程？\n行程是否已經確定？", .question),
  ])
  func chineseTranscripts(text: String, expected: Voice) throws {
    #expect(try voice(text, .us, title: "國務卿新聞發佈會") == expected)
  }
}
