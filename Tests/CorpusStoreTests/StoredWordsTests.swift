import CorpusStore
import DiscourseModel
import ParallaxKit
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
}
