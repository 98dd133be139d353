import DiscourseModel
import Foundation
import Ingestion
import Lexicon
import ParallaxKit
import Reporting
import Statistics
import TestSupport
import Testing

@Suite struct KitTests {
  static let library: Result<LexiconLibrary, any Error> = Result { try LexiconLibrary() }

  @Test func everyExampleOfTheLexiconsHolds() throws {
    let outcome = try LexiconCheck(try Self.library.get()).run()
    #expect(outcome.diagnostics.isEmpty, "\(outcome.diagnostics.map(\.description).joined(separator: "\n"))")
    #expect(outcome.examples > 800)
  }

  @Test func aTermThatCanNeverWinIsNamed() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = """
      list: threat
      about: A list of one's own.
      entries:
        - id: own
          role: act
          zh: [敲打, 乱敲]
          excludes:
            zh: [乱敲]
          examples:
            zh: [美方敲打中国企业。]
      """
    try list.write(to: folder.appendingPathComponent("own.yaml"), atomically: true, encoding: .utf8)
    let outcome = try LexiconCheck(try LexiconLibrary(adding: [folder.path])).run()
    let warnings = outcome.diagnostics.filter { $0.severity == .warning }
    #expect(warnings.count == 1)
    #expect(warnings.first?.message.contains("乱敲") == true)
  }

  private func records(tasks: Int) async throws -> [String] {
    let pipeline = Pipeline(annotator: Annotator(library: try Self.library.get()), tasks: tasks)
    var lines: [String] = []
    try await pipeline.run([Project.path("Samples")]) { event in
      guard case .coded(let statement) = event else {
        Issue.record("a sample is not coded: \(event)")
        return
      }
      let writer = AnnotationWriter(statementText: statement.statement.text)
      lines += statement.sentences.map { writer.line(for: $0) }
    }
    return lines
  }

  @Test func recordsAreTheSameBytesWithAnyNumberOfTasks() async throws {
    let one = try await records(tasks: 1)
    let four = try await records(tasks: 4)
    #expect(one == four && one.count > 700)
  }

  @Test func offsetsOfRecordsQuoteTheText() async throws {
    let annotator = Annotator(library: try Self.library.get())
    try await DocumentReader().read([Project.path("Samples")]) { event in
      guard case .statement(let statement) = event else { return }
      let scalars = Array(statement.text.unicodeScalars)
      let coded = try annotator.annotate(statement)
      let offsets = CodePointOffsets(statement.text)
      for sentence in coded.sentences {
        let range = offsets.codePoints(in: sentence.range)
        #expect(String(String.UnicodeScalarView(scalars[range])) == sentence.text)
        for mention in sentence.actors {
          let place = offsets.codePoints(in: mention.range)
          #expect(String(String.UnicodeScalarView(scalars[place])) == mention.text)
        }
      }
    }
  }

  @Test func figuresCanBeRecomputedFromTheRecords() async throws {
    let annotator = Annotator(library: try Self.library.get())
    var gatherer = ScoreGatherer()
    var threats = 0
    var sentences = 0
    try await DocumentReader().read(try Project.samples().filter { $0.contains("/us-") }) { event in
      guard case .statement(let statement) = event else { return }
      let coded = try annotator.annotate(statement)
      gatherer.add(coded.statement.metadata, side: .us, sentences: coded.sentences)
      let own = coded.sentences.filter { $0.voice == .own }
      sentences += own.count
      threats += own.filter { $0.threat.contains { $0.polarity == .assert } }.count
    }
    let report = ScoreReport(gatherer, provenance: Parallax.provenance(try Self.library.get(), options: []))
    let figure = try #require(report.groups.first?.figures.first { $0.key == "threat.prevalence" })
    #expect(Int(figure.rate.numerator) == threats && Int(figure.rate.denominator) == sentences)
    #expect(figure.interval != nil)
  }

  @Test func theSideIsInferredFromTheInstitutionOrTheTextOrAskedFor() throws {
    let annotator = Annotator(library: try Self.library.get())
    func side(_ institution: String?, _ text: String) throws -> Side? {
      let metadata = Metadata(id: "x", institution: institution)
      return try annotator.annotate(Statement(metadata: metadata, text: text, source: SourceLocation(file: "x")))
        .statement.metadata.side
    }
    #expect(try side("Department of State", "Hello.") == .us)
    #expect(try side("外交部", "你好。") == .prc)
    #expect(try side(nil, "中方反对。中方将采取措施。") == .prc)
    #expect(throws: Diagnostic.self) { try side(nil, "Hello.") }
  }

  @Test func aUsersListReplacesAndAddsEntries() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("own.yaml")
    let yaml =
      "list: threat\nentries:\n  - {id: coercion, role: act, zh: [压服]}\n  - {id: own, role: act, en: [zorbing]}\n"
    try yaml.write(to: file, atomically: true, encoding: .utf8)
    let library = try LexiconLibrary(adding: [file.path])
    #expect(library.lexicon.entry(citedAs: "threat/coercion")?.terms.map(\.notation) == ["压服"])
    #expect(library.lexicon.entry(citedAs: "threat/own") != nil)
    #expect(throws: LexiconFailure.self) { try LexiconLibrary(adding: [folder.path + "/missing.yaml"]) }
  }

  @Test(.enabled(if: Project.shared("gold-dev/en.jsonl") != nil))
  func aCodedSampleIsReadAndScored() throws {
    let path = try #require(Project.shared("gold-dev/en.jsonl"))
    let validator = Validator(Annotator(library: try Self.library.get()))
    let report = ValidationReport(try validator.items(of: CodedSample(path: path)))
    let f1 = report.rows.first { $0.measure == .decouplingPresent }?.accuracy.f1
    #expect((f1 ?? 0) > 0.85)
  }

  @Test func aWrongSampleIsRefusedWithItsLine() throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("gold.jsonl")
    try "{\"id\": \"a\"}\n".write(to: file, atomically: true, encoding: .utf8)
    #expect(throws: Diagnostic.self) { try CodedSample(path: file.path) }
  }
}
