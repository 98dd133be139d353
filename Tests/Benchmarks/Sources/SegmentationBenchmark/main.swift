import CUbrk
import Foundation
import Segmentation

// Ratios of Parallax to ICU's own iterators on the same text in the same run. Usage: SegmentationBenchmark FILE…
// (UTF-8 text). The best of several rounds counts, since everything else on the machine only ever adds time.

/// Seconds of the fastest of some rounds.
func best(_ rounds: Int = 7, _ work: () -> Void) -> Double {
  let clock = ContinuousClock()
  return (0..<rounds).map { _ in
    let time = clock.measure(work).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }.min() ?? 0
}

/// The fastest of some rounds over two threads.
func onTwoThreads(_ work: @escaping @Sendable () -> Void) -> Double {
  best(5) { DispatchQueue.concurrentPerform(iterations: 2) { _ in work() } } / 2
}

func report(_ name: String, _ bytes: Int, _ seconds: Double, against reference: Double) {
  let speed = String(format: "%8.1f MB/s", Double(bytes) / seconds / 1e6)
  print(
    "  \(name.padding(toLength: 46, withPad: " ", startingAt: 0))\(speed)  \(String(format: "%5.2f", reference / seconds))×"
  )
}

let segmenter = Segmenter(profile: .icu)

// `--once none|ubrk|words FILE` does one thing once, for tools that count instructions.
if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "--once" {
  let text = [UInt8](FileManager.default.contents(atPath: CommandLine.arguments[3]) ?? Data())
  // What is made once is made in each case, so that it can be taken off.
  _ = (try? segmenter.words(in: Array("中a".utf8))).map {
    ubrk_count(0, text, min(3, Int64(text.count))) + Int64($0.count)
  }
  switch CommandLine.arguments[2] {
  case "ubrk": print(ubrk_count(0, text, Int64(text.count)))
  case "words": print((try? segmenter.words(in: text))?.count ?? 0)
  default: break
  }
  exit(0)
}

for path in CommandLine.arguments.dropFirst() {
  guard let data = FileManager.default.contents(atPath: path) else {
    print("\(path): cannot be read")
    exit(1)
  }
  let text = [UInt8](data)
  print("\(path.split(separator: "/").last ?? ""): \(text.count) bytes, ICU \(ICU.version)")
  let ubrk = best { _ = ubrk_count(0, text, Int64(text.count)) }
  report("words: ICU's iterator from C", text.count, ubrk, against: ubrk)
  report("words: Parallax", text.count, best { _ = try? segmenter.words(in: text) }, against: ubrk)
  let one = best { _ = try? segmenter.words(in: text) }
  let two = onTwoThreads { _ = try? segmenter.words(in: text) }
  report("words: Parallax, two threads (against one)", text.count, two, against: one)
  let interning = best {
    var vocabulary = Vocabulary()
    var counts: [Int32] = []
    for word in (try? segmenter.words(in: text)) ?? [] where word.isWord {
      let number = vocabulary.number(of: word.range, in: text)
      if number == counts.count { counts.append(1) } else { counts[number] += 1 }
    }
  }
  report("words numbered and counted", text.count, interning, against: ubrk)
  let sentences = best { _ = ubrk_count(1, text, Int64(text.count)) }
  report("sentences: ICU's iterator from C", text.count, sentences, against: sentences)
  report("sentences: Parallax", text.count, best { _ = try? segmenter.sentences(in: text) }, against: sentences)
}
