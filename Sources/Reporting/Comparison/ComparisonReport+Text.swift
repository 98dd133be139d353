public import DiscourseModel
internal import Statistics

extension ComparisonReport {
  /// The report for a terminal.
  ///
  /// - Parameters:
  ///   - language: the language of headings.
  ///   - width: the terminal's width in columns.
  public func text(language: Language, width: Int = 100) -> String {
    ComparisonRenderer(report: self, wording: Wording(language), style: .terminal(width: width)).rendered
  }

  /// The report as Markdown.
  public func markdown(language: Language) -> String {
    ComparisonRenderer(report: self, wording: Wording(language), style: .markdown).rendered
  }
}

/// How a report for readers is set.
enum ReportStyle: Hashable {
  case terminal(width: Int)
  case markdown

  func heading(_ text: String) -> String { self == .markdown ? "## \(text)\n\n" : text + "\n" }

  func subheading(_ text: String) -> String { self == .markdown ? "### \(text)\n\n" : "  \(text)\n" }

  func table(_ table: Table) -> String {
    self == .markdown ? table.rendered(as: .markdown) + "\n" : table.rendered(as: .table).indented(by: 2)
  }

  func line(_ text: String) -> String {
    switch self {
    case .markdown: "- \(text)\n"
    case .terminal(let width): ("  " + text).wrapped(to: width, hanging: 4)
    }
  }
}

/// Sets a comparison for readers.
private struct ComparisonRenderer {
  let report: ComparisonReport
  let wording: Wording
  let style: ReportStyle

  var rendered: String {
    var out = style.heading(wording("Groups by \(report.options.by.name)", "按 \(report.options.by.name) 分组"))
    out += style.table(groupTable) + "\n"
    for contrast in report.contrasts { out += section(contrast) }
    out += dyads + matrices + duplicates
    if !report.cautions.isEmpty {
      out += style.heading(wording("Before you conclude", "下结论之前"))
      for caution in report.cautions { out += style.line(wording.caution(caution, by: report.options.by)) }
      out += "\n"
    }
    return out + footer
  }

  private func name(_ group: String) -> String { wording.group(group, by: report.options.by) }

  private var groupTable: Table {
    func list(_ tallies: [Tally]) -> Cell {
      .text(tallies.prefix(3).map { "\($0.value) \($0.statements)" }.joined(separator: ", "))
    }
    return Table(
      columns: [
        wording("group", "组"), wording("statements", "篇数"), wording("sentences", "句数"), wording("words", "词数"),
        wording("dates", "日期"), wording("languages", "语言"), wording("genres", "文体"),
      ],
      rows: report.groups.map { group in
        [
          .text(name(group.name)), .integer(group.statements), .integer(group.sentences), .integer(group.words),
          group.dates.map { .text("\($0.lowerBound) – \($0.upperBound)") } ?? .missing, list(group.languages),
          list(group.genres),
        ]
      })
  }

  private func section(_ contrast: GroupDifferences) -> String {
    let (left, right) = (name(contrast.left), contrast.right.map(name) ?? wording.others)
    var out = style.heading(
      wording("\(left) against \(right)", "\(left)与\(right)")
        + (contrast.strata.isEmpty
          ? "" : wording(", within \(strata(contrast))", "（按 \(strata(contrast)) 分层）")))
    for construct in Construct.allCases {
      let differences = contrast.differences.filter { $0.key.hasPrefix(construct.rawValue + ".") }
      guard !differences.isEmpty else { continue }
      out += style.subheading(wording.construct(construct)) + style.table(table(differences, left, right))
    }
    return out + distances(contrast) + findings(contrast) + "\n"
  }

  private func strata(_ contrast: GroupDifferences) -> String {
    let names = contrast.strata.prefix(5).joined(separator: ", ") + (contrast.strata.count > 5 ? ", …" : "")
    return "\(report.options.strata?.name ?? "") \(names)"
  }

  private func table(_ differences: [FigureDifference], _ left: String, _ right: String) -> Table {
    Table(
      columns: [
        "", left, right, wording("difference", "差异"), wording("95 % interval", "95% 区间"), wording("ratio", "比"),
        wording("p, corrected", "校正 p"), wording("unit", "单位"),
      ],
      rows: differences.map { item in
        [
          .text(wording.figure(item.key)), .number(item.outcome.left, digits: 2),
          .number(item.outcome.right, digits: 2), .number(item.outcome.difference, digits: 2),
          .interval(item.outcome.interval), .optional(item.outcome.ratio, digits: 2),
          .p(item.adjustedP), .text(wording.unit(item.unit)),
        ]
      })
  }

  private func distances(_ contrast: GroupDifferences) -> String {
    guard !contrast.distances.isEmpty else { return "" }
    let table = Table(
      columns: [
        "", wording("distance", "距离"), wording("95 % interval", "95% 区间"), wording("by chance", "随机时"),
        wording("p, corrected", "校正 p"),
      ],
      rows: contrast.distances.map { item in
        [
          .text(wording.profile(item.kind)), .number(item.distance, digits: 3), .interval(item.interval),
          .optional(item.byChance, digits: 3), .p(item.adjustedP),
        ]
      })
    return style.subheading(wording("Profiles: Jensen–Shannon distance, 0 to 1", "分布：Jensen–Shannon 距离（0–1）"))
      + style.table(table)
  }

