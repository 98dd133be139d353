import DiscourseModel
import Statistics
import Testing

@testable import Reporting

@Suite struct ComparisonTests {
  private let provenance = Provenance(program: "p", icu: "i", lexicons: "l", options: [])
  private let resampling = Resampling(bootstrap: Bootstrap(replicates: 200), permutations: 199)

  private func sentence(threat: Bool, entry: String = "threat/a", blame: ActorPair? = nil) -> CodedSentence {
    let evidence = Evidence(range: 0..<1, text: "x", entry: entry)
    return CodedSentence(
      document: "d", sentence: 0, range: 0..<1, text: "x", language: .en, tokens: 11, words: 10,
      threat: threat
        ? [
          ThreatCode(
            from: .prc, to: .us, domain: [.military], polarity: .assert, intensity: 2, evidence: [evidence])
        ] : [],
      blame: blame.map { [BlameCode(by: $0.from, target: $0.to, type: .accusation, evidence: [evidence])] } ?? [])
  }

  /// Statements of a side, each of ten sentences, so many of which assert a threat.
  private func statements(
    _ side: Side, _ threats: [Int], genre: String = "speech", text: (Int) -> String = { "text \($0)" }
  ) -> [(StatementSummary, StatementTraits)] {
    threats.enumerated().map { number, count in
      let sentences = (0..<10).map { sentence(threat: $0 < count) }
      let id = "\(side.rawValue)-\(genre)-\(number)"
      return (
        StatementSummary(
          metadata: Metadata(
            id: id, side: side, date: StatementDate(year: 2018 + number % 3), language: .en, genre: genre),
          counts: StatementCounts(id: id, side: side, sentences: sentences)),
        StatementTraits(text: text(number), side: side, sentences: sentences)
      )
    }
  }

  private func report(
    _ statements: [(StatementSummary, StatementTraits)], _ change: (inout ComparisonOptions) -> Void = { _ in }
  ) -> ComparisonReport {
    var options = ComparisonOptions(resampling: resampling)
    change(&options)
    return ComparisonReport(
      statements.map(\.0), traits: statements.map(\.1), options: options, provenance: provenance)
  }

  @Test func twoSidesDifferByTheirRates() throws {
    let report = report(
      statements(.us, [4, 5, 4, 5, 4, 5, 4, 5]) + statements(.prc, [1, 2, 1, 2, 1, 2, 1, 2]))
    let contrast = try #require(report.contrasts.first)
    #expect(report.contrasts.count == 1 && contrast.left == "US" && contrast.right == "PRC")
    let difference = try #require(contrast.differences.first { $0.key == "threat.prevalence" })
    #expect(abs(difference.outcome.difference - 30) < 1e-9 && difference.outcome.ratio == 3)
    #expect(difference.outcome.p == 0.005 && (difference.adjustedP ?? 1) >= 0.005)
    #expect(try #require(difference.outcome.interval).lower > 20)
    #expect(!contrast.differences.contains { $0.key.hasPrefix("decoupling") }, "what nobody says is not compared")
  }

  @Test func figuresOfAGroupAreThoseOfAScore() throws {
    let all = statements(.us, [1, 5, 2, 0, 4]) + statements(.prc, [1, 1, 2, 0, 4])
    let scored = Figures.compute(
      all.prefix(5).map(\.0.counts), bootstrap: Bootstrap(replicates: 200))
    #expect(report(all).groups[0].figures == scored)
  }

