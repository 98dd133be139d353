internal import Charts
internal import DiscourseModel
internal import Statistics

/// What each side grants the other.
struct RecognitionSection {
  let make: SectionMaker

  var section: ReportSection {
    let verb = ("grants the other side something", "对对方有所承认")
    return ReportSection(
      id: "recognition", title: make.text("Recognition", "承认对方"), lead: [make.shares("recognition.rate", verb)],
      blocks: [make.timeSeries("c-recognition", "recognition.rate")].compactMap { $0 } + [
        make.table(["recognition.rate"])
      ] + make.strongest(.construct(.recognition)))
  }
}
