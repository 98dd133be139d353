internal import Charts
internal import DiscourseModel
internal import Statistics

/// The words that tell the sides apart, in each language by itself.
struct WordsSection {
  let make: SectionMaker

  private static let limit = 12

  /// Nil where no words were compared.
  var section: ReportSection? {
    let charts = make.report.words.compactMap(chart)
    guard !charts.isEmpty else { return nil }
    return ReportSection(
      id: "words", title: make.text("Distinctive words", "特征词"),
      lead: [
        Prose(parts: [
          .text(
            make.text(
              "Words that one side uses more, within one language. They are ranked by the conservative log ratio: how many doublings the difference is at least, at 95% over all words together. “parallax concordance WORD” shows each in its sentences.",
              "同一语言内一方更常用的词，按保守对数比排序：在全部词合计95%置信下，差异至少相当于多少次翻倍。parallax concordance 词 可列出各词所在句子。"))
        ])
      ], blocks: charts)
  }

  private func chart(_ words: DistinctiveWords) -> ReportBlock? {
    let ranked = words.keywords.filter { $0.conservativeLogRatio != 0 }.sorted {
      let (left, right) = (abs($0.conservativeLogRatio), abs($1.conservativeLogRatio))
      return left != right ? left > right : $0.word < $1.word
    }
    let us = ranked.filter { $0.conservativeLogRatio > 0 }.prefix(Self.limit)
    let prc = ranked.filter { $0.conservativeLogRatio < 0 }.prefix(Self.limit)
    guard !us.isEmpty || !prc.isEmpty else { return nil }
    let language = words.language == .en ? make.text("English", "英文") : make.text("Chinese", "中文")
    let first = [us.first.map { (Side.us, $0) }, prc.first.map { (.prc, $0) }].compactMap { $0 }.map {
      "\(make.wording.inText($0.0))\(make.text(" ", ""))“\($0.1.word)”"
    }
    return .chart(
      DotPlot(
        heading: make.heading(
          "c-words-\(words.language.rawValue)",
          make.text("Most distinctive in \(language): ", "\(language)中最具特征的词：")
            + first.joined(separator: make.text(", ", "，")),
          make.text(
            "Log ratio (doublings) of the word's share in the statements of one side to the other's; right of zero the US says it more. Labels: how often the US and China say it.",
            "该词在双方声明中占比之对数比（翻倍次数）；零右侧为美方更常用。标签：美方与中方的次数。")),
        rows: (us + prc).map(row), reference: 0,
        columns: [
          make.text("word", "词"), make.text("side", "一方"), make.text("log ratio", "对数比"), make.text("lower", "下限"),
          make.text("upper", "上限"),
        ]))
  }

  /// A word with the reach from what the difference is at least to what it is.
  private func row(_ word: Keyword) -> DotPlot.Row {
    let side: Side = word.conservativeLogRatio > 0 ? .us : .prc
    let (least, ratio) = (word.conservativeLogRatio, word.keyness.logRatio)
    let counts = "\(word.keyness.target) / \(word.keyness.reference)"
    let test = word.permutation.map { ", q \(Decimal.text($0.q, digits: 3))" } ?? ""
    return .init(
      name: word.word,
      dots: [
        .init(
          series: make.wording.side(side), tone: make.tone(side),
          estimate: Estimate(ratio, lower: min(least, ratio), upper: max(least, ratio)), label: counts,
          mark: Mark("\(word.word): \(counts), \(make.text("at least", "至少")) \(Decimal.text(least, digits: 2))\(test)")
        )
      ])
  }
}
