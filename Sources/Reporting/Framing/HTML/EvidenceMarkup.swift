internal import Charts
internal import DiscourseModel

/// The evidence of a report as markup: a head for each list, then each sentence once.
///
/// A number leads to the head of its list; the page's style then hides the sentences that do not belong to it. So each
/// number leads to its sentences in one step, without a script, and no sentence stands in the page twice.
struct EvidenceMarkup {
  let report: FramingReport
  let wording: Wording

  private var evidence: EvidenceIndex { report.evidence }
  private var whole: Set<Int> { Set(report.readings.map(\.number)) }

  /// The rules by which a list shows its sentences alone. A sentence is matched with the rules of its own lists only, and
  /// no rule walks over the sentences, so that following a number takes no longer on a large page.
  var rules: String {
    ".heads:has(>.ev:target)+.bodies>.s{display:none}\n"
      + evidence.lists.map { list in
        ".heads:has(>#\(list.anchor):target)+.bodies>.k\(list.number){display:block}"
      }.joined(separator: "\n")
  }

  var markup: String {
    let readable = whole
    let heads = evidence.lists.map(head).joined(separator: "\n")
    let bodies = evidence.items.enumerated().map { item($0.offset, $0.element, readable) }.joined(separator: "\n")
    return "<div class=\"heads\">\n\(heads)\n</div>\n<div class=\"bodies\">\n\(bodies)\n</div>"
  }

  private func head(_ list: EvidenceIndex.List) -> String {
    let period = list.period.map { " · \($0)" } ?? ""
    let name = "\(wording.side(list.side)) · \(wording.code(list.code))\(period)"
    let count =
      list.shown == list.total
      ? wording("\(list.total) sentences, all of them here", "共\(list.total)句，全部列出")
      : wording(
        "\(list.shown) of \(list.total) sentences: the strongest, and others drawn at random",
        "共\(list.total)句，列出\(list.shown)句：最强者与随机抽取者")
    let links =
      "<a href=\"#\(list.code.construct.rawValue)\">\(wording("Back to the section", "返回该部分"))</a> · <a href=\"#evidence\">\(wording("All evidence", "全部证据"))</a>"
    return "<h3 class=\"ev \(list.side.rawValue.lowercased())\" id=\"\(list.anchor)\" tabindex=\"-1\">"
      + "\(Markup.escape(name)) <small>\(count). \(links)</small></h3>"
  }

  private func item(_ number: Int, _ item: EvidenceIndex.Item, _ readable: Set<Int>) -> String {
    let sentence = item.kept.sentence
    let metadata = report.metadata(item.kept.statement)
    let side = metadata.side ?? .us
    let lines = CodeLines(wording: wording).lines(sentence)
    var constructs: [String] = []
    for line in lines where !constructs.contains(line.construct.rawValue) { constructs.append(line.construct.rawValue) }
    let actors = Set(sentence.actors.map(\.actor.rawValue)).sorted().joined(separator: " ")
    let classes = (["s", side.rawValue.lowercased()] + item.lists.map { "k\($0)" }).joined(separator: " ")
    return "<article class=\"\(classes)\" id=\"s\(number)\" data-side=\"\(side.rawValue)\" "
      + "data-codes=\"\(constructs.joined(separator: " "))\" data-actors=\"\(actors)\" "
      + "data-date=\"\(metadata.date?.description ?? "")\" data-speaker=\"\(Markup.escape(speaker(metadata)))\">"
      + body(item.kept, metadata, codes(lines), readable) + "</article>"
  }

  /// A sentence inside a section: its text, its source, and where its codes are.
  func quote(_ number: Int) -> String {
    let item = evidence.items[number]
    let metadata = report.metadata(item.kept.statement)
    let side = (metadata.side ?? .us).rawValue.lowercased()
    let link = "<p class=\"source\"><a href=\"#s\(number)\">\(wording("codes and rules", "编码与规则"))</a></p>"
    return "<div class=\"quote \(side)\">" + body(item.kept, metadata, link, whole) + "</div>"
  }

  private func body(_ kept: KeptSentence, _ metadata: Metadata, _ tail: String, _ readable: Set<Int>) -> String {
    let sentence = kept.sentence
    let text = MarkedText(sentence: sentence).markup(of: sentence.text)
    let place = wording("sentence \(sentence.sentence + 1)", "第\(sentence.sentence + 1)句")
    let context =
      readable.contains(kept.statement)
      ? " · <a href=\"#d\(kept.statement)-\(sentence.sentence)\">\(wording("in context", "上下文"))</a>" : ""
    return "<blockquote lang=\"\(sentence.language.rawValue)\">\(text)</blockquote>"
      + "<p class=\"source\">\(Markup.escape(source(metadata))) · \(place)\(context)</p>" + tail
  }

  private func codes(_ lines: [CodeLines.Line]) -> String {
    let items = lines.map { line in
      "<li class=\"\(line.construct.rawValue)\">\(Markup.escape(wording.construct(line.construct))): "
        + "\(Markup.escape(line.text)) <code>\(Markup.escape(line.found.joined(separator: "; ")))</code></li>"
    }
    return "<ul class=\"codes\">\(items.joined())</ul>"
  }

  private func speaker(_ metadata: Metadata) -> String {
    [metadata.speaker, metadata.institution].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Where a sentence comes from, in a line.
  func source(_ metadata: Metadata) -> String {
    let side = metadata.side.map(wording.side)
    let title = metadata.title.flatMap { $0.isEmpty ? nil : $0 } ?? metadata.id
    return [side, metadata.institution, metadata.speaker, metadata.date?.description, title].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The speakers and institutions that the filter offers.
  var speakers: [String] {
    var names: Set<String> = []
    for item in evidence.items {
      let metadata = report.metadata(item.kept.statement)
      names.formUnion([metadata.speaker, metadata.institution].compactMap { $0 }.filter { !$0.isEmpty })
    }
    return Array(names.sorted().prefix(400))
  }
}
