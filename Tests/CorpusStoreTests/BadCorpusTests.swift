import CorpusStore
import DiscourseModel
import Foundation
import GRDB
import ParallaxKit
import TestSupport
import Testing

@Suite struct BadCorpusTests {
  private func message(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("Dear diary, this is no database at all.", "no corpus of Parallax"),
    ("SQLite format 3\u{0} and then nothing that is one", "no corpus of Parallax"),
  ])
  func aFileThatIsNoCorpusIsRefused(content: String, expected: String) async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    try corpora.write(content, to: "corpus.sqlite")
    let input = try corpora.write("---\nside: us\n---\nWe met.", to: "a.md")
    #expect(await message { _ = try CorpusStore(reading: corpora.path) }?.contains(expected) == true)
    #expect(await message { try await corpora.build([input]) }?.contains(expected) == true)
    #expect(try String(contentsOfFile: corpora.path, encoding: .utf8) == content)
  }

  @Test func anotherDatabaseIsLeftAlone() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    try await DatabaseQueue(path: corpora.path).write { try $0.execute(sql: "CREATE TABLE mine (a)") }
    let input = try corpora.write("---\nside: us\n---\nWe met.", to: "a.md")
    #expect(await message { _ = try CorpusStore(reading: corpora.path) }?.contains("no corpus of Parallax") == true)
    #expect(await message { try await corpora.build([input]) }?.contains("no corpus of Parallax") == true)
    let tables = try await DatabaseQueue(path: corpora.path).read {
      try String.fetchAll($0, sql: "SELECT name FROM sqlite_schema")
    }
    #expect(tables == ["mine"])
  }

  @Test(arguments: [(99, "newer"), (0, "older")])
  func tablesOfAnotherVersionAreNamed(version: Int, word: String) async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    try await corpora.build([try corpora.write("---\nside: us\n---\nWe met.", to: "a.md")])
    try await DatabaseQueue(path: corpora.path).writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA user_version = \(version)")
    }
    let text = await message { _ = try CorpusStore(reading: corpora.path) }
    #expect(text?.contains(word) == true && text?.hasPrefix(corpora.path) == true)
  }

  @Test(arguments: [3, 5, 9, 20, 40])
  func aDamagedCorpusIsSaidSo(part: Int) async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    try await corpora.build([Project.path("Samples")])
    var bytes = try Data(contentsOf: URL(fileURLWithPath: corpora.path))
    var random = RandomText(seed: UInt64(part))
    for index in 4096..<bytes.count where random.below(part) == 0 { bytes[index] = UInt8(random.below(256)) }
    try bytes.write(to: URL(fileURLWithPath: corpora.path))
    // Whatever is in it: a message of one line, or an answer, never a crash.
    let text = await message {
      let store = try CorpusStore(reading: corpora.path)
      _ = try store.summaries()
      _ = try store.occurrences(ofWord: "china")
      try await store.forEachStatement { _ in }
    }
    #expect(text?.contains("\n") != true)
  }

  @Test func aMissingCorpusOrFolderIsNamed() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let input = try corpora.write("---\nside: us\n---\nWe met.", to: "a.md")
    #expect(await message { _ = try CorpusStore(reading: corpora.path) }?.contains("no such corpus") == true)
    let nowhere = corpora.folder.path + "/no/folder/c.sqlite"
    let builder = CorpusBuilder(annotator: try Corpora.annotator.get())
    let text = await message { _ = try await builder.run(nowhere, from: [input], scope: .add) { _ in } }
    #expect(text?.contains("cannot be written") == true && text?.hasPrefix(nowhere) == true)
  }

  @Test func aSecondWriterIsTurnedAwayAndTheFirstGoesOn() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let input = try corpora.write("---\nside: us\n---\nWe met.", to: "a.md")
    let first = try CorpusWriter(path: corpora.path, identity: try Corpora.annotator.get().identity)
    #expect(await message { try await corpora.build([input]) }?.contains("another program is writing") == true)
    try await first.finish()
  }

  @Test func aReaderSeesOneStateWhileAWriterChangesIt() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let file = try corpora.write("---\nside: us\n---\nWe met.", to: "a.md")
    try await corpora.build([file])
    let store = try CorpusStore(reading: corpora.path)
    try corpora.write("---\nside: us\n---\nThey left. Nobody stayed.", to: "a.md")
    #expect(try await corpora.build([file]).outcome.coded == 1)
    #expect(try store.summaries().map(\.counts.sentences) == [1])
    #expect(try CorpusStore(reading: corpora.path).summaries().map(\.counts.sentences) == [2])
  }
}
