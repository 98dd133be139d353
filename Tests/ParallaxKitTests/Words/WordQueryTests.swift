import DiscourseModel
import ParallaxKit
import Testing

@Suite struct WordQueryTests {
  private let voices = WordSamples.voices

  private func found(_ query: String, in text: String, side: Side = .us) throws -> [String] {
    let statement = try WordSamples.statement(text, side: side)
    let utf8 = Array(text.utf8)
    return try WordQuery(query, annotator: WordSamples.annotator.get()).hits(in: statement, voices: voices)
      .map { String(decoding: utf8[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("trade", "Trade grew. TRADE fell; traders left.", ["Trade", "TRADE"]),
    ("trade*", "Trade grew. Traders left.", ["Trade", "Traders"]),
    ("national security", "National security is not insecurity. Security, national.", ["National security"]),
    ("national *", "National security and national, pride.", ["National security"]),
    ("t?n", "Ten tons of tin.", ["Ten", "tin"]), ("absent", "Nothing here.", []),
    ("脱钩", "双方不应脱钩。鼓吹脱鉤没有出路。", ["脱钩", "脱鉤"]), ("*钩*", "反对脱钩断链。", ["脱钩断链"]),
    ("贸易 *", "贸易增长。", ["贸易增长"]), ("ｔｒａｄｅ", "Trade grew.", ["Trade"]),
  ])
  func wordsAndPatterns(query: String, text: String, expected: [String]) throws {
    #expect(try found(query, in: text) == expected)
  }

  @Test func aPhraseIsCutAsTheTextIs() throws {
    #expect(try found("双方贸易", in: "去年双方贸易增长。") == ["双方贸易"])
  }

  @Test func actorsEntriesAndCodesComeFromRecords() throws {
    let text = "China is smearing the United States. Trade grew."
    #expect(try found("actor:PRC", in: text) == ["China"])
    #expect(try found("actor:us", in: text).count == 1)
    let blame = try found("code:blame.target=PRC", in: text)
    #expect(!blame.isEmpty && blame.allSatisfy { text.contains($0) })
    #expect(try found("blame/*", in: text) == blame)
    #expect(try found("code:blame.target=TW", in: text).isEmpty)
  }

  @Test func onlySentencesInTheVoicesAskedForAreLookedThrough() throws {
    let statement = try WordSamples.statement("Q: Will trade grow?\nMR. HALE: Trade will grow.")
    let query = try WordQuery("trade", annotator: WordSamples.annotator.get())
    #expect(query.hits(in: statement, voices: voices).count == 2)
    #expect(query.hits(in: statement, voices: [.own]).count == 1)
  }

  @Test(arguments: [
    ("actor:MARS", "no actor; write one of actor:US"), ("threat/nonsense", "no such entry"),
    ("code:blame.whom=US", "has the fields"), ("  ", "holds no word"),
  ])
  func whatIsWrongIsSaid(query: String, message: String) throws {
    let annotator = try WordSamples.annotator.get()
    let error = #expect(throws: Diagnostic.self) { try WordQuery(query, annotator: annotator) }
    #expect(error?.message.contains(message) == true, "\(error?.description ?? "")")
  }
}
