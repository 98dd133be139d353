public import DiscourseAnalysis
public import DiscourseModel

/// Weights as text: a line each of code, feature and weight with tabs between them; lines that begin with # are comments.
///
/// Three features have names in brackets: `(intercept)`, and the log-odds `(keep)` and `(add)`.
public enum WeightsFile {
  private static let heading = """
    # Weights over what rules and lexicons find in a sentence: log-odds that it carries the code.
    # Made by "parallax train"; code, feature, weight. A code of the rules stands from (keep) on; where the rules gave none,
    # a sentence with a word of the code gets one from (add) on.

    """

  /// The text of weights, by code and feature.
  public static func text(_ weights: CodeWeights, about: [String] = []) -> String {
    var out = heading
    for line in about { out += "# \(line)\n" }
    for code in WeighedCode.allCases {
      guard let own = weights[code] else { continue }
      out += "\(code.rawValue)\t(intercept)\t\(own.intercept)\n"
      out += "\(code.rawValue)\t(keep)\t\(own.keep)\n"
      out += "\(code.rawValue)\t(add)\t\(own.add)\n"
      for (name, weight) in own.features.sorted(by: { $0.key < $1.key }) {
        out += "\(code.rawValue)\t\(name)\t\(weight)\n"
      }
    }
    return out
  }

  /// Reads weights.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - file: the file's name, for messages.
  ///   - diagnostics: everything that is wrong, with its line.
  /// - Returns: the weights of each code that the file holds.
  public static func read(_ text: String, file: String, diagnostics: inout [Diagnostic]) -> CodeWeights {
    var found: [WeighedCode: [String: Double]] = [:]
    for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let place = SourceLocation(file: file, line: number + 1)
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let code = WeighedCode(rawValue: String(fields[0])), let weight = Double(fields[2]),
        weight.isFinite
      else {
        diagnostics.append(
          Diagnostic(
            at: place,
            "write a code (\(WeighedCode.allCases.map(\.rawValue).joined(separator: ", "))), a feature and a number with tabs between them"
          ))
        continue
      }
      if found[code, default: [:]].updateValue(weight, forKey: String(fields[1])) != nil {
        diagnostics.append(Diagnostic(at: place, "the feature \(fields[1]) of \(code.rawValue) stands twice; keep one"))
      }
    }
    var weights = CodeWeights()
    for (code, features) in found.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      var features = features
      let (intercept, keep) = (features.removeValue(forKey: "(intercept)"), features.removeValue(forKey: "(keep)"))
      guard let intercept, let keep, let add = features.removeValue(forKey: "(add)") else {
        diagnostics.append(
          Diagnostic(
            at: SourceLocation(file: file),
            "the weights of \(code.rawValue) need (intercept), (keep) and (add); make them with \"parallax train\""))
        continue
      }
      weights[code] = LinearWeights(intercept: intercept, keep: keep, add: add, features: features)
    }
    return weights
  }
}
