public import DiscourseModel
public import Statistics

/// What of a statement near duplicates and the effects of entries take, beside its counts.
public struct StatementTraits: Sendable, Hashable {
  /// What a statement's counts would lose if an entry were not in the lexicon.
  public struct Loss: Sendable, Hashable {
    /// The entry, as `list/entry`.
    public var entry: String
    /// The count.
    public var count: StatementCount
    /// By how much it would be smaller.
    public var amount: Int
  }

  /// The sketch of its text.
  public var sketch: MinHash
  /// What each entry alone carries.
  public var losses: [Loss]

  /// Traits that were kept.
  public init(sketch: MinHash, losses: [Loss]) { (self.sketch, self.losses) = (sketch, losses) }

  /// The traits of a coded statement.
  ///
  /// - Parameters:
  ///   - text: its text.
  ///   - side: its side.
  ///   - sentences: its coded sentences.
  ///   - voices: whose sentences count.
  public init(text: String, side: Side, sentences: [CodedSentence], voices: Set<Voice> = [.own]) {
    sketch = MinHash(text)
    var losses: [String: [StatementCount: Int]] = [:]
    for sentence in sentences where voices.contains(sentence.voice) {
      let entries = sentence.entries
      guard !entries.isEmpty else { continue }
      let whole = Self.counts([sentence], side)
      for entry in entries {
        let rest = Self.counts([sentence.without(entry)], side)
        for (count, amount) in whole where amount > rest[count] ?? 0 {
          losses[entry, default: [:]][count, default: 0] += amount - (rest[count] ?? 0)
        }
      }
    }
    self.losses = losses.sorted { $0.key < $1.key }.flatMap { entry, counts in
      Self.countsOfFigures.compactMap { count in
        counts[count].map { Loss(entry: entry, count: count, amount: $0) }
      }
    }
  }

  private static let countsOfFigures = FigureColumns(Figures.definitions).counts

  private static func counts(_ sentences: [CodedSentence], _ side: Side) -> [StatementCount: Int] {
    let counts = StatementCounts(id: "", side: side, sentences: sentences, voices: Set(Voice.allCases))
    var values: [StatementCount: Int] = [:]
    for count in countsOfFigures {
      let value = count.value(in: counts)
      if value > 0 { values[count] = value }
    }
    return values
  }
}

extension CodedSentence {
  /// The entries behind its codes.
  fileprivate var entries: Set<String> {
    Set(
      (decoupling.flatMap(\.terms) + threat.flatMap(\.evidence) + blame.flatMap(\.evidence)
        + rationale.flatMap(\.evidence) + recognition).map(\.entry))
  }

  /// The sentence as it would be coded if an entry were not there: codes that rest on it alone are gone.
  fileprivate func without(_ entry: String) -> CodedSentence {
    func rest(_ evidence: [Evidence]) -> [Evidence] { evidence.filter { $0.entry != entry } }
    var sentence = self
    sentence.decoupling = decoupling.compactMap { code in
      var code = code
      code.terms = rest(code.terms)
      return code.terms.isEmpty ? nil : code
    }
    sentence.threat = threat.filter { $0.evidence.isEmpty || !rest($0.evidence).isEmpty }
    sentence.blame = blame.filter { $0.evidence.isEmpty || !rest($0.evidence).isEmpty }
    sentence.rationale = rationale.filter { $0.evidence.isEmpty || !rest($0.evidence).isEmpty }
    sentence.recognition = rest(recognition)
    return sentence
  }
}
