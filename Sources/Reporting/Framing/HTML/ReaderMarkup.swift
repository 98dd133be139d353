internal import Charts
internal import DiscourseModel

/// Whole statements as markup, with every code marked in place.
struct ReaderMarkup {
  let report: FramingReport
  let wording: Wording

  var markup: String {
    let titles = report.readings.map { reading in
      "<li><a href=\"#d\(reading.number)\">\(Markup.escape(title(reading)))</a></li>"
    }
    let list =
      "<details><summary>\(wording("\(report.readings.count) statements", "\(report.readings.count)篇声明"))</summary>"
      + "<ol class=\"statements\">\(titles.joined())</ol></details>"
    return list + "\n" + report.readings.map(article).joined(separator: "\n")
  }

  private func title(_ reading: Reading) -> String {
    let metadata = reading.statement.metadata
    let date = metadata.date.map { "\($0) " } ?? ""
    return date + (metadata.title.flatMap { $0.isEmpty ? nil : $0 } ?? metadata.id)
  }

  private func article(_ reading: Reading) -> String {
    let metadata = reading.statement.metadata
    let side = metadata.side?.rawValue.lowercased() ?? ""
    let source = EvidenceMarkup(report: report, wording: wording).source(metadata)
    let open = report.single == nil ? "" : " open"
    return
      "<article class=\"reading\(open) \(side)\" id=\"d\(reading.number)\" aria-labelledby=\"d\(reading.number)-h\">"
      + "<h3 id=\"d\(reading.number)-h\">\(Markup.escape(title(reading)))</h3>"
      + "<p class=\"source\">\(Markup.escape(source)) · <a href=\"#reader\">\(wording("close", "关闭"))</a></p>"
      + "<div class=\"text\" lang=\"\((metadata.language ?? .en).rawValue)\">\(text(reading))</div></article>"
  }

  /// The statement's text: sentences at their places, what lies between them as it is.
  private func text(_ reading: Reading) -> String {
    let bytes = Array(reading.statement.text.utf8)
    var out = ""
    var at = 0
    for sentence in reading.sentences {
      guard sentence.range.lowerBound >= at, sentence.range.upperBound <= bytes.count else { continue }
      out += Markup.escape(String(decoding: bytes[at..<sentence.range.lowerBound], as: UTF8.self))
      out += markup(sentence, String(decoding: bytes[sentence.range], as: UTF8.self), reading.number)
      at = sentence.range.upperBound
    }
    return out + Markup.escape(String(decoding: bytes[at...], as: UTF8.self))
  }

  private func markup(_ sentence: CodedSentence, _ text: String, _ number: Int) -> String {
    let lines = CodeLines(wording: wording).lines(sentence)
    let marked = MarkedText(sentence: sentence).markup(of: text)
    let voice = sentence.voice == .own ? "" : " class=\"other\" title=\"\(wording.voice(sentence.voice))\""
    guard !lines.isEmpty else { return voice.isEmpty ? marked : "<span\(voice)>\(marked)</span>" }
    let tags = lines.map { "\(wording.construct($0.construct)): \($0.text)" }.joined(separator: "; ")
    return "<span id=\"d\(number)-\(sentence.sentence)\"\(voice)>\(marked)"
      + "<small class=\"tag\">[\(Markup.escape(tags))]</small></span>"
  }
}
