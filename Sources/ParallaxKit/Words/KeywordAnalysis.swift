public import Reporting
public import Segmentation
internal import Statistics

/// Compares the words of a target with those of a reference.
public struct KeywordAnalysis: Sendable {
  /// The number of the target's group in ``WordCounts``.
  public static let target = 0
  /// The number of the reference's group.
  public static let reference = 1

  /// With what the target is compared.
  public enum Reference: Sendable {
    /// Other documents, of the group ``KeywordAnalysis/reference``.
    case documents
    /// A list of words with their frequencies.
    case list(WordList)
  }

  /// How often a word must occur in target and reference together.
  public var minimum = 5
  /// In how many documents of the side on which it is more frequent a word must stand.
  public var minimumDocuments = 1
  /// The confidence level of the conservative log ratio, over all words.
  public var level = 0.95
  /// The size of the informative prior of log-odds, in words.
  public var priorSize = 1000.0
  /// How many draws the tests by document make at most; 0 for no tests.
  public var replicates = 9999
  /// The seed of the tests.
  public var seed: UInt64 = 1
  /// The words of the target.
  public let targetSize: Int
  /// The words of the reference.
  public let referenceSize: Int
  private let counts: WordCounts
  private let comparison: Reference
  private let targetParts: CorpusParts
  private let referenceParts: CorpusParts

  /// An analysis of counted words.
  public init(_ counts: WordCounts, against reference: Reference = .documents) {
    (self.counts, comparison) = (counts, reference)
    func parts(_ group: Int) -> CorpusParts {
      CorpusParts(sizes: counts.documents.map { $0.group == group ? $0.size : 0 })
    }
    (targetParts, referenceParts) = (parts(Self.target), parts(Self.reference))
    targetSize = targetParts.total
    switch reference {
    case .documents: referenceSize = referenceParts.total
    case .list(let list): referenceSize = list.size
    }
  }

  /// Whether the tests by document can be made: two documents on each side.
  public var canTest: Bool {
    guard replicates > 0, case .documents = comparison else { return false }
    return tester.isPossible
  }

  private var tester: DocumentTester {
    DocumentTester(
      sizes: counts.documents.map(\.size), isTarget: counts.documents.map { $0.group == Self.target },
      replicates: replicates, seed: seed)
  }

  /// The words that occur often enough, with all figures.
  ///
  /// - Parameter isWanted: which words are looked at at all.
  /// - Complexity: O(words · draws until plain · documents with the word).
  public func keywords(where isWanted: (WordSequence.Form) -> Bool) -> [Keyword] {
    guard targetSize > 0, referenceSize > 0 else { return [] }
    var candidates = counts.forms(atLeast: 1, where: isWanted).map { candidate($0) }
    candidates += missing(from: Set(candidates.map(\.word)), where: isWanted)
    candidates.removeAll { $0.target + $0.reference < max(1, minimum) || !isSpread($0) }
    var keywords = candidates.map { keyword($0, among: candidates.count) }
    guard canTest, !keywords.isEmpty else { return keywords }
    let tester = tester
    // Counts by document are unpacked word by word: all at once they would be as large as the text.
    let bootstrap = tester.bootstrap(words: candidates.count) { documentCounts(of: candidates[$0]) }
    let permutation = tester.permutation(words: candidates.count) { documentCounts(of: candidates[$0]) }
    let bootstrapQ = MultipleTesting.benjaminiHochberg(bootstrap)
    let permutationQ = MultipleTesting.benjaminiHochberg(permutation)
    for index in keywords.indices {
      keywords[index].bootstrap = Keyword.Test(p: bootstrap[index], q: bootstrapQ[index])
      keywords[index].permutation = Keyword.Test(p: permutation[index], q: permutationQ[index])
    }
    return keywords
  }

  /// A word with its counts on both sides.
  private struct Candidate {
    var word: String
    /// Its number in the counts; nil for a word of a list that no document has.
    var number: Int?
    var target: Int
    var reference: Int
    var targetDocuments: Int
    var referenceDocuments: Int?
  }

  private func documentCounts(of word: Candidate) -> [DocumentCount] {
    word.number.map { counts.counts(of: $0) } ?? []
  }

  private func candidate(_ number: Int) -> Candidate {
    let word = counts.form(number).text
    let found = counts.counts(of: number)
    let target = found.filter { counts.documents[$0.document].group == Self.target }
    let total = found.reduce(0) { $0 + $1.count }
    let inTarget = target.reduce(0) { $0 + $1.count }
    switch comparison {
    case .documents:
      return Candidate(
        word: word, number: number, target: inTarget, reference: total - inTarget, targetDocuments: target.count,
        referenceDocuments: found.count - target.count)
    case .list(let list):
      return Candidate(
        word: word, number: number, target: inTarget, reference: list.counts[word] ?? 0,
        targetDocuments: target.count, referenceDocuments: nil)
    }
  }

  /// Words of a list that the target does not have.
  private func missing(
    from known: Set<String>, where isWanted: (WordSequence.Form) -> Bool
  ) -> [Candidate] {
    guard case .list(let list) = comparison else { return [] }
    return list.counts.filter { word, _ in
      !known.contains(word) && isWanted(WordSequence.Form(text: word, kind: .word))
    }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { word, count in
      Candidate(word: word, number: nil, target: 0, reference: count, targetDocuments: 0, referenceDocuments: nil)
    }
  }

  private func isSpread(_ word: Candidate) -> Bool {
    let isTarget = word.target * referenceSize >= word.reference * targetSize
    guard let reference = word.referenceDocuments else { return !isTarget || word.targetDocuments >= minimumDocuments }
    return (isTarget ? word.targetDocuments : reference) >= minimumDocuments
  }

  private func keyword(_ word: Candidate, among words: Int) -> Keyword {
    let keyness = Keyness(
      target: word.target, of: targetSize, reference: word.reference, of: referenceSize)
    let share = Double(word.target + word.reference) / Double(targetSize + referenceSize)
    return Keyword(
      word: word.word, keyness: keyness,
      conservativeLogRatio: keyness.conservativeLogRatio(level: level, among: words),
      logOdds: keyness.logOdds(prior: priorSize * share, priorTotal: priorSize),
      targetDocuments: word.targetDocuments, referenceDocuments: word.referenceDocuments,
      targetSpread: spread(word, over: Self.target), referenceSpread: spread(word, over: Self.reference))
  }

  private func spread(_ word: Candidate, over group: Int) -> Dispersion? {
    let counts = documentCounts(of: word).filter { self.counts.documents[$0.document].group == group }
    return Dispersion(
      counts: counts.map { (part: $0.document, count: $0.count) },
      over: group == Self.target ? targetParts : referenceParts)
  }
}
