public import DiscourseModel

extension SegmentationModel {
  private static let heading = "parallax-segmentation-model 1"

  /// The model as text: a heading, what it was trained on, its words, then a feature a line with its four weights.
  public var fileText: String {
    var out = "\(Self.heading)\nsentences \(sentenceCount)\n"
    out += "transitions " + transitions.flatMap { row in (0..<4).map { String(row[$0]) } }.joined(separator: " ") + "\n"
    out += "vocabulary " + vocabulary.sorted().joined(separator: " ") + "\n"
    for (feature, weight) in weights.sorted(by: { $0.key < $1.key }) {
      out += String(feature, radix: 16)
      for tag in 0..<4 { out += " \(weight[tag])" }
      out += "\n"
    }
    return out
  }

  /// Reads a model.
  ///
  /// - Parameters:
  ///   - text: what ``fileText`` wrote.
  ///   - file: its name, for messages.
  /// - Throws: a ``Diagnostic`` with the line that is wrong.
  public init(_ text: String, file: String) throws(Diagnostic) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    func wrong(_ line: Int, _ message: String) -> Diagnostic {
      Diagnostic(at: SourceLocation(file: file, line: line), message)
    }
    guard lines.first.map(String.init) == Self.heading, lines.count >= 4 else {
      throw wrong(1, "not a segmentation model; make one with \"parallax segment train\"")
    }
    func fields(_ index: Int, _ name: String) throws(Diagnostic) -> [Substring] {
      let fields = lines[index].split(separator: " ")
      guard fields.first.map(String.init) == name else {
        throw wrong(index + 1, "the line must begin with \"\(name)\"")
      }
      return Array(fields.dropFirst())
    }
    let count = try fields(1, "sentences").first.flatMap { Int($0) }
    let numbers = try fields(2, "transitions").compactMap { Int32($0) }
    guard let count, numbers.count == 16 else {
      throw wrong(3, "there must be sixteen transitions; train the model anew")
    }
    var weights: [UInt64: Weights] = [:]
    for (index, line) in lines.enumerated().dropFirst(4) where !line.isEmpty {
      let fields = line.split(separator: " ")
      let values = fields.dropFirst().compactMap { Int32($0) }
      guard fields.count == 5, values.count == 4, let feature = UInt64(fields[0], radix: 16) else {
        throw wrong(index + 1, "a feature and four weights must stand here; train the model anew")
      }
      weights[feature] = Weights(values[0], values[1], values[2], values[3])
    }
    self.init(
      sentenceCount: count, vocabulary: Set(try fields(3, "vocabulary").map(String.init)), weights: weights,
      transitions: (0..<4).map {
        Weights(numbers[$0 * 4], numbers[$0 * 4 + 1], numbers[$0 * 4 + 2], numbers[$0 * 4 + 3])
      })
  }
}
