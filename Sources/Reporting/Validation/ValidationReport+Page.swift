internal import Charts
public import DiscourseModel
internal import Mustache
internal import Statistics

extension ValidationReport {
  /// The report as a page to read through: the accuracy of each code, what is taken for what, and every sentence on which
  /// coder and analyzers differ, with the words that fired marked in place.
  ///
  /// - Parameters:
  ///   - provenance: how it was made.
  ///   - language: the language of headings and text.
  ///   - templates: the page's template and style; it has no script.
  /// - Throws: the template's error, where it is not valid Mustache.
  public func html(provenance: Provenance, language: Language, templates: ReportTemplates) throws -> String {
    try MustacheTemplate(string: templates.page).render(
      ValidationPage(report: self, provenance: provenance, wording: Wording(language), templates: templates))
  }
}

/// What the page's template names.
private struct ValidationPage {
  /// An item on which the codings differ, with its number among all and where they do.
  struct Difference {
    var number: Int
    var item: ValidationItem
    var found: [Disagreement]
  }

  struct Confusion {
    var name: String
    var table: String
  }

  struct Link {
    var target: String
    var item: String
    var missed: [String]
    var falseAlarms: [String]
  }

  struct Differing {
    var id: String
    var name: String
    var count: Int
    var links: [Link]
  }

  struct Item {
    var id: String
    var name: String
    var side: String
    var language: String
    var text: String
    var codes: String
    var fired: [String]
  }

  let language: String
  let generator: String
  let policy: String
  let style: String
  let subtitle: String
  let accuracy: String
  let confusions: [Confusion]
  let measures: [Differing]
  let items: [Item]
  let footer: String
  let words: [String: String]

  init(report: ValidationReport, provenance: Provenance, wording: Wording, templates: ReportTemplates) {
    let differing = report.items.enumerated().compactMap { number, item -> Difference? in
      let found = Measure.allCases.compactMap { ValidationReport.disagreement($0, item) }
      return found.isEmpty ? nil : Difference(number: number, item: item, found: found)
    }
    language = wording("en", "zh-Hans")
    generator = provenance.program
    style = ChartTheme.css + templates.style
    policy = "default-src 'none'; style-src '\(ContentHash.source(style))'; base-uri 'none'; form-action 'none'"
    subtitle = wording(
      "\(report.count) hand-coded sentences, \(differing.count) of them coded otherwise by the analyzers",
      "人工编码句\(report.count)句，其中\(differing.count)句与分析器的编码不同")
    accuracy = Self.markup(report.table, caption: wording("Accuracy by code", "各项编码的准确度"))
    confusions = report.confusions.filter { !$0.errors.isEmpty }.map {
      Confusion(name: $0.measure.rawValue, table: Self.markup($0.table, caption: $0.measure.rawValue))
    }
    measures = Measure.allCases.map { Self.differing($0, among: differing) }.filter { $0.count > 0 }
    items = differing.map { Self.item($0.item, number: $0.number, wording) }
    footer = provenance.footer(seed: report.bootstrap.seed, wording)
    words = Self.words(wording)
  }

  private static func anchor(_ number: Int) -> String { "i\(number)" }

  private static func differing(_ measure: Measure, among items: [Difference]) -> Differing {
    let links = items.flatMap { difference in
      difference.found.filter { $0.measure == measure }.map {
        Link(
          target: anchor(difference.number), item: Markup.visible($0.id), missed: $0.missed,
          falseAlarms: $0.falseAlarms)
      }
    }
    let number = Measure.allCases.firstIndex(of: measure) ?? 0
    return Differing(id: "m\(number)", name: measure.rawValue, count: links.count, links: links)
  }

  private static func item(_ item: ValidationItem, number: Int, _ wording: Wording) -> Item {
    let facts = [item.id, item.document, item.genre].compactMap { $0 }
    let fired = Measure.allCases.flatMap { $0.evidence(in: item.coded) }.map(\.origin)
    return Item(
      id: anchor(number), name: Markup.visible(facts.joined(separator: " · ")),
      side: item.side.rawValue.lowercased(), language: item.language == .en ? "en" : "zh-Hans",
      text: item.coded.map { MarkedText(sentence: $0).markup(of: $0.text) }.joined(separator: " "),
      codes: codes(of: item, wording), fired: fired.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  /// What each coding says, in the notation of code sheets, where the two differ.
  private static func codes(of item: ValidationItem, _ wording: Wording) -> String {
    let coder = CodeNotation.cells(item.gold)
    let analyzers = CodeNotation.cells(GoldCodes(pooling: item.coded))
    let rows = CodeNotation.columns.indices.filter { coder[$0] != analyzers[$0] }.map { column -> [Cell] in
      [.text(CodeNotation.columns[column]), .text(coder[column]), .text(analyzers[column])]
    }
    return markup(
      Table(columns: [wording("code", "编码"), wording("coder", "编码员"), wording("analyzers", "分析器")], rows: rows),
      caption: wording("Where they differ", "不同之处"))
  }

  private static func markup(_ table: Table, caption: String) -> String {
    LinkedTable(table, caption: caption).markup
  }

  private static func words(_ wording: Wording) -> [String: String] {
    [
      "title": wording("Validation", "验证"), "skip": wording("Skip to the accuracy", "跳至准确度"),
      "contents": wording("Contents", "目录"), "accuracy": wording("Accuracy", "准确度"),
      "accuracyLead": wording(
        "Precision (P), recall (R) and F1 of each code against the coder, with intervals from resampling documents.",
        "各项编码相对编码员的精确率（P）、召回率（R）与F1，区间由文献重抽样得出。"),
      "confusions": wording("What is taken for what", "混淆"),
      "confusionsLead": wording(
        "Rows are what the coder gave, columns what the analyzers gave; “(none)” is a label that only one of them gave.",
        "行为编码员所给标签，列为分析器所给标签；“(none)”表示仅一方给出。"),
      "sentences": wording("Sentences that differ", "编码不同的句子"),
      "sentencesLead": wording(
        "The words that fired are marked; point at one to see its entry and rule. Codes are written as in code sheets.",
        "触发编码的词语已标出，指向即可查看词条与规则。编码写法与编码表相同。"),
      "missed": wording("missed", "遗漏"), "falseAlarm": wording("false alarm", "误报"),
    ]
  }
}