  /// On what the differences that survive correction rest.
  private func findings(_ contrast: GroupDifferences) -> String {
    let found = contrast.differences.filter { ($0.adjustedP ?? 1) < 0.05 }
    guard !found.isEmpty else {
      return style.line(
        wording("No difference survives correction for many tests.", "校正多重检验后，无差异显著。"))
    }
    var out = style.subheading(
      wording("What the differences that survive correction rest on", "校正后仍显著的差异依赖什么"))
    for item in found {
      let parts = [item.document, item.entry].compactMap { $0 }.map { influence in
        let value = Decimal.text(influence.difference, digits: 2)
        let mark = influence.isDecisive ? wording(" (it rests on this)", "（取决于此）") : ""
        return wording("without \(influence.name) \(value)", "去掉 \(influence.name) 后为 \(value)") + mark
      }
      let value = Decimal.text(item.outcome.difference, digits: 2)
      out += style.line(
        "\(wording.fullFigure(item.key)) \(value): " + parts.joined(separator: wording("; ", "；")))
    }
    return out + (style == .markdown ? "\n" : "")
  }

  private var dyads: String {
    guard !report.dyads.isEmpty else { return "" }
    let sides = [wording.side(.us), wording.side(.prc)]
    let table = Table(
      columns: ["", sides[0], sides[1], wording("asymmetry", "不对称"), wording("reciprocity", "相互性")]
        + [wording("p, corrected", "校正 p")],
      rows: report.dyads.map { dyad in
        [
          .text(wording.dyad(dyad.construct)), .optional(dyad.us.value, digits: 2),
          .optional(dyad.prc.value, digits: 2), .value(dyad.asymmetry, dyad.asymmetryInterval),
          .value(dyad.reciprocity, dyad.reciprocityInterval), .p(dyad.adjustedP),
        ]
      })
    return style.heading(wording("The two sides of each other, per 100 sentences", "双方互指（每百句）"))
      + style.table(table) + "\n"
  }

  private var matrices: String {
    let parts: [(String, (ComparedGroup) -> [MatrixCell])] = [
      (wording("Who threatens whom, per 100 sentences", "谁威胁谁（每百句）"), { $0.threats }),
      (wording("Who blames whom, entries per 100 sentences", "谁指责谁（每百句条目）"), { $0.blames }),
    ]
    return parts.map { title, cells in
      style.heading(title)
        + report.groups.map { group in
          let list = cells(group).prefix(6).map { cell in
            "\(cell.pair.from.rawValue) → \(cell.pair.to.rawValue) \(Cell.value(cell.rate.value, cell.interval).display)"
          }
          return style.line("\(name(group.name)): " + (list.isEmpty ? "–" : list.joined(separator: wording(", ", "，"))))
        }.joined() + "\n"
    }.joined()
  }

  private var duplicates: String {
    guard !report.duplicates.isEmpty else { return "" }
    let isDropped = !report.options.keepsDuplicates
    var out = style.heading(
      isDropped
        ? wording("Near duplicates that were left out", "未计入的近重复文本")
        : wording("Near duplicates (all counted)", "近重复文本（均已计入）"))
    for item in report.duplicates.prefix(20) {
      let share = Decimal.text(100 * item.resemblance, digits: 0)
      out += style.line(
        wording("\(item.id) repeats \(item.original) (\(share) %)", "\(item.id) 与 \(item.original) 重复（\(share)%）"))
    }
    let rest = report.duplicates.count - 20
    if rest > 0 { out += style.line(wording("and \(rest) more; --format json names them all", "另有 \(rest) 篇")) }
    return out + "\n"
  }

  private var footer: String {
    let resampling = report.options.resampling
    let tests =
      report.contrasts.reduce(0) { sum, contrast in
        sum + contrast.differences.count { $0.outcome.p != nil } + contrast.distances.count { $0.p != nil }
      } + report.dyads.count { $0.p != nil }
    let gathered =
      report.groups.contains(where: \.isGathered)
      ? wording(" Many statements were gathered into random groups first.", "篇数众多时先随机并组。") : ""
    return wording(
      "Rates are of the side's own voice. Intervals resample statements (\(resampling.bootstrap.replicates), \(wording.method(resampling.method))); p permutes them (\(resampling.permutations), studentized), corrected for \(tests) tests by Benjamini and Hochberg; seed \(resampling.bootstrap.seed).",
      "比率仅计本方话语。区间按篇重抽样（\(resampling.bootstrap.replicates) 次，\(wording.method(resampling.method))）；p 值按篇置换（\(resampling.permutations) 次，学生化），按 Benjamini–Hochberg 校正 \(tests) 项检验；种子 \(resampling.bootstrap.seed)。"
    ) + gathered + "\n" + report.provenance.line + "\n"
  }
}

extension Wording {
  /// A figure's name together with what it is part of.
  func fullFigure(_ key: String) -> String {
    let name = figure(key)
    guard let construct = Construct(rawValue: key.split(separator: ".").first.map(String.init) ?? "") else {
      return name
    }
    let part = name.hasPrefix("… ") ? String(name.dropFirst(2)) : name
    return self.construct(construct) + wordingSeparator + part
  }

  private var wordingSeparator: String { self(", ", "：") }
}
