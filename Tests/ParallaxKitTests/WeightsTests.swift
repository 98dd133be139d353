import DiscourseAnalysis
import DiscourseModel
import Foundation
import LexiconLoading
import ParallaxKit
import Statistics
import TestSupport
import Testing

@Suite struct WeightsTests {
  @Test func weightsAreReadAsTheyWereWritten() {
    let weights = CodeWeights([
      .threat: LinearWeights(intercept: -1.5, keep: -1, add: 0.25, features: ["word=threat.act": 0.5, "rules": 2]),
      .threatDomain: LinearWeights(intercept: 0, keep: -0.5, add: 0.5, features: ["military<entry": 1]),
    ])
    var diagnostics: [Diagnostic] = []
    let read = WeightsFile.read(
      WeightsFile.text(weights, about: ["Own."]), file: "w.tsv", diagnostics: &diagnostics)
    #expect(read == weights)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("threat\tword", "w.tsv:1: error: write a code"), ("joy\tword\t1", "w.tsv:1: error: write a code"),
    ("# c\nthreat\tword\tnan", "w.tsv:2: error: write a code"),
    ("blame\tword\t1", "w.tsv: error: the weights of blame need"),
    ("blame\ta\t1\nblame\ta\t2", "w.tsv:2: error: the feature a of blame stands twice"),
  ])
  func whatIsWrongWithWeightsIsNamedWithItsLine(text: String, message: String) {
    var diagnostics: [Diagnostic] = []
    _ = WeightsFile.read(text, file: "w.tsv", diagnostics: &diagnostics)
    #expect(diagnostics.first?.description.hasPrefix(message) == true)
  }

  private func threats(_ text: String, intercept: Double) throws -> [ThreatCode] {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let weights = CodeWeights([
      .threat: LinearWeights(intercept: intercept, keep: -1, add: 1, features: ["rules": 0])
    ])
    let file = folder.appendingPathComponent("own.tsv")
    try WeightsFile.text(weights).write(to: file, atomically: true, encoding: .utf8)
    let annotator = Annotator(library: try LexiconLibrary(adding: [file.path]))
    let statement = Statement(
      metadata: Metadata(id: "a", side: .prc), text: text, source: SourceLocation(file: "a"))
    return try annotator.annotate(statement).sentences.flatMap(\.threat)
  }

  @Test func weightsTakeAwayAndAddCodesOnlyWhereAWordBearsThem() throws {
    let coded = "美方的军事威胁日益严重。"
    #expect(try threats(coded, intercept: 0).count == 1)
    #expect(try threats(coded, intercept: -9).isEmpty)
    #expect(try threats("今天天气很好。", intercept: 9).isEmpty)
    let added = try threats("面对威胁，我们要谈美方的立场。", intercept: 9)
    #expect(added.count == 1)
    #expect(added.first?.evidence.first?.text == "威胁")
  }

  @Test func weightsChooseWhoPosesAThreatAndWhereItLies() throws {
    var weights = CodeWeights()
    weights[.threatSource] = LinearWeights(intercept: 0, keep: 9, add: 9, features: ["OTHER": 1])
    weights[.threatDomain] = LinearWeights(intercept: -1, keep: 0, add: 0, features: ["society": 3, "regime": 2])
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("own.tsv")
    try (WeightsFile.text(weights) + "threat\t(intercept)\t9\nthreat\t(keep)\t0\nthreat\t(add)\t0\n")
      .write(to: file, atomically: true, encoding: .utf8)
    let annotator = Annotator(library: try LexiconLibrary(adding: [file.path]))
    let statement = Statement(
      metadata: Metadata(id: "a", side: .prc), text: "美方的军事威胁和俄方的立场都在议程上。",
      source: SourceLocation(file: "a"))
    let threats = try annotator.annotate(statement).sentences.flatMap(\.threat)
    #expect(threats.map(\.from) == [.other])
    #expect(threats.first?.domain == [.regime, .society])
    #expect(threats.first?.evidence.first?.rule == "weights/threat.from")
  }

  @Test func thePresentWeightsGainInBothLanguagesOnOtherDocuments() throws {
    let names = ["en", "zh", "en-single", "zh-single"]
    let paths = names.compactMap { Project.shared("gold-dev/\($0).jsonl") }
    guard paths.count == names.count else { return }
    let trainer = WeightsTrainer(library: try KitTests.library.get())
    let codes: [WeighedCode] = [.threat, .threatSource]
    let result = try trainer.train(try paths.map { try CodedSample(path: $0) }, codes: codes)
    #expect(result.count == 940)
    for gain in result.gains {
      #expect((gain.weighed.f1 ?? 0) > (gain.rules.f1 ?? 1), "\(gain.code.rawValue) \(gain.language.rawValue)")
    }
    let again = try trainer.train(try paths.map { try CodedSample(path: $0) }, codes: codes)
    #expect(again.weights == result.weights)
  }
}
