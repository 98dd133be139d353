import BundledLexicons
import DiscourseModel
import Foundation
import LexiconLoading
import TestSupport
import Testing

@Suite struct LexiconReaderTests {
  private func diagnostics(_ yaml: String) -> [String] {
    var diagnostics: [Diagnostic] = []
    let list = LexiconReader().read(yaml, file: "own.yaml", diagnostics: &diagnostics)
    diagnostics += LexiconLint.collisions(in: list?.entries ?? [])
    return diagnostics.map(\.description)
  }

  @Test(arguments: [
    ("", "empty"), ("entries: []", "begins with"), ("list: nothing\nentries: []", "is none of"),
    ("list: threat\nentries:\n  - id: a\n    rolle: act\n    en: [x]", "own.yaml:4: error: unknown key \"rolle\""),
    ("list: threat\nentries:\n  - id: a\n    role: actor\n    en: [x]", "has no role"),
    ("list: threat\nentries:\n  - id: a\n    role: act", "can never match"),
    (
      "list: threat\nentries:\n  - {id: a, role: act, en: [x]}\n  - {id: a, role: act, en: [y]}",
      "stands already at line 3"
    ),
    ("list: threat\nentries:\n  - {id: a, role: act, en: [x]}\n  - {id: b, role: act, en: [x]}", "can never match"),
    ("list: threat\nentries:\n  - {id: a, role: act, en: [x/q]}", "after / stands v"),
    ("list: threat\nentries:\n  - {id: a, role: act, en: [x], intensity: 4}", "none of 1, 2, 3"),
    ("list: actors\nentries:\n  - {id: a, role: actor, en: [x]}", "needs \"actor\""),
    ("list: threat\nentries:\n  - {id: a, role: act, domain: [sea], en: [x]}", "is none of"),
    ("list: [\n", "not valid YAML"),
    ("list: actors\nentries:\n  - {id: a, role: trap, en: [x], since: soon}", "is no date"),
  ])
  func whatIsWrongIsNamedWithItsPlace(yaml: String, message: String) {
    let found = diagnostics(yaml)
    #expect(found.contains { $0.contains(message) }, "\(found)")
  }

  @Test func aSoundListHasNoDiagnostics() {
    #expect(diagnostics("list: threat\nentries:\n  - {id: a, role: act, en: [coerce/v], zh: [胁迫]}").isEmpty)
  }

  @Test func wrongRulesAreNamedWithTheirPlace() {
    var diagnostics: [Diagnostic] = []
    let yaml =
      "list: rules\nrules:\n  - {id: r, finds: agent, languages: [en], lists: [blame], patterns: [wrong … ACT]}"
    _ = RuleReader().read(yaml, file: "rules.yaml", diagnostics: &diagnostics)
    #expect(diagnostics.contains { $0.description.contains("rules.yaml:3") && $0.message.contains("neither ACT") })
  }

  /// A file that is in the folder but not in the program would be data that nobody reads.
  @Test func everyListOfTheFolderIsBundled() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Project.path("Lexicons"))
    let bundled = (0..<bundled_lexicon_count()).map { unsafe String(cString: bundled_lexicon_name($0)) }
    #expect(Set(files.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".tsv") }) == Set(bundled))
  }
}
