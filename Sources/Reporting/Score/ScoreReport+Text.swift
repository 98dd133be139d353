public import DiscourseModel
internal import Statistics

extension ScoreReport {
  /// The report for a terminal.
  ///
  /// - Parameters:
  ///   - language: the language of headings.
  ///   - width: the terminal's width in columns.
  public func text(language: Language, width: Int = 100) -> String {
    let wording = Wording(language)
    var out = ""
    for group in groups {
      out += heading(group, wording)
      for construct in Construct.allCases { out += section(construct, of: group, wording, width: width) }
    }
    return out + footer(wording)
  }

  private func heading(_ group: Group, _ wording: Wording) -> String {
    let sentences = group.statements.reduce(0) { $0 + $1.sentences }
    let all = group.statements.reduce(0) { $0 + $1.allSentences }
    let words = group.statements.reduce(0) { $0 + $1.words }
    let names = statements.filter { $0.counts.side == group.side }
    var title = wording.side(group.side)
    if names.count == 1, let only = names.first {
      title += " · \(only.metadata.id)"
      if only.metadata.sideIsInferred { title += wording(" (side inferred)", "（立场系推断）") }
    } else {
      title += wording(" · \(names.count) statements", " · \(names.count) 篇")
      let inferred = names.filter(\.metadata.sideIsInferred).count
      if inferred > 0 { title += wording(" (\(inferred) with the side inferred)", "（其中 \(inferred) 篇立场系推断）") }
    }
    let counted = wording(
      "\(sentences) of \(all) sentences in its own voice, \(words) words",
      "本方话语 \(sentences) 句（共 \(all) 句），\(words) 词")
    return title + "\n" + counted + "\n\n"
  }

  private func section(_ construct: Construct, of group: Group, _ wording: Wording, width: Int) -> String {
    let figures = group.figures.filter { $0.key.hasPrefix(construct.rawValue + ".") && isShown($0) }
    var out = wording.construct(construct) + "\n"
    let table = Table(
      columns: [
        "", wording("value", "数值"), wording("95 % interval", "95% 区间"), wording("unit", "单位"), wording("counts", "计数"),
      ],
      rows: figures.flatMap { [row($0, wording)] + (corrected($0, wording).map { [$0] } ?? []) })
    out += table.rendered(as: .table).indented(by: 2)
    if construct == .threat { out += pairs(group.threats, wording("who threatens whom", "谁威胁谁"), wording) }
    if construct == .blame { out += pairs(group.blames, wording("who blames whom", "谁指责谁"), wording) }
    for highlight in group.highlights where highlight.construct == construct {
      out += quotation(highlight, width: width)
    }
    return out + "\n"
  }

  /// Parts that are zero say nothing that their whole does not.
  private func isShown(_ figure: Figure) -> Bool {
    let isPart = figure.key.split(separator: ".").count > 2 || figure.key.hasPrefix("rationale.")
    return !isPart || figure.rate.numerator > 0
  }

  private func row(_ figure: Figure, _ wording: Wording) -> [Cell] {
    [
      .text(wording.figure(figure.key)), .optional(figure.rate.value, digits: 2),
      .interval(figure.interval), .text(wording.unit(figure.unit)),
      .text(
        "\(Int(figure.rate.numerator)) " + wording("of", "/") + " \(Int(figure.rate.denominator))"),
    ]
  }

  /// The figure after its correction, as a row below it.
  private func corrected(_ figure: Figure, _ wording: Wording) -> [Cell]? {
    guard let corrected = figure.corrected else { return nil }
    let scale = figure.rate.scale
    return [
      .text(wording("  corrected for coding errors", "  按编码误差校正")), .number(scale * corrected.value, digits: 2),
      .interval(corrected.interval, scale: scale), .text(wording.unit(figure.unit)),
      .text(wording("\(corrected.sampleSize) coded by hand", "人工编码 \(corrected.sampleSize) 句")),
    ]
  }

  private func pairs(_ pairs: [(pair: ActorPair, count: Int)], _ title: String, _ wording: Wording) -> String {
    guard !pairs.isEmpty else { return "" }
    let list = pairs.prefix(6).map { "\($0.pair.from.rawValue) → \($0.pair.to.rawValue) \($0.count)" }
    return "  \(title): " + list.joined(separator: wording(", ", "，")) + "\n"
  }

  private func quotation(_ highlight: Highlight, width: Int) -> String {
    let place = "[\(highlight.document):\(highlight.sentence)] \(highlight.summary)"
    let text = DisplayWidth.truncate(highlight.text.replacing("\n", with: " "), to: 4 * (width - 6))
    let lines = DisplayWidth.wrap(text, to: width - 6).map { "      \($0)\n" }.joined()
    return "    \(place) — \(highlight.evidence.joined(separator: ", "))\n" + lines
  }

  private func footer(_ wording: Wording) -> String {
    let how = wording(
      "Rates are of the side's own voice. Intervals resample statements",
      "比率仅计本方话语。区间按篇重抽样")
    return "\(how) (\(bootstrap.replicates), seed \(bootstrap.seed)).\n"
      + provenance.line + "\n"
  }
}
