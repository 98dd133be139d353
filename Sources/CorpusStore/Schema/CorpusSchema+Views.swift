extension CorpusSchema {
  /// What people ask for, put together.
  static let views = [
    """
    CREATE VIEW statements AS
      -- A row for each statement, in the order of input, with its file.
      SELECT s.id, s.side, s.side_is_inferred, s.institution, s.speaker, s.date, s.title, s.language, s.genre,
        s.sentences, s.tokens, s.words, f.path AS file, s.line, s.statement
      FROM file f CROSS JOIN statement s ON s.file = f.file
      ORDER BY f.position, s.position
    """,
    """
    CREATE VIEW sentences AS
      -- A row for each sentence, with its statement.
      SELECT s.id, s.side, s.institution, s.date, n.sentence, n.start, n.end, n.language, n.voice, n.tokens, n.words,
        n.text, n.statement
      FROM statement s JOIN sentence n USING (statement)
    """,
    codesView,
    """
    CREATE VIEW counts AS
      -- A row for each count of a statement that is not zero, by voice.
      SELECT s.id, s.side, s.institution, s.date, c.voice, j.key AS measure, j.value AS count, s.statement
      FROM count c JOIN statement s USING (statement), json_each(c.counts) j
    """,
    """
    CREATE VIEW frequencies AS
      -- A row for each form, with how often it occurs and in how many statements.
      SELECT w.form, w.kind, sum(p.occurrences) AS occurrences, sum(p.statements) AS statements
      FROM posting p JOIN word w USING (word) GROUP BY w.word
    """,
  ]

  /// One row for each code, of whatever kind.
  private static var codesView: String {
    let parts = [
      ("decoupling", "c.holder", "NULL", "c.tier", "c.stance", "c.domain", "NULL"),
      ("threat", "c.from_actor", "c.to_actor", "c.polarity", "NULL", "c.domain", "c.intensity"),
      ("blame", "c.by_actor", "c.target", "c.type", "NULL", "NULL", "NULL"),
      ("rationale", "NULL", "NULL", "c.rationale", "NULL", "NULL", "NULL"),
    ].map { construct, actor, object, value, stance, domain, intensity in
      """
      SELECT c.statement, c.sentence, '\(construct)' AS construct, c.position, \(actor) AS actor, \(object) AS object,
          \(value) AS value, \(stance) AS stance, \(domain) AS domain, \(intensity) AS intensity
        FROM \(construct) c
      """
    }
    return """
      CREATE VIEW codes AS
        -- A row for each code: who (holder, source, blamer), whom, and what (tier, polarity, type, ground), with its words.
        SELECT s.id, s.side, s.institution, s.date, n.voice, n.language, c.sentence, c.construct, c.actor, c.object, c.value,
          c.stance, c.domain, c.intensity,
          (SELECT group_concat(e.text, ' | ') FROM evidence e WHERE e.statement = c.statement
            AND e.sentence = c.sentence AND e.construct = c.construct AND e.position = c.position) AS evidence,
          n.text, c.statement
        FROM (
        \(parts.joined(separator: "\n  UNION ALL "))
        UNION ALL SELECT statement, sentence, 'recognition', 0, NULL, NULL, 'yes', NULL, NULL, NULL
          FROM evidence WHERE construct = 'recognition' AND number = 0
        ) c JOIN statement s USING (statement) JOIN sentence n USING (statement, sentence)
      """
  }
}
