import ArgumentParser
import DiscourseModel
import ParallaxKit
import Reporting
import Segmentation

/// `parallax segment`.
struct SegmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Learns your own convention of what a word is, and measures words against yours.",
    discussion: """
      Examples:
        parallax segment train mine.txt -o mine.model
        parallax segment evaluate test.txt --segmentation mine.model
        parallax tokenize --segmentation mine.model speech.txt
      """,
    subcommands: [Train.self, Evaluate.self])

  /// `parallax segment train`.
  struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Learns a convention from segmented sentences: one a line with spaces between words, or CoNLL-U.")

    @Argument(help: "Files of segmented sentences; a few hundred sentences are enough.")
    var gold: [String]

    @Option(name: .shortAndLong, help: "Where the model is written.")
    var output: String

    func run() async throws {
      guard let trainer = SegmentationTrainer() else {
        throw OutputError(description: "ICU's dictionary cannot be read here, so that nothing can be learned over it")
      }
      let sentences = try gold.flatMap { try SegmentedSentence.read(SegmentationOptions.text(at: $0), file: $0) }
      let model = try trainer.train(sentences)
      try Output.write(model.fileText, to: output)
      Output.error.write("\(output): learned from \(sentences.count) sentences\n")
    }
  }

  /// `parallax segment evaluate`.
  struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints precision, recall and F1 against segmented sentences, and the commonest differences.")

    /// A convention of what a word is.
    enum Profile: String, ExpressibleByArgument, CaseIterable { case analysis, icu }

    @Argument(help: "Files of segmented sentences.")
    var gold: [String]

    @Option(help: "The convention of what a word is: analysis or icu.")
    var profile: Profile = .analysis

    @OptionGroup var segmentation: SegmentationOptions

    @Option(help: "A lexicon file or folder to add; may be given again.")
    var lexicon: [String] = []

    @Option(help: "How many of the commonest differences are shown.")
    var differences = 10

    func run() async throws {
      let convention = try segmentation.convention()
      let segmenter = try LexiconLibrary(adding: lexicon).segmenter(
        profile: profile == .icu ? .icu : .analysis, convention: convention)
      let known = convention.model?.vocabulary
      var score = SegmentationScore()
      for path in gold {
        for sentence in try SegmentedSentence.read(SegmentationOptions.text(at: path), file: path) {
          let text = try segmenter.segment(sentence.text)
          let found = text.words.filter { $0.kind != .space }.map(\.range)
          score.add(sentence, found: found) { known?.contains($0) ?? segmenter.dictionaryHolds($0) }
        }
      }
      Output.standard.write(report(score, vocabulary: known == nil ? "ICU's dictionary" : "the model's sentences"))
    }

    private func report(_ score: SegmentationScore, vocabulary: String) -> String {
      func decimal(_ value: Double) -> Cell { .number(value, digits: 4) }
      var rows: [[Cell]] = [
        [.text("words, yours"), .integer(score.expectedCount)], [.text("words, found"), .integer(score.foundCount)],
        [.text("precision"), decimal(score.precision)], [.text("recall"), decimal(score.recall)],
        [.text("F1"), decimal(score.f1)],
      ]
      if let recall = score.unknownRecall {
        rows.append([.text("recall of the \(score.unknownCount) words outside \(vocabulary)"), decimal(recall)])
      }
      var out = Table(columns: ["measure", "value"], rows: rows).rendered(as: .table)
      let commonest = score.commonest(differences)
      if !commonest.isEmpty {
        out +=
          "\n"
          + Table(
            columns: ["yours", "found", "times"],
            rows: commonest.map { [.text($0.expected), .text($0.found), .integer($0.count)] }
          ).rendered(as: .table)
      }
      return out
    }
  }
}
