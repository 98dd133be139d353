public import DiscourseModel

/// Writes statements as JSON Lines that read back as the same statements.
public enum StatementWriter {
  private static let own = ["id", "side", "institution", "speaker", "date", "title", "language", "genre", "text"]

  /// A statement on one line, without a line end. What is not known is left out; the text comes last.
  public static func line(_ statement: Statement) -> String {
    let known = statement.metadata
    let values = [
      ("id", known.id), ("side", known.side?.rawValue), ("institution", known.institution), ("speaker", known.speaker),
      ("date", known.date?.description), ("title", known.title), ("language", known.language?.rawValue),
      ("genre", known.genre),
    ]
    var members: [(String, JSONText)] = values.compactMap { name, value in value.map { (name, .text($0)) } }
    for other in known.others {
      // A field that bears the name of one of ours would be read as that.
      let name = own.contains(other.name.lowercased()) ? "_" + other.name : other.name
      members.append((name, .text(other.value)))
    }
    members.append(("text", .text(statement.text)))
    return JSONText.object(members).line
  }
}
