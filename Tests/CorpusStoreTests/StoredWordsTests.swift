import CorpusStore
import DiscourseModel
import ParallaxKit
import Reporting
import Testing

@Suite struct StoredWordsTests {
  private func worded(_ paths: [String]) async throws -> [WordedStatement] {
    var found: [WordedStatement] = []
    try await Pipeline(annotator: try Corpora.annotator.get()).runWithWords(paths) { found.append(try $0.get()) }
    return found
  }

  @Test func aCorpusGivesTheWordsOfItsFiles() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let file = try corpora.write(
      """
      {"id":"a","side":"US","text":"Our trade is open. “Decoupling” is not our aim. They said: who knows?"}
      {"id":"b","side":"PRC","text":"双方应加强合作。美方鼓吹脱钩断链，損害兩國企業。"}

      """, to: "two.jsonl")
    try await corpora.build([file])
    let (files, stored) = (try await worded([file]), try await worded([corpora.path]))
    #expect(files.count == 2 && files.map(\.words) == stored.map(\.words))
    #expect(files.map(\.coded.sentences) == stored.map(\.coded.sentences))
  }

  /// Words are looked up in the corpus, everything else is looked through: the same lines and the same number of statements.
  @Test(arguments: [
    ("trade", []), ("trade*", []), ("open *", []), ("national security", []), ("nowhere", []), ("actor:PRC", []),
    ("trade", ["side=PRC"]), ("合作", ["date>=2020"]), ("?钩", []), ("is", ["side=US"]),
  ])
  func placesAreThoseOfTheFiles(text: String, conditions: [String]) async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let file = try corpora.write(
      """
      {"id":"a","side":"US","date":"2019","text":"Our trade is open to all. National security is not at stake."}
      {"id":"b","side":"PRC","date":"2021","text":"双方应加强合作，反对脱钩。Trade is open."}
      {"id":"c","side":"PRC","date":"2020-05","text":"China trades with all. 合作共赢。"}
      {"id":"d","side":"US","date":"2022","text":"Who knows? Security is national, they say."}

      """, to: "four.jsonl")
    try await corpora.build([file])
    let annotator = try Corpora.annotator.get()
    let query = try WordQuery(text, annotator: annotator)
    let pipeline = Pipeline(annotator: annotator, conditions: try conditions.map(MetadataFilter.init(parsing:)))
    func lines(_ path: String) async throws -> ([ConcordanceLine], Int) {
      var gatherer = ConcordanceGatherer(query: query)
      let statements = try await pipeline.runWithWords([path], for: query) { gatherer.add(try $0.get()) }
      return (gatherer.lines, statements)
    }
    let (files, stored) = (try await lines(file), try await lines(corpora.path))
    #expect(files.0 == stored.0 && files.1 == stored.1)
    #expect(files.0.isEmpty == (text == "nowhere"))
  }
}
