import ArgumentParser
import DiscourseAnalysis
import DiscourseModel
import LexiconLoading
import ParallaxKit
import Reporting
import Statistics

/// `parallax train`.
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Learns weights for threat and blame from hand-coded sentences, over what rules and lexicons find.",
    discussion: """
      The figures that it prints are of sentences whose documents the weights did not see (cross-validation).

      Example:
        parallax train coded-en.jsonl coded-zh.jsonl -o my-weights.tsv
        parallax score --lexicon my-weights.tsv speech.txt
      """)

  /// A code whose weights can be learned; of a threat also who poses it and where it lies.
  enum Code: String, ExpressibleByArgument, CaseIterable {
    case threat, blame

    var weighed: [WeighedCode] {
      switch self {
      case .threat: [.threat, .threatSource, .threatDomain]
      case .blame: [.blame]
      }
    }
  }

  @Argument(help: "Hand-coded samples in JSON Lines.")
  var files: [String]

  @Option(name: .shortAndLong, help: "Where the weights are written.")
  var output: String

  @Option(name: .customLong("code"), help: "The code that is learned, threat or blame; both if not given.")
  var codes: [Code] = []

  @Option(help: "The penalty on weights: larger is smoother.")
  var penalty = 3.0

  @Option(help: "A lexicon file or folder to add; may be given again.")
  var lexicon: [String] = []

  func validate() throws {
    if !penalty.isFinite || penalty <= 0 { throw ValidationError("--penalty must be more than 0") }
  }

  func run() async throws {
    var trainer = WeightsTrainer(library: try LexiconLibrary(adding: lexicon))
    trainer.penalty = penalty
    let chosen = (codes.isEmpty ? Code.allCases : Code.allCases.filter(codes.contains)).flatMap(\.weighed)
    let (weights, gains, count) = try trainer.train(files.map(CodedSample.announced), codes: chosen)
    let about = ["Learned from \(count) hand-coded sentences."]
    try Output.write(WeightsFile.text(weights, about: about), to: output)
    func number(_ value: Double?) -> Cell { .optional(value, digits: 3) }
    let table = Table(
      columns: ["code", "language", "rules P", "R", "F1", "with weights P", "R", "F1"],
      rows: gains.map { gain in
        [
          .text(gain.code.rawValue), .text(gain.language.rawValue), number(gain.rules.precision),
          number(gain.rules.recall), number(gain.rules.f1), number(gain.weighed.precision),
          number(gain.weighed.recall), number(gain.weighed.f1),
        ]
      })
    Output.standard.write("\(count) coded sentences, ten-fold cross-validation by document\n\n")
    Output.standard.write(table.rendered(as: .table))
  }
}
