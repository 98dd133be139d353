public import DiscourseModel
public import Lexicon

/// What is wrong with lists as a whole, beyond the form of each entry.
public enum LexiconLint {
  /// Terms that can never match, since another entry of their list takes every form in which they stand.
  ///
  /// The same term in two lists is no collision: 打压 is a threat's act and a blame's act.
  public static func collisions(in entries: [Entry]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var owners: [String: Int] = [:]
    for (index, entry) in entries.enumerated() where !entry.list.steersWords {
      for term in entry.terms where term.parts.count == 1 {
        let keys = term.parts[0].map { "\(entry.list.rawValue)|\($0.exact ?? "")|\($0.text)" }
        let taken = keys.map { owners[$0] }
        let isTaken = taken.allSatisfy { $0.map { entries[$0].citation != entry.citation } ?? false }
        if isTaken, let other = taken.first.flatMap({ $0 }).map({ entries[$0] }) {
          diagnostics.append(
            Diagnostic(
              at: entry.location,
              "the term \"\(term.notation)\" of \(entry.citation) can never match: \(other.citation)"
                + " (\(other.location)) takes it first; take it out of one"))
        }
        for key in keys where owners[key] == nil { owners[key] = index }
      }
    }
    return diagnostics
  }
}
