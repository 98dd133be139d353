internal import DiscourseModel
internal import Lexicon

/// What weights see of a sentence: what rules and lexicons found in it, the same in both languages.
enum SentenceFeatures {
  /// The features of a reading.
  ///
  /// - Parameters:
  ///   - reading: the sentence.
  ///   - isCoded: whether the rules gave it the code in question.
  ///   - named: whether somebody will read the names.
  static func set(of reading: Reading, isCoded: Bool, named: Bool = false) -> FeatureSet {
    var features = FeatureSet(named: named)
    features.insert("voice=", reading.voice.rawValue)
    if reading.context.namedThreat { features.insert("threat-before") }
    if isCoded { features.insert("rules") }
    var namesOpposite = false
    for mention in reading.mentions {
      let who = name(of: mention.actor, in: reading)
      namesOpposite = namesOpposite || mention.actor == reading.side.opposite.actor
      features.insert("actor=", who)
      features.insert("actor=", who, "/", mention.kind.rawValue)
    }
    for tag in reading.sentence.tags where tag.list != .actors && tag.list != .references && tag.role != .conduct {
      let word = "\(tag.list.rawValue).\(tag.role.rawValue)"
      features.insert("word=", word)
      features.insert("entry=", reading.sentence.lexicon.citations[tag.entry])
      if namesOpposite { features.insert("beside-opposite=", word) }
      if tag.list == .threat || tag.list == .blame { addFindings(about: tag, word, in: reading, to: &features) }
    }
    return features
  }

  private static func addFindings(about tag: Tag, _ word: String, in reading: Reading, to features: inout FeatureSet) {
    for (finding, conclusion) in reading.findings(about: tag) {
      let found = "finding=\(word):\(finding.rawValue)"
      features.insert(found)
      guard let mention = conclusion.mention else { continue }
      features.insert(found, "=", name(of: mention.actor, in: reading))
      features.insert("rule=", conclusion.rule)
    }
  }

  /// An actor as seen from the document's side, so that both sides share weights.
  static func name(of actor: Actor, in reading: Reading) -> String {
    actor == reading.side.actor ? "own" : actor == reading.side.opposite.actor ? "opposite" : actor.rawValue
  }
}
