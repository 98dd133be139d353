import CorpusStore
import DiscourseModel
import Foundation
import Ingestion
import ParallaxKit
import Segmentation
import TestSupport
import Testing

@Suite struct IncrementalTests {
  private static func line(_ id: String, _ text: String, side: String = "US") -> String {
    "{\"id\": \"\(id)\", \"side\": \"\(side)\", \"text\": \"\(text)\"}\n"
  }

  /// Whether a corpus holds what reading and coding the paths anew gives, its words and counts too.
  private func isLikeNew(_ corpora: Corpora, _ paths: [String], annotator: Annotator? = nil) async throws -> Bool {
    let fresh = try Corpora()
    defer { fresh.remove() }
    try await fresh.build(paths, annotator: annotator)
    let (old, new) = (try CorpusStore(reading: corpora.path), try CorpusStore(reading: fresh.path))
    func vocabulary(_ store: CorpusStore) throws -> [WordFrequency] {
      try store.vocabulary().sorted { ($0.form.text, $0.form.kind.rawValue) < ($1.form.text, $1.form.kind.rawValue) }
    }
    let stored = try await corpora.stored()
    let direct = try await Corpora.coded(paths, annotator: annotator)
    return try stored == direct && old.summaries() == new.summaries() && vocabulary(old) == vocabulary(new)
      && old.isWhole()
  }