  @Test func theStatementAndTheEntryThatCarryADifferenceAreNamed() throws {
    let difference = try #require(
      report(statements(.us, [1, 1, 1, 1, 1, 10]) + statements(.prc, [1, 1, 1, 1, 1, 1])).contrasts[0].differences
        .first { $0.key == "threat.prevalence" })
    let document = try #require(difference.document)
    #expect(document.name == "US-speech-5" && document.isDecisive && abs(document.difference) < 1e-9)
    let entry = try #require(difference.entry)
    #expect(entry.name == "threat/a" && entry.difference == 0 && entry.isDecisive)
  }

  @Test func anEntryThatOthersBackUpCarriesNothing() {
    let evidence = ["threat/a", "threat/b"].map { Evidence(range: 0..<1, text: "x", entry: $0) }
    let backed = CodedSentence(
      document: "d", sentence: 0, range: 0..<1, text: "x", language: .en, tokens: 2, words: 2,
      threat: [
        ThreatCode(from: .prc, to: .us, domain: [.order], polarity: .assert, intensity: 1, evidence: evidence)
      ])
    let traits = StatementTraits(text: "", side: .us, sentences: [backed, sentence(threat: true)])
    #expect(traits.losses.map(\.entry).allSatisfy { $0 == "threat/a" })
    #expect(traits.losses.first { $0.count == .threatSentences }?.amount == 1)
    #expect(traits.losses.first { $0.count == .intensity }?.amount == 2)
    #expect(!traits.losses.contains { $0.count == .sentences })
  }

  @Test func manyGroupsAreEachComparedWithAllOthersOrWithAReference() {
    let all = statements(.us, [1, 2, 3, 4, 5, 6])
    let years = report(all) { $0.by = .year }
    #expect(years.groups.map(\.name) == ["2018", "2019", "2020"])
    #expect(years.contrasts.map(\.left) == ["2018", "2019", "2020"] && years.contrasts.allSatisfy { $0.right == nil })
    let reference = report(all) { ($0.by, $0.reference) = (.year, "2019") }
    #expect(reference.contrasts.map(\.left) == ["2018", "2020"])
    #expect(reference.contrasts.allSatisfy { $0.right == "2019" })
  }

  @Test func nearDuplicatesAreCountedOnceAndNamed() {
    let passage = "Both sides agreed to keep the lines open and to meet again before the year is out, in good faith."
    let other = "The harvest was good, the granaries are full, and the price of bread has not gone up since spring."
    let texts = [passage, other, passage + " Thank you."]
    let all = statements(.us, [1, 2, 3]) { texts[$0] } + statements(.prc, [1, 2, 3]) { texts[$0] + " \($0)" }
    let once = report(all)
    #expect(once.groups.map(\.statements) == [2, 2])
    #expect(once.duplicates.first?.id == "US-speech-2" && once.duplicates.first?.original == "US-speech-0")
    #expect(once.text(language: .en).contains("US-speech-2 repeats US-speech-0"))
    let allKept = report(all) { $0.keepsDuplicates = true }
    #expect(allKept.groups.map(\.statements) == [3, 3] && allKept.duplicates.allSatisfy { !$0.isDropped })
  }

  @Test func strataTakeOutTheMixOfGenres() throws {
    let all =
      statements(.us, [8, 8, 8, 8, 8, 8], genre: "briefing") + statements(.us, [1, 1], genre: "speech")
      + statements(.prc, [8, 8], genre: "briefing") + statements(.prc, [1, 1, 1, 1, 1, 1], genre: "speech")
      + statements(.prc, [5], genre: "letter")
    let plain = report(all)
    #expect(plain.cautions.contains { if case .genreMix = $0 { true } else { false } })
    let stratified = report(all) { $0.strata = .genre }
    let difference = stratified.contrasts[0].differences.first { $0.key == "threat.prevalence" }
    #expect(abs(difference?.outcome.difference ?? 1) < 1e-9)
    #expect(stratified.contrasts[0].strata == ["briefing", "speech"])
    #expect(stratified.cautions.contains(.strataLeftOut(left: "US", right: "PRC", statements: 1)))
  }

  @Test func theSidesSpeakOfEachOther() throws {
    let us = statements(.us, [4, 4, 4, 4, 4, 4])
    let prc = (0..<6).map { number -> (StatementSummary, StatementTraits) in
      let sentences = (0..<10).map { place in
        sentence(threat: false, blame: place < 2 ? ActorPair(.prc, .us) : nil)
      }
      return (
        StatementSummary(
          metadata: Metadata(id: "p\(number)", side: .prc, language: .zh),
          counts: StatementCounts(id: "p\(number)", side: .prc, sentences: sentences)),
        StatementTraits(text: "p\(number)", side: .prc, sentences: sentences)
      )
    }
    let report = report(us + prc)
    let threat = try #require(report.dyads.first { $0.construct == .threat })
    #expect(threat.us.value == 40 && threat.prc.value == 0 && threat.asymmetry == 1 && threat.reciprocity == 0)
    let blame = try #require(report.dyads.first { $0.construct == .blame })
    #expect(blame.prc.value == 20 && blame.asymmetry == -1 && blame.binomialP < 0.001)
    #expect(report.cautions.contains(.languages(left: "US", right: "PRC")))
    #expect(report.groups[1].blames.first?.pair == ActorPair(.prc, .us))
  }

  @Test func everyFormTellsTheSame() throws {
    let report = report(statements(.us, [4, 5, 4, 5, 4, 5]) + statements(.prc, [1, 2, 1, 2, 1, 2]))
    let rows = report.table.rows
    #expect(rows.allSatisfy { $0.count == report.table.columns.count })
    #expect(Set(rows.map { $0[0] }).isSuperset(of: [.text("figure"), .text("difference"), .text("jensen_shannon")]))
    let text = report.text(language: .en)
    #expect(text.contains("United States against China") && text.contains("corrected for"))
    #expect(report.text(language: .zh).contains("美方与中方") && report.markdown(language: .zh).contains("| ---: |"))
    #expect(report.json.pretty.contains("\"p_adjusted\"") && report.text(language: .en) == text)
  }

  @Test func aStatementWithoutTheFieldIsLeftOutAndCounted() {
    let report = report(statements(.us, [1, 2]) + statements(.prc, [1, 2])) { $0.by = .speaker }
    #expect(report.groups.isEmpty && report.contrasts.isEmpty)
    #expect(report.cautions.contains(.ungrouped(field: "speaker", statements: 4)))
  }
}
