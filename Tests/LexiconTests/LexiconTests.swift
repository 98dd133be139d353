import DiscourseModel
import LexiconLoading
import Segmentation
import Testing

@testable import Lexicon

@Suite struct TermTests {
  @Test(arguments: [
    ("coerce/v", ["coerce", "coerces", "coerced", "coercing"]),
    ("steal/v(stole,stolen)", ["steal", "steals", "stole", "stolen", "stealing"]),
    ("country/n", ["country", "countries"]), ("crisis/n(crises)", ["crisis", "crises"]),
    ("rely/v", ["rely", "relies", "relied", "relying"]),
    ("trade war", ["trade war"]), ("24/7", ["24/7"]),
  ])
  func notationStandsForAllForms(notation: String, forms: [String]) throws {
    let term = try Term(notation, language: .en)
    #expect(Set(term.parts[0].map(\.text)) == Set(forms))
  }

  // An unquoted list of YAML cuts "get/v(got,gotten)" at its comma: both halves must be refused.
  @Test(arguments: ["coerce/x", "… as a threat", "a…b…c", "coe*", "coerc* power", "", "get/v(got", "gotten)"])
  func wrongNotationIsRefused(notation: String) {
    #expect(throws: TermError.self) { try Term(notation, language: .en) }
  }
}

@Suite struct MatchingTests {

  private func lexicon(_ lists: [(String, String)]) throws -> Lexicon {
    var diagnostics: [Diagnostic] = []
    let entries = lists.flatMap { list, entries in
      LexiconReader().read("list: \(list)\nentries:\n\(entries)", file: list, diagnostics: &diagnostics)?.entries ?? []
    }
    #expect(diagnostics.isEmpty)
    return Lexicon(entries)
  }

  private func fired(_ lexicon: Lexicon, in sentence: String) throws -> [String] {
    let text = try Segmenter(terms: lexicon.termSet).segment(sentence)
    return lexicon.matches(in: text, range: 0..<text.bytes.count).map {
      "\(lexicon.entries[$0.entry].citation)=\(text.text(in: $0.range))"
    }
  }

  @Test func anActorsNameHidesWhatStandsInsideIt() throws {
    let lexicon = try lexicon([
      (
        "actors",
        "  - {id: prc, role: actor, actor: PRC, en: [China, '=PRC'], zh: [中国]}\n"
          + "  - {id: developing, role: actor, actor: OTHER, zh: [发展中国家]}\n"
          + "  - {id: sea, role: trap, en: [South China Sea]}"
      ),
      ("domains", "  - {id: sea, role: domain, domain: [territory], en: [sea]}"),
    ])
    #expect(try fired(lexicon, in: "支持发展中国家") == ["actors/developing=发展中国家"])
    #expect(try fired(lexicon, in: "the South China Sea") == ["actors/sea=South China Sea"])
    #expect(try fired(lexicon, in: "the prc and the PRC") == ["actors/prc=PRC"])
  }

  @Test func aTermMayPlayARoleInTwoLists() throws {
    let lexicon = try lexicon([
      ("threat", "  - {id: suppress, role: act, zh: [打压]}"), ("blame", "  - {id: suppress, role: act, zh: [打压]}"),
    ])
    #expect(try fired(lexicon, in: "打压企业").count == 2)
  }

  @Test func contextDecidesTheSense() throws {
    let entry = "  - {id: decouple, role: term, tier: core, zh: [脱钩], excludes: {zh: [行业协会]}}"
    let lexicon = try lexicon([("decoupling", entry)])
    #expect(try fired(lexicon, in: "反对脱钩").count == 1)
    #expect(try fired(lexicon, in: "行业协会与行政机关脱钩").isEmpty)
  }

  @Test func aGapStaysInsideItsClause() throws {
    let lexicon = try lexicon([("blame", "  - {id: pretext, role: pretext, zh: [以…为借口]}")])
    #expect(try fired(lexicon, in: "以国家安全为借口") == ["blame/pretext=以国家安全为借口"])
    #expect(try fired(lexicon, in: "以和为贵，不为借口").isEmpty)
  }

  @Test func quotationMarksDoNotHideATerm() throws {
    let lexicon = try lexicon([("decoupling", "  - {id: sever, role: term, tier: core, zh: [脱钩断链]}")])
    #expect(try fired(lexicon, in: "反对“脱钩断链”。") == ["decoupling/sever=脱钩断链"])
    #expect(try fired(lexicon, in: "反对“脱钩”“断链”。").count == 1)
  }

  @Test func theHashChangesWithTheTerms() throws {
    let first = try lexicon([("threat", "  - {id: a, role: act, zh: [打压]}")])
    let second = try lexicon([("threat", "  - {id: a, role: act, zh: [遏制]}")])
    #expect(first.hash != second.hash && first.hash.count == 16)
  }
}
