public import DiscourseModel

/// What a user adds to segmentation: words, break rules, a learned model. Terms are found the same with any of them.
public struct UserConvention: Sendable {
  /// A convention that was learned from segmented sentences.
  public var model: SegmentationModel?
  /// Words that come out whole; nil where there are none.
  public private(set) var words: TermSet?
  /// Break rules in ICU's syntax, in place of ICU's own.
  public private(set) var breakRules: String?

  /// Nothing added.
  public init() {}

  /// A short hash of what is added: with the same hash, the same words. Empty where nothing is.
  public var hash: String {
    guard model != nil || words != nil || breakRules != nil else { return "" }
    var fingerprint = Fingerprint()
    for pattern in words?.patterns ?? [] { fingerprint.feed("\(pattern.text)\n") }
    fingerprint.feed("\u{1E}\(breakRules ?? "")\u{1E}\(model?.fileText ?? "")")
    return fingerprint.text
  }

  /// Takes a dictionary: a word a line, with a frequency and a part of speech behind it or not, as jieba and LTP write it.
  ///
  /// - Parameters:
  ///   - text: the file's text; lines that begin with # are comments.
  ///   - file: its name, for messages.
  /// - Throws: a ``Diagnostic`` with the line that is wrong.
  public mutating func addWords(_ text: String, file: String) throws(Diagnostic) {
    var patterns: [TermPattern] = words?.patterns ?? []
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (number, line) in lines.enumerated() where !line.hasPrefix("#") {
      let fields = line.split { $0 == " " || $0 == "\t" }
      guard let word = fields.first else { continue }
      guard fields.count <= 3, fields.count < 3 || Int(fields[1]) != nil else {
        throw Diagnostic(
          at: SourceLocation(file: file, line: number + 1),
          "write a word a line, with a frequency and a part of speech behind it if you like")
      }
      do {
        let normalized = try NormalizedText(Array(word.utf8)).bytes
        patterns.append(TermPattern(text: String(decoding: normalized, as: UTF8.self)))
      } catch {
        throw Diagnostic(at: SourceLocation(file: file, line: number + 1), error.description)
      }
    }
    words = TermSet(patterns)
  }

  /// Takes break rules.
  ///
  /// - Parameters:
  ///   - text: rules in ICU's syntax.
  ///   - file: the file's name, for messages.
  /// - Throws: a ``Diagnostic`` with the place at which ICU does not take them.
  public mutating func setBreakRules(_ text: String, file: String) throws(Diagnostic) {
    if let place = BreakIterator.firstError(inRules: text) {
      throw Diagnostic(
        at: SourceLocation(file: file, line: place.line),
        "ICU does not take these break rules (column \(place.column), status \(place.status)); see ICU's guide to break rules"
      )
    }
    breakRules = text
  }
}
