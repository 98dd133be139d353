public import DiscourseModel

extension FramingReport {
  /// The report as it is read, in a language.
  public func document(language: Language) -> ReportDocument {
    let make = SectionMaker(report: self, wording: Wording(language), language: language)
    let sections: [ReportSection?] = [
      FindingsSection(make: make).section, SpeakersSection(make: make).section, DecouplingSection(make: make).section,
      ThreatSection(make: make).section, BlameSection(make: make).section, RationaleSection(make: make).section,
      RecognitionSection(make: make).section, MirrorSection(make: make).section, MethodsSection(make: make).section,
    ]
    return ReportDocument(
      title: make.text("Framing report", "框架分析报告"), subtitle: subtitle(make), language: language,
      sections: sections.compactMap { $0 })
  }

  private func subtitle(_ make: SectionMaker) -> String {
    let counts = groups.map { group in
      make.text(
        "\(group.statements.count) statements by \(make.wording.inText(group.side))",
        "\(make.wording.inText(group.side))\(group.statements.count)篇")
    }
    let span = timeline.map { make.text(", ", "，") + make.wording.periods($0.names) } ?? ""
    return make.text(
      "How they speak of decoupling, threat and blame: \(make.wording.listing(counts))\(span)",
      "如何谈论脱钩、威胁与归责：\(counts.joined(separator: "、"))\(span)")
  }
}
