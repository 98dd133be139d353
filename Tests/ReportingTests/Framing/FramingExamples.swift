import DiscourseModel
import Foundation
import Reporting
import Statistics
import TestSupport

/// Statements with hand-made codes, so that reports of them do not depend on any lexicon.
enum FramingExamples {
  static let provenance = Provenance(program: "parallax test", icu: "0", lexicons: "00", options: ["--side us"])

  /// A sentence whose evidence is a stretch of its own text.
  static func sentence(
    _ text: String, _ word: String, at start: Int, number: Int, document: String, language: Language,
    code: (inout CodedSentence, Evidence) -> Void
  ) -> CodedSentence {
    let before = text.range(of: word).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } ?? 0
    let range = start + before..<start + before + word.utf8.count
    var sentence = CodedSentence(
      document: document, sentence: number, range: start..<start + text.utf8.count, text: text, language: language,
      tokens: 8, words: 6)
    code(&sentence, Evidence(range: range, text: word, entry: "list/entry", rule: "rules/some-rule"))
    return sentence
  }

  /// A gatherer over statements of both sides and several years.
  static func gatherer(budget: FramingGatherer.Budget = .init(), hostile: String = "") -> FramingGatherer {
    var gatherer = FramingGatherer(budget: budget)
    for (index, year) in [2017, 2018, 2020, 2021].enumerated() {
      for side in Side.allCases {
        let coded = statement(side, year: year, count: index + 2, hostile: hostile)
        gatherer.add(coded.statement, sentences: coded.sentences)
      }
    }
    return gatherer
  }

  static func statement(
    _ side: Side, year: Int, count: Int, hostile: String
  ) -> (statement: Statement, sentences: [CodedSentence]) {
    let id = "\(side.rawValue.lowercased())-\(year)"
    let language: Language = side == .us ? .en : .zh
    var text = ""
    var sentences: [CodedSentence] = []
    for number in 0..<count {
      let parts =
        side == .us
        ? ("They threaten our firms \(number)\(hostile). ", "threaten") : ("有人威胁我们的企业\(number)\(hostile)。", "威胁")
      let start = text.utf8.count
      text += parts.0
      sentences.append(
        sentence(parts.0, parts.1, at: start, number: number, document: id, language: language) { sentence, evidence in
          fill(&sentence, evidence, side, number, year)
        })
    }
    let metadata = Metadata(
      id: id, side: side, institution: "Office\(hostile)", speaker: "Speaker \(side.rawValue)\(hostile)",
      date: StatementDate(year: year, month: 3), title: "Title \(year)\(hostile)", language: language)
    return (Statement(metadata: metadata, text: text, source: SourceLocation(file: id)), sentences)
  }

  private static func fill(
    _ sentence: inout CodedSentence, _ evidence: Evidence, _ side: Side, _ number: Int, _ year: Int
  ) {
    switch number % 5 {
    case 0:
      sentence.threat = [
        ThreatCode(
          from: side.opposite.actor, to: side.actor, domain: [.economy], polarity: .assert, intensity: 1 + year % 3,
          evidence: [evidence])
      ]
    case 1:
      sentence.blame = [
        BlameCode(by: side.actor, target: side.opposite.actor, type: .accusation, evidence: [evidence])
      ]
      sentence.rationale = [
        RationaleCode(rationale: year < 2020 ? .fairTrade : .security, evidence: [evidence])
      ]
    case 2:
      sentence.decoupling = [
        DecouplingCode(
          tier: .core, holder: side.actor, stance: [side == .us ? .advocate : .oppose], domain: [.economy],
          terms: [evidence])
      ]
    case 3: sentence.recognition = [evidence]
    default: break
    }
  }

  static func report(hostile: String = "") -> FramingReport {
    guard let event = StatementDate(year: 2018, month: 7, day: 6) else { preconditionFailure("a date") }
    return FramingReport(
      gatherer(hostile: hostile), provenance: provenance,
      options: FramingOptions(
        events: [DatedEvent(date: event, label: "Event\(hostile)")],
        indicators: [
          Indicator(
            name: "Index\(hostile)", unit: "points", sources: ["source\(hostile)"],
            points: (2017...2021).compactMap { year in
              StatementDate(year: year).map { .init(date: $0, value: Double(year % 7)) }
            })
        ], resampling: Resampling(bootstrap: Bootstrap(replicates: 200), permutations: 199)))
  }

  /// The templates that come with the program.
  static func templates() throws -> ReportTemplates {
    func file(_ name: String) throws -> String {
      try String(contentsOfFile: Project.path("Sources/BundledTemplates/Templates/\(name)"), encoding: .utf8)
    }
    return ReportTemplates(
      page: try file("report.mustache"), style: try file("report.css"), script: try file("report.js"))
  }
}
