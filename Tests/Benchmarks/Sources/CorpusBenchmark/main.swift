import CorpusStore
import Foundation

// Times what others ask of a corpus. Usage: CorpusBenchmark CORPUS. The best of some rounds counts, each with the corpus opened
// anew, since everything else on the machine only ever adds time.

/// Seconds of the fastest of some rounds.
func best(_ rounds: Int = 5, _ work: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  return try (0..<rounds).map { _ in
    let time = try clock.measure(work).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }.min() ?? 0
}

func report(_ name: String, _ seconds: Double) {
  print("  \(name.padding(toLength: 60, withPad: " ", startingAt: 0))\(String(format: "%8.3f s", seconds))")
}

let path = CommandLine.arguments[1]
let words = try CorpusStore(reading: path).vocabulary().filter { $0.form.kind == .word }
  .sorted { ($0.occurrences, $0.form.text) > ($1.occurrences, $1.form.text) }
report("summaries, all statements", try best { _ = try CorpusStore(reading: path).summaries() })
for (rank, word) in [("the most frequent", words.first), ("a rare", words.last)] {
  guard let word else { continue }
  let forms: Set = [word.form.text]
  for (what, limit) in [("every place", nil), ("the first 100 places", 100)] {
    let name = "\(rank) word (\(word.occurrences) times), \(what)"
    report(name, try best { _ = try CorpusStore(reading: path).occurrences(ofForms: forms, limit: limit) })
  }
}
report("vocabulary with frequencies", try best { _ = try CorpusStore(reading: path).vocabulary() })
