internal import Charts
public import DiscourseModel
internal import Mustache
internal import Statistics

extension FramingReport {
  /// The report as one page that needs nothing beside it: no network, no other file.
  ///
  /// Its policy admits the page's own style and script by their hashes, and nothing else. Without the script every
  /// chart, table and sentence is there; the script adds filters and search.
  ///
  /// - Parameters:
  ///   - language: the language of headings and text.
  ///   - templates: what the report is put into.
  /// - Throws: the template's error, where it is not valid Mustache.
  public func html(language: Language, templates: ReportTemplates) throws -> String {
    let template = try MustacheTemplate(string: templates.page)
    return template.render(
      ReportPage(report: self, document: document(language: language), wording: Wording(language), templates: templates)
    )
  }
}

/// What the page's template names.
private struct ReportPage {
  struct Section {
    var id: String
    var title: String
    var lead: [String]
    var blocks: [String]
  }

  struct Choice {
    var value: String
    var name: String
  }

  let language: String
  let title: String
  let subtitle: String
  let generator: String
  let policy: String
  let style: String
  let listRules: String
  let script: String
  let contents: [Choice]
  let sections: [Section]
  let sides: [Choice]
  let codes: [Choice]
  let actors: [Choice]
  let speakers: [String]
  let evidence: String
  let reader: String
  let footer: String
  let words: [String: String]

  init(report: FramingReport, document: ReportDocument, wording: Wording, templates: ReportTemplates) {
    let evidence = EvidenceMarkup(report: report, wording: wording)
    let blocks = BlockMarkup(evidence: evidence, wording: wording)
    let origin = report.scores.provenance
    language = document.language == .en ? "en" : "zh-Hans"
    title = Markup.visible(document.title)
    subtitle = Markup.visible(document.subtitle)
    generator = origin.program
    style = ChartTheme.css + templates.style
    listRules = evidence.rules
    script = templates.script
    let styles = [style, listRules].map { "'\(ContentHash.source($0))'" }.joined(separator: " ")
    policy =
      "default-src 'none'; style-src \(styles); script-src '\(ContentHash.source(script))'; base-uri 'none'; form-action 'none'"
    sections = document.sections.map { section in
      Section(
        id: section.id, title: section.title, lead: section.lead.filter { !$0.parts.isEmpty }.map(\.markup),
        blocks: section.blocks.map(blocks.markup))
    }
    contents =
      document.sections.map { Choice(value: $0.id, name: $0.title) } + [
        Choice(value: "evidence", name: wording("Evidence", "证据")),
        Choice(value: "reader", name: wording("Statements", "声明全文")),
      ]
    sides = report.groups.map { Choice(value: $0.side.rawValue, name: wording.side($0.side)) }
    codes = Construct.allCases.map { Choice(value: $0.rawValue, name: wording.construct($0)) }
    actors = Actor.named.map { Choice(value: $0.rawValue, name: wording.actor($0)) }
    speakers = evidence.speakers.map(Markup.visible)
    self.evidence = evidence.markup
    reader = ReaderMarkup(report: report, wording: wording).markup
    footer = origin.footer(seed: report.scores.bootstrap.seed, wording)
    words = Self.words(report, wording)
  }

  private static func words(_ report: FramingReport, _ wording: Wording) -> [String: String] {
    [
      "skip": wording("Skip to the findings", "跳至主要发现"), "contents": wording("Contents", "目录"),
      "evidence": wording("Evidence", "证据"), "reader": wording("Statements", "声明全文"), "search": wording("Search", "检索"),
      "side": wording("Side", "一方"), "code": wording("Code", "编码"), "actor": wording("Actor named", "提及的行为体"),
      "speaker": wording("Speaker or institution", "发言人或机构"), "from": wording("From", "自"), "to": wording("To", "至"),
      "any": wording("any", "不限"), "reset": wording("Clear", "清除"),
      "shown": wording("{n} of {all} sentences shown", "显示{n}句，共{all}句"),
      "evidenceLead": wording(
        "The sentences behind the numbers: words that carry a code are marked, with the entry and the rule that found them. Each number of this report leads to its own sentences here.",
        "数字背后的句子：承载编码的词语加以标记，并注明词条与规则。报告中的每个数字都可在此查到对应的句子。"),
      "readerLead": report.readings.count == report.scores.statements.count
        ? wording("Every statement in full, with all its codes.", "全部声明的全文及全部编码。")
        : wording(
          "The \(report.readings.count) of \(report.scores.statements.count) statements with the most coded sentences, in full.",
          "\(report.scores.statements.count)篇中已编码句最多的\(report.readings.count)篇全文。"),
    ]
  }
}