  @Test func onlyWhatChangedIsCodedAgain() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let lines = ["We met in spring.", "They left in autumn.", "We stayed for winter."]
    let a = try corpora.write(lines.enumerated().map { Self.line("a\($0)", $1) }.joined(), to: "a.jsonl")
    let b = try corpora.write("---\nside: us\n---\nWe oppose decoupling.", to: "b.md")
    #expect(try await corpora.build([a, b]).outcome.coded == 4)
    let again = try await corpora.build([a, b]).outcome
    #expect(again.coded == 0 && again.kept == 4)
    try corpora.write(
      Self.line("new", "Nobody came.") + Self.line("a0", lines[0]) + Self.line("a1", "They returned.")
        + Self.line("a2", lines[2]), to: "a.jsonl")
    let changed = try await corpora.build([a, b]).outcome
    #expect(changed.coded == 2 && changed.kept == 3)
    #expect(try await isLikeNew(corpora, [a, b]))
  }

  @Test func otherMetadataOrOptionsOrListsCodeAnew() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let file = try corpora.write("---\ntitle: One\n---\nThe White House met us. We oppose zorbing.", to: "a.md")
    let us = IngestionOptions(side: .us)
    #expect(try await corpora.build([file], options: us).outcome.coded == 1)
    #expect(try await corpora.build([], options: IngestionOptions()).outcome.kept == 1)
    #expect(try await corpora.build([file], options: IngestionOptions(side: .prc)).outcome.coded == 1)
    #expect(try await corpora.stored().first?.statement.metadata.side == .prc)
    try corpora.write("---\ntitle: Two\n---\nThe White House met us. We oppose zorbing.", to: "a.md")
    #expect(try await corpora.build([], options: us).outcome.coded == 1)
    #expect(try await corpora.stored().first?.statement.metadata.title == "Two")
    let list = try corpora.write("list: threat\nentries:\n  - {id: own, role: act, en: [zorbing]}\n", to: "own.yaml")
    let other = Annotator(library: try LexiconLibrary(adding: [list]))
    #expect(try await corpora.build([], annotator: other).outcome.coded == 1)
    #expect(try CorpusStore(reading: corpora.path).identities() == [other.identity])
  }

  @Test func aCorpusOfOtherListsIsCodedAnewForAnAnswer() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let file = try corpora.write("中方反对脱钩。中方将采取措施。", to: "a.txt")
    try await corpora.build([file])
    let list = try corpora.write("list: threat\nentries:\n  - {id: own, role: act, zh: [措施]}\n", to: "own.yaml")
    let other = Annotator(library: try LexiconLibrary(adding: [list]))
    #expect(try await Corpora.coded([corpora.path], annotator: other) == Corpora.coded([file], annotator: other))
  }

  @Test func goneFilesStayUntilTheyArePruned() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let a = try corpora.write("---\nside: us\n---\nWe met a zebra.", to: "in/a.md")
    let b = try corpora.write("---\nside: us\n---\nThey left.", to: "in/b.md")
    let folder = corpora.folder.appendingPathComponent("in").path
    try await corpora.build([folder])
    try FileManager.default.removeItem(atPath: a)
    let kept = try await corpora.build([folder]).outcome
    #expect(kept.gone == [a] && kept.kept == 2 && kept.removed == 0)
    let refreshed = try await corpora.build([]).outcome
    #expect(refreshed.gone == [a] && refreshed.kept == 2)
    let pruned = try await corpora.build([folder], scope: .build(prune: true)).outcome
    #expect(pruned.removed == 1 && pruned.kept == 1)
    #expect(try await isLikeNew(corpora, [b]))
    #expect(try CorpusStore(reading: corpora.path).occurrences(ofWord: "zebra").occurrences == 0)
  }

  @Test func addedFilesComeBehindTheOthers() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let b = try corpora.write(Self.line("b", "We met."), to: "b.jsonl")
    let a = try corpora.write(Self.line("a", "They left."), to: "a.jsonl")
    try await corpora.build([b])
    #expect(try await corpora.build([a], scope: .add).outcome.kept == 1)
    #expect(try await isLikeNew(corpora, [b, a]))
    #expect(try await corpora.build([a], scope: .add).outcome.coded == 0)
  }

  @Test func aStatementThatMovesToAnotherFileIsNotCodedAgain() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let a = try corpora.write(Self.line("x", "We met.") + Self.line("y", "They left."), to: "a.jsonl")
    try await corpora.build([a])
    let b = try corpora.write(Self.line("y", "They left.") + Self.line("x", "We met."), to: "b.jsonl")
    try FileManager.default.removeItem(atPath: a)
    let moved = try await corpora.build([b], scope: .build(prune: false)).outcome
    #expect(moved.coded == 0 && moved.kept == 2)
    try await corpora.build([b], scope: .build(prune: true))
    #expect(try await isLikeNew(corpora, [b]))
  }

  @Test func idsFromNamesAreThoseOfThePipelineAlsoAfterARemoval() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let paths = try ["a/x.md", "b/x.md", "c/b/x.md"].map {
      try corpora.write("---\nside: us\n---\nThis is of \($0.count) and \($0).", to: $0)
    }
    try await corpora.build(paths)
    #expect(try await corpora.stored().map(\.statement.metadata.id) == ["x", "b/x", "b/x-2"])
    #expect(try await isLikeNew(corpora, paths))
    #expect(try await CorpusBuilder.remove([paths[0]], from: corpora.path) == 1)
    #expect(try await isLikeNew(corpora, Array(paths.dropFirst())))
  }

  @Test func anIDOfTwoTextsIsAnErrorAndTheSameStatementCountsOnce() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    let a = try corpora.write(Self.line("x", "We met.") + Self.line("y", "They left."), to: "a.jsonl")
    let b = try corpora.write(Self.line("x", "Something else.") + Self.line("y", "They left."), to: "b.jsonl")
    let built = try await corpora.build([a, b])
    #expect(built.outcome.coded == 2 && built.outcome.failed == 2 && built.outcome.errors == 1)
    #expect(
      built.messages == [
        "\(b):1: error: the id \"x\" stands for another text in \(a):1; give each statement its own id",
        "\(b):2: warning: the same as \"y\" in \(a):2; counted once",
      ])
    // What is wrong is said again until it is mended.
    #expect(try await corpora.build([a, b]).messages == built.messages)
    try FileManager.default.removeItem(atPath: a)
    let mended = try await corpora.build([b], scope: .build(prune: true))
    #expect(mended.messages.isEmpty)
    #expect(try await isLikeNew(corpora, [b]))
  }

  @Test func aCorpusIsLikeNewAfterAnyChanges() async throws {
    let corpora = try Corpora()
    defer { corpora.remove() }
    var random = RandomText(seed: 7)
    let words = ["decoupling", "China", "we", "oppose", "threat", "trade", "must", "stop", "脱钩", "美方", "反对"]
    for _ in 0..<12 {
      for name in ["a.jsonl", "b.jsonl", "c/a.jsonl"] where random.below(2) == 0 {
        let lines = (0..<random.below(5)).map { number in
          let text = (0..<(1 + random.below(6))).map { _ in words[random.below(words.count)] }.joined(separator: " ")
          return Self.line("\(name)-\(random.below(3) == 0 ? number + 1 : number)", text + ".")
        }
        try corpora.write(lines.joined() + Self.line("last of \(name)", "The end."), to: name)
      }
      let all = ["a.jsonl", "b.jsonl", "c/a.jsonl"].map { corpora.folder.appendingPathComponent($0).path }
      let paths = all.filter { FileManager.default.fileExists(atPath: $0) && random.below(4) > 0 }
      guard !paths.isEmpty else { continue }
      try await corpora.build(random.below(2) == 0 ? paths : paths.reversed(), scope: .build(prune: true))
      try await corpora.build(paths, scope: .build(prune: true))
      #expect(try await isLikeNew(corpora, paths))
    }
  }
}
