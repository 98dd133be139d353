public import DiscourseModel
public import Reporting
internal import Statistics

/// Draws sentences for coders at random, in strata: by side, language, and whether the analyzers found anything in them.
///
/// Each stratum gives the same number of sentences as far as it has them, so that rare codes and both languages are
/// measured; a sentence's weight says how many it stands for. One pass, a reservoir for each stratum (Vitter 1985,
/// algorithm R): the same sentences for the same corpus and seed.
public struct SheetSampler: Sendable {
  private struct Stratum: Hashable, Comparable {
    var side: Side
    var language: Language
    var isCoded: Bool

    var name: String { "\(side.rawValue) \(language.rawValue) \(isCoded ? 0 : 1)" }

    static func < (left: Stratum, right: Stratum) -> Bool { left.name < right.name }
  }

  private let size: Int
  private var generator: SeededGenerator
  private var seen: [Stratum: Int] = [:]
  private var drawn: [Stratum: [SheetItem]] = [:]

  /// A sampler.
  ///
  /// - Parameters:
  ///   - size: how many sentences are wanted in all.
  ///   - seed: the generator's seed.
  public init(size: Int, seed: UInt64 = 1) {
    self.size = size
    generator = SeededGenerator(seed: seed)
  }

  /// Takes a statement's sentences into the draw.
  public mutating func add(_ statement: CodedStatement) {
    var before: String?
    for sentence in statement.sentences {
      defer { before = sentence.text }
      // A heading or a single word is nothing to code.
      guard sentence.words >= 4 else { continue }
      let isCoded = !sentence.decoupling.isEmpty || !sentence.threat.isEmpty || !sentence.blame.isEmpty
      let stratum = Stratum(
        side: statement.statement.metadata.side ?? .us, language: sentence.language, isCoded: isCoded)
      var metadata = statement.statement.metadata
      metadata.language = sentence.language
      let item = SheetItem(
        metadata: metadata, sentence: sentence.sentence, before: before, text: sentence.text, weight: 0)
      let number = seen[stratum, default: 0]
      seen[stratum] = number + 1
      if number < size {
        drawn[stratum, default: []].append(item)
      } else {
        let place = generator.below(number + 1)
        if place < size { drawn[stratum]?[place] = item }
      }
    }
  }

  /// The sheet, in random order.
  public mutating func sheet() -> CodeSheet {
    let strata = seen.keys.sorted()
    var shares: [Stratum: Int] = [:]
    var left = size
    // Strata that have too few give what they have; the others share what is left.
    for (index, stratum) in strata.sorted(by: { seen[$0] ?? 0 < seen[$1] ?? 0 }).enumerated() {
      let share = min(seen[stratum] ?? 0, (left + strata.count - index - 1) / (strata.count - index))
      shares[stratum] = share
      left -= share
    }
    var items: [SheetItem] = []
    for stratum in strata {
      var pool = drawn[stratum] ?? []
      pool.shuffle(using: &generator)
      let share = shares[stratum] ?? 0
      for var item in pool.prefix(share) {
        item.weight = Double(seen[stratum] ?? 0) / Double(share)
        items.append(item)
      }
    }
    items.shuffle(using: &generator)
    return CodeSheet(items)
  }
}
