internal import DiscourseModel
internal import Statistics

/// What it takes to repeat the report, and what limits it.
struct MethodsSection {
  let make: SectionMaker

  private var report: FramingReport { make.report }

  var section: ReportSection {
    ReportSection(
      id: "methods", title: make.text("Methods", "方法"), lead: [how],
      blocks: [.terms(provenance), .list(rules)] + validation + [.paragraph(limits)])
  }

  private var how: Prose {
    Prose(parts: [
      .text(
        make.text(
          "Sentences were coded by lexicons and rules for voice, actors, decoupling, threat, blame, rationale and recognition. Only sentences in a side's own voice are counted unless the options say otherwise. Rates are shares of sentences, since words of two languages do not compare.",
          "以词表与规则对句子编码：话语归属、行为体、脱钩、威胁、归责、理据与承认。除选项另有说明外，只计本方话语。比率以句为单位，因两种语言的词数不可比。"))
    ])
  }

  private var provenance: [(name: String, text: String)] {
    let origin = report.scores.provenance
    let bootstrap = report.scores.bootstrap
    return [
      (make.text("program", "程序"), origin.program), ("ICU", origin.icu),
      (make.text("lexicons (hash)", "词表（校验值）"), origin.lexicons),
      (
        make.text("options", "选项"),
        origin.options.isEmpty ? make.text("none", "无") : origin.options.joined(separator: " ")
      ),
      (make.text("statements", "篇数"), String(report.scores.statements.count)),
      (make.text("sentences", "句数"), String(report.scores.statements.reduce(0) { $0 + $1.counts.allSentences })),
      (make.text("resamples", "重抽样次数"), String(bootstrap.replicates)),
      (make.text("seed", "随机种子"), String(bootstrap.seed)),
    ]
  }

  private var rules: [Prose] {
    let kept = report.evidence.items.count
    let whole = report.readings.count
    let all = report.scores.statements.count
    let texts = [
      make.text(
        "Intervals are 95% percentile intervals from resampling statements, not words or sentences: sentences of one statement are not independent. A single statement has no interval.",
        "区间为按篇（而非按词或句）重抽样所得95%百分位区间：同一篇内的句子并不独立。单篇无区间。"),
      make.text(
        "Differences are tested by permuting statements between the sides, changes by permuting their dates; p-values are corrected over all tests of a kind (Benjamini & Hochberg 1995). Findings and titles claim a difference or a change only where the corrected p is at most 0.05. Near duplicates were not removed.",
        "双方差异以篇为单位作置换检验，变化则置换各篇日期；同类检验的p值经Benjamini–Hochberg（1995）校正。仅当校正p不大于0.05时，发现与标题才称有差异或变化。未剔除近重复文本。"),
      make.text(
        "Change points: Poisson segments with the number of sentences as exposure, the penalty scaled by overdispersion. Trends: Mann–Kendall with Hamed and Rao's correction, Theil–Sen slopes. Shifts of grounds: a permutation test of the composition against time.",
        "变化点：以句数为暴露量的泊松分段，惩罚按过度离散调整。趋势：经Hamed–Rao校正的Mann–Kendall检验与Theil–Sen斜率。理据转移：构成对时间的置换检验。"),
      make.text(
        "Threat index: 100 × the mean over all sentences of the strongest intensity (1 to 3) divided by 3. Intensity: the mean over sentences that assert a threat.",
        "威胁指数：全部句子最强强度（1至3）除以3的均值乘以100。强度：断言威胁句子的均值。"),
      make.text(
        "Evidence: for each number the page holds up to \(report.budget.sentences) of the strongest sentences and \(report.budget.sentences) drawn at random (\(report.budget.sentencesByMonth) and \(report.budget.sentencesByMonth) for a period), \(kept) in all; each list says how many there are. Whole texts: \(whole) of \(all) statements, those with the most coded sentences. All sentences with their codes come from “parallax annotate”.",
        "证据：每个数字在页内至多列出最强的\(report.budget.sentences)句与随机抽取的\(report.budget.sentences)句（各时期为\(report.budget.sentencesByMonth)句与\(report.budget.sentencesByMonth)句），共\(kept)句；各列表注明总数。全文：\(all)篇中\(whole)篇，为已编码句最多者。全部句子及编码可由 parallax annotate 得到。"
      ),
    ]
    return texts.map { Prose(parts: [.text($0)]) } + cautions
  }

  /// What a reader has to know before he believes the differences.
  private var cautions: [Prose] {
    (report.comparison?.cautions ?? []).filter { $0 != .traitsUnknown }
      .map { Prose(parts: [.text(make.wording.caution($0, by: .side))]) }
  }

  private var validation: [ReportBlock] {
    guard let validation = report.validation else {
      return [
        .paragraph(
          Prose(parts: [
            .text(
              make.text(
                "No coded sample was given, so that this report does not know how often the codes are right in this corpus: draw one with “parallax codesheet”, code it, and pass it with --coded.",
                "未提供人工编码样本，故本报告不知编码在该语料中的准确程度：可用 parallax codesheet 抽样、人工编码后以 --coded 提供。"))
          ]))
      ]
    }
    let rows = validation.rows.map { row -> [LinkedTable.Cell] in
      [
        .init(.text(row.measure.rawValue)), .init(.text(row.group)),
        .init(.optional(row.accuracy.precision, digits: 2)),
        .init(.optional(row.accuracy.recall, digits: 2)), .init(.optional(row.accuracy.f1, digits: 2)),
        .init(.interval(row.interval)),
      ]
    }
    return [
      .table(
        LinkedTable(
          caption: make.text(
            "Agreement with \(validation.count) sentences coded by hand", "与\(validation.count)句人工编码的一致程度"),
          columns: [
            make.text("code", "编码"), make.text("language", "语言"), make.text("precision", "精确率"),
            make.text("recall", "召回率"),
            "F1", make.text("95% interval", "95%区间"),
          ], rows: rows))
    ]
  }

  private var limits: Prose {
    Prose(parts: [
      .text(
        make.text(
          "Limits: codes say what texts say, never what is true. Rules see clauses, not syntax trees; irony and allusion are not seen. The figures describe the statements given, not all that a side has said; choose and describe the corpus with care.",
          "局限：编码反映文本所言，而非事实真伪。规则所见为小句而非句法树；反讽与影射不可见。数字仅描述所给声明，而非一方的全部言论；语料的选取须审慎并加以说明。"))
    ])
  }
}
