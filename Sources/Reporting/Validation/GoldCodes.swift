public import DiscourseModel

/// The codes that a coder gave a sentence.
public struct GoldCodes: Sendable, Hashable {
  /// Who speaks.
  public var voice: Voice
  /// Decoupling, without the terms.
  public var decoupling: [DecouplingCode]
  /// Threats, without evidence.
  public var threat: [ThreatCode]
  /// Blame, without evidence.
  public var blame: [BlameCode]
  /// Grounds.
  public var rationale: [Rationale]
  /// Whether the sentence grants the other side something.
  public var recognition: Bool

  /// Codes of a sentence.
  public init(
    voice: Voice = .own, decoupling: [DecouplingCode] = [], threat: [ThreatCode] = [], blame: [BlameCode] = [],
    rationale: [Rationale] = [], recognition: Bool = false
  ) {
    self.voice = voice
    self.decoupling = decoupling
    self.threat = threat
    self.blame = blame
    self.rationale = rationale
    self.recognition = recognition
  }

  /// The codes of records that overlap one coded sentence, pooled; the voice is that of the longest.
  public init(pooling sentences: [CodedSentence]) {
    self.init(
      voice: sentences.max { $0.range.count < $1.range.count }?.voice ?? .own,
      decoupling: sentences.flatMap(\.decoupling), threat: sentences.flatMap(\.threat),
      blame: sentences.flatMap(\.blame), rationale: sentences.flatMap { $0.rationale.map(\.rationale) },
      recognition: sentences.contains { !$0.recognition.isEmpty })
  }
}

/// A coded sentence with what the analyzers make of it.
public struct ValidationItem: Sendable {
  /// The item's id.
  public var id: String
  /// The document from which it was drawn; resampling keeps its items together.
  public var document: String
  /// Its language.
  public var language: Language
  /// Its side.
  public var side: Side
  /// The kind of its document.
  public var genre: String?
  /// How many sentences of the corpus it stands for.
  public var weight: Double
  /// The sentence.
  public var text: String
  /// The coder's codes.
  public var gold: GoldCodes
  /// The analyzers' records that overlap the sentence.
  public var coded: [CodedSentence]

  /// An item with both codings.
  public init(
    id: String, document: String, language: Language, side: Side, genre: String? = nil, weight: Double = 1,
    text: String, gold: GoldCodes, coded: [CodedSentence]
  ) {
    self.id = id
    self.document = document
    self.language = language
    self.side = side
    self.genre = genre
    self.weight = weight
    self.text = text
    self.gold = gold
    self.coded = coded
  }
}
