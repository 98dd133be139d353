extension CorpusSchema {
  /// The codes of sentences, as in the records of `parallax annotate`.
  ///
  /// A code's `position` is its place among the codes of its kind in the sentence, from 0.
  static let codes = [
    """
    CREATE TABLE actor (
      -- A place where a sentence names an actor.
      statement INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      actor TEXT NOT NULL,                -- US, PRC, TW, ALLY, OTHER, UNNAMED
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (statement, sentence, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE decoupling (
      -- What a sentence says of decoupling.
      statement INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      tier TEXT NOT NULL,                 -- core or adjacent
      holder TEXT NOT NULL,               -- whose stance it is
      stance TEXT NOT NULL,               -- oppose, deny, accuse, advocate, report; several with commas
      domain TEXT NOT NULL,               -- economy, technology …; several with commas
      PRIMARY KEY (statement, sentence, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE threat (
      -- A threat that a sentence asserts or denies.
      statement INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      from_actor TEXT NOT NULL,           -- who poses it
      to_actor TEXT NOT NULL,             -- who or what is endangered
      polarity TEXT NOT NULL,             -- assert or deny
      intensity INTEGER NOT NULL,         -- 1 (risk, challenge) to 3 (existential)
      domain TEXT NOT NULL,               -- military, economy …; several with commas
      PRIMARY KEY (statement, sentence, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE blame (
      -- Blame that a sentence puts on an actor, or takes from it.
      statement INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      by_actor TEXT NOT NULL,             -- who blames
      target TEXT NOT NULL,               -- who is blamed, or shielded where the type is reject
      type TEXT NOT NULL,                 -- accusation, responsibility, demand, reject, own
      PRIMARY KEY (statement, sentence, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE rationale (
      -- A ground that a sentence gives.
      statement INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      position INTEGER NOT NULL,
      rationale TEXT NOT NULL,            -- fair_trade, security …
      PRIMARY KEY (statement, sentence, position)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE evidence (
      -- The words that carry a code. Recognition has no table of its own: a sentence with such evidence recognizes.
      statement INTEGER NOT NULL,
      sentence INTEGER NOT NULL,
      construct TEXT NOT NULL,            -- decoupling, threat, blame, rationale or recognition
      position INTEGER NOT NULL,          -- position of the code in its table; 0 for recognition
      number INTEGER NOT NULL,            -- among the evidence of the code, from 0
      start INTEGER NOT NULL,
      end INTEGER NOT NULL,
      text TEXT NOT NULL,
      entry TEXT NOT NULL,                -- list/entry of the lexicon
      rule TEXT,                          -- the rule that joined it to its actors
      PRIMARY KEY (statement, sentence, construct, position, number)
    ) WITHOUT ROWID
    """,
  ]

  /// Where words stand.
  static let words = [
    """
    CREATE TABLE word (
      -- A form that occurs, or occurred, in the corpus.
      word INTEGER PRIMARY KEY,
      form TEXT NOT NULL,                 -- normalized: NFKC, case folded, simplified characters
      kind TEXT NOT NULL,                 -- word, number or mark
      UNIQUE (form, kind)
    )
    """,
    """
    CREATE TABLE posting (
      -- In which statements a form occurs, in segments of statements that were coded together.
      segment INTEGER NOT NULL,           -- key of the segment's first statement
      word INTEGER NOT NULL REFERENCES word,
      statements INTEGER NOT NULL,        -- statements of the segment in which it occurs
      occurrences INTEGER NOT NULL,
      data BLOB NOT NULL,                 -- packed: for each statement, key less the one before, and occurrences (varints)
      PRIMARY KEY (segment, word)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE token (
      -- The words and marks of a statement, in order.
      statement INTEGER PRIMARY KEY REFERENCES statement,
      data BLOB NOT NULL                  -- packed: for each sentence the tokens' number, then for each token word, UTF-8
                                          -- bytes between it and the one before, and its UTF-8 bytes (varints)
    )
    """,
  ]
}
