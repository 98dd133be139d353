internal import DiscourseModel
internal import Lexicon

/// Who poses a threat where several are named, by weights.
extension ThreatAnalyzer {
  /// The drafts with the sources that the weights choose.
  func sources(of drafts: [ThreatDraft], weighedBy weights: LinearWeights) -> [ThreatDraft] {
    guard let first = drafts.first else { return [] }
    let clues = SourceClues(drafts, in: reading)
    let odds = clues.sources.map { weights.logOdds(clues.features(of: $0)) }
    let chosen = weights.chosen(odds: odds, isCoded: clues.sources.map(clues.isCoded), addsMore: false)
    return chosen.map { clues.sources[$0] }.flatMap { source in
      let own = drafts.filter { $0.source == source }
      return own.isEmpty ? [replaced(first, by: source)] : own
    }
  }

  private func replaced(_ draft: ThreatDraft, by source: ThreatSource) -> ThreatDraft {
    var draft = draft
    (draft.from, draft.isDenied) = (source.actor, source.isDenied)
    if draft.to == draft.from { draft.to = defaultObject(from: draft.from) }
    for index in draft.words.indices { draft.words[index].rule = "weights/threat.from" }
    return draft
  }
}

/// Who could pose the threat of a sentence, and what speaks for each, for weights.
struct SourceClues {
  /// All who could, with their polarity, in a fixed order.
  let sources: [ThreatSource]
  private let reading: Reading
  private let coded: Set<ThreatSource>
  private let words: [Tag]
  private let agents: [(actor: Actor, rule: String)]
  private let patients: [Actor]

  init(_ drafts: [ThreatDraft], in reading: Reading) {
    self.reading = reading
    let coded = Set(drafts.map(\.source))
    self.coded = coded
    let words = drafts.flatMap { $0.words.map(\.tag) }
    self.words = words
    agents = words.compactMap { reading.agent(of: $0) }
    patients = words.compactMap { reading.patient(of: $0, besides: nil) }
    let isDeniable =
      reading.sentence.has(.threat, .denial) || reading.sentence.has(.voice, .doubt)
      || words.contains { reading.holds(.negated, $0) || reading.holds(.distanced, $0) }
    let named = reading.mentions.filter { $0.kind != .object }.map(\.actor)
    let subject = reading.context.subject.map { [$0] } ?? []
    let actors = (drafts.map(\.from) + named + subject + [Actor.none, .unnamed]).unique()
    sources =
      (Array(coded)
      + actors.flatMap { actor in
        [ThreatSource(actor: actor, isDenied: false)]
          + (isDeniable && actor != .none && actor != .unnamed ? [ThreatSource(actor: actor, isDenied: true)] : [])
      }).unique().sorted { ($0.actor, $0.isDenied ? 1 : 0) < ($1.actor, $1.isDenied ? 1 : 0) }
  }

  /// Whether the rules named the source.
  func isCoded(_ source: ThreatSource) -> Bool { coded.contains(source) }

  /// The features of a source.
  func features(of source: ThreatSource, named: Bool = false) -> FeatureSet {
    var features = FeatureSet(named: named)
    let who = (source.isDenied ? "denied-" : "") + SentenceFeatures.name(of: source.actor, in: reading)
    func insert(_ clue: String, if holds: Bool = true) {
      guard holds else { return }
      features.insert(source.isDenied ? "denied<" : "<", clue)
      features.insert(who, "<", clue)
    }
    features.insert(who)
    features.insert(who, "<side=", reading.side.rawValue)
    features.insert(who, "<voice=", reading.voice.rawValue)
    insert(coded.count == 1 ? "rules-alone" : "rules-among-more", if: isCoded(source))
    insert("rules-say-other", if: !isCoded(source))
    for agent in agents where agent.actor == source.actor { insert(agent.rule) }
    insert("agent-is-other", if: !agents.isEmpty && !agents.contains { $0.actor == source.actor })
    insert("patient", if: patients.contains(source.actor))
    addMentions(of: source, insert)
    insert("subject-before", if: reading.context.subject == source.actor)
    insert("phenomenon", if: reading.sentence.has(.threat, .phenomenon))
    for tag in words {
      features.insert(who, "<", tag.role.rawValue, tag.form == .noun ? "-noun" : "")
      features.insert(who, "<", reading.sentence.lexicon.citations[tag.entry])
      for finding in [Finding.countered, .negated, .distanced, .hypothetical, .demanded] {
        insert(finding.rawValue, if: reading.holds(finding, tag))
      }
    }
    return features
  }

  private func addMentions(of source: ThreatSource, _ insert: (String, Bool) -> Void) {
    let mentions = reading.mentions.filter { $0.actor == source.actor }
    let others = reading.mentions.filter { $0.actor != source.actor && $0.actor != reading.side.actor }
    insert("only-one-named", !mentions.isEmpty && others.isEmpty)
    insert("nobody-else-named", mentions.isEmpty && others.isEmpty)
    for mention in mentions { insert(mention.kind.rawValue, true) }
    guard let word = words.first, let near = mentions.first else { return }
    insert(near.tokens.lowerBound < word.tokens.lowerBound ? "named-before" : "named-behind", true)
    let isInClause =
      reading.sentence.tokens[near.tokens.lowerBound].clause == reading.sentence.tokens[word.tokens.lowerBound].clause
    insert("named-in-clause", isInClause)
  }
}
