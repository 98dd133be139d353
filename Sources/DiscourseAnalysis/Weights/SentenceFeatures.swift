internal import DiscourseModel
internal import Lexicon

/// What weights see of a sentence: names of what rules and lexicons found in it, the same in both languages.
enum SentenceFeatures {
  /// The features of a reading.
  ///
  /// - Parameters:
  ///   - reading: the sentence.
  ///   - isCoded: whether the rules gave it the code in question.
  static func names(of reading: Reading, isCoded: Bool) -> Set<String> {
    var names: Set<String> = ["voice=\(reading.voice.rawValue)"]
    if isCoded { names.insert("rules") }
    var namesOpposite = false
    for mention in reading.mentions {
      let who = name(of: mention.actor, in: reading)
      namesOpposite = namesOpposite || mention.actor == reading.side.opposite.actor
      names.insert("actor=\(who)")
      names.insert("actor=\(who)/\(mention.kind.rawValue)")
    }
    for tag in reading.sentence.tags where tag.list != .actors && tag.list != .references {
      let word = "\(tag.list.rawValue).\(tag.role.rawValue)"
      names.insert("word=\(word)")
      names.insert("entry=\(reading.sentence.lexicon.citations[tag.entry])")
      if namesOpposite { names.insert("beside-opposite=\(word)") }
      if tag.list == .threat || tag.list == .blame { addFindings(about: tag, word, in: reading, to: &names) }
    }
    return names
  }

  private static func addFindings(about tag: Tag, _ word: String, in reading: Reading, to names: inout Set<String>) {
    for (finding, conclusion) in reading.findings(about: tag) {
      names.insert("finding=\(word):\(finding.rawValue)")
      guard let mention = conclusion.mention else { continue }
      names.insert("finding=\(word):\(finding.rawValue)=\(name(of: mention.actor, in: reading))")
      names.insert("rule=\(conclusion.rule)")
    }
  }

  /// An actor as seen from the document's side, so that both sides share weights.
  private static func name(of actor: Actor, in reading: Reading) -> String {
    actor == reading.side.actor ? "own" : actor == reading.side.opposite.actor ? "opposite" : actor.rawValue
  }
}
