public import DiscourseModel

extension FramingReport {
  /// The report as it is read, in a language.
  public func document(language: Language) -> ReportDocument {
    let make = SectionMaker(report: self, wording: Wording(language), language: language)
    let codes = [
      DecouplingSection(make: make).section, ThreatSection(make: make).section, BlameSection(make: make).section,
      RationaleSection(make: make).section, RecognitionSection(make: make).section,
    ]
    let before: [ReportSection?] =
      single == nil
      ? [FindingsSection(make: make).section, SpeakersSection(make: make).section]
      : [StandingSection(make: make).section]
    let after = [
      MirrorSection(make: make).section, IndicatorSection(make: make).section, WordsSection(make: make).section,
      MethodsSection(make: make).section,
    ]
    let sections = before + codes.map { Optional($0) } + after
    return ReportDocument(
      title: title(make), subtitle: subtitle(make), language: language,
      sections: sections.compactMap { $0 })
  }

  private func title(_ make: SectionMaker) -> String {
    let name = single.map { $0.statement.metadata.title ?? $0.statement.metadata.id } ?? ""
    return name.isEmpty ? make.text("Framing report", "框架分析报告") : name
  }

  private func subtitle(_ make: SectionMaker) -> String {
    if let single {
      var metadata = single.statement.metadata
      metadata.title = metadata.id
      return EvidenceMarkup(report: self, wording: make.wording).source(metadata)
    }
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
