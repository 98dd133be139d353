internal import DiscourseModel
public import Segmentation

/// A place where an entry's term stands.
public struct LexiconMatch: Sendable, Hashable {
  /// The entry's position in ``Lexicon/entries``.
  public var entry: Int
  /// Half-open range of UTF-8 offsets into the text; for a term with a gap, from its first part to its last.
  public var range: Range<Int>
  /// The grammatical form in which it stands.
  public var form: WordForm

  /// A match of entry number `entry`.
  public init(entry: Int, range: Range<Int>, form: WordForm) {
    self.entry = entry
    self.range = range
    self.form = form
  }
}

/// Concepts with their terms, compiled into a matcher.
public struct Lexicon: Sendable {
  /// What a pattern of the matcher stands for.
  struct Reference: Sendable, Hashable {
    enum Use: Sendable, Hashable { case part(Int, of: Int), excludes, requires }
    var entry: Int
    var term: Int
    var use: Use
    var form: WordForm
  }

  /// The entries, in the order of their lists.
  public let entries: [Entry]
  /// What is asked of entries at every match, beside them, since an entry is large: its list, its role, how it is cited.
  public let lists: [ListName]
  /// The entries' roles.
  public let roles: [Role]
  /// How the entries are cited.
  public let citations: [String]
  /// The number of each entry's list.
  let listNumbers: [Int]
  /// The terms for the segmenter.
  public let termSet: TermSet
  /// What each term of ``termSet`` stands for.
  let references: [[Reference]]
  /// A short hash over all entries, which every output names: two programs with the same hash find the same terms.
  public let hash: String

  /// Compiles entries.
  ///
  /// - Complexity: O(n log n) in the length of all terms.
  public init(_ entries: [Entry]) {
    self.entries = entries
    lists = entries.map(\.list)
    roles = entries.map(\.role)
    citations = entries.map(\.citation)
    let numbers = Dictionary(uniqueKeysWithValues: ListName.allCases.enumerated().map { ($1, $0) })
    listNumbers = lists.map { numbers[$0] ?? 0 }
    var compiler = LexiconCompiler()
    // Abbreviations steer the cutting of sentences; they are not looked for in them.
    for (index, entry) in entries.enumerated() where !entry.list.steersWords { compiler.add(entry, at: index) }
    termSet = TermSet(compiler.patterns, weights: compiler.weights)
    references = compiler.references
    hash = Lexicon.hash(of: entries)
  }

  /// The entry that `list/entry` names.
  public func entry(citedAs citation: String) -> Entry? { entries.first { $0.citation == citation } }

  /// The fingerprint of what decides matches.
  private static func hash(of entries: [Entry]) -> String {
    var fingerprint = Fingerprint()
    // No text holds the byte FF, so that it parts them.
    func feed(_ text: String) {
      fingerprint.feed(text)
      fingerprint.feed(0xFF)
    }
    for entry in entries {
      feed(entry.citation)
      feed(entry.role.rawValue)
      let attributes = entry.attributes
      feed(attributes.actor?.rawValue ?? "")
      feed(attributes.tier?.rawValue ?? "")
      feed(attributes.decouplingDomains.map(\.rawValue).joined(separator: ","))
      feed(attributes.threatDomains.map(\.rawValue).joined(separator: ","))
      feed("\(attributes.intensity ?? 0)")
      feed(attributes.rationale?.rawValue ?? "")
      for term in entry.terms + entry.excludes + entry.requires { feed(term.notation) }
    }
    return fingerprint.text
  }
}

/// Gathers the patterns of all entries, each surface once.
struct LexiconCompiler {
  private(set) var patterns: [TermPattern] = []
  private(set) var references: [[Lexicon.Reference]] = []
  private(set) var weights: [TermWeight] = []
  private var numbers: [TermPattern: Int] = [:]

  mutating func add(_ entry: Entry, at index: Int) {
    for (number, term) in entry.terms.enumerated() {
      for (part, surfaces) in term.parts.enumerated() {
        // Terms of decoupling and names of states and bodies are one word; other long terms are phrases of words
        // (中国 企业, 错误 做法).
        let isName = entry.list == .actors && !["people", "firm", "official"].contains(entry.attributes.actorClass)
        let isWord = entry.list == .decoupling || isName
        let weight: TermWeight = term.parts.count > 1 ? .part : isWord ? .word : .phrase
        add(surfaces, entry: index, term: number, use: .part(part, of: term.parts.count), weight: weight)
      }
    }
    for term in entry.excludes {
      add(term.parts[0], entry: index, term: -1, use: .excludes, weight: .context)
    }
    for term in entry.requires {
      add(term.parts[0], entry: index, term: -1, use: .requires, weight: .context)
    }
  }

  private mutating func add(
    _ surfaces: [Term.Surface], entry: Int, term: Int, use: Lexicon.Reference.Use, weight: TermWeight
  ) {
    for surface in surfaces {
      let pattern = TermPattern(text: surface.text, exact: surface.exact, isOpen: surface.isOpen)
      let reference = Lexicon.Reference(entry: entry, term: term, use: use, form: surface.form)
      if let number = numbers[pattern] {
        references[number].append(reference)
        weights[number] = max(weights[number], weight)
      } else {
        numbers[pattern] = patterns.count
        patterns.append(pattern)
        references.append([reference])
        weights.append(weight)
      }
    }
  }
}
