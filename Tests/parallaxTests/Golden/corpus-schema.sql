CREATE TABLE file (
  -- A file from which statements were read.
  file INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE,          -- as it was given; <stdin> for standard input
  position INTEGER NOT NULL,          -- its place in the order of input, from 0
  fingerprint TEXT,                   -- hash of its bytes (FNV-1a, 64 bits); NULL while it is not wholly read
  options TEXT NOT NULL,              -- options of reading: side, language, text column, format, encoding
  coding INTEGER REFERENCES coding,   -- how its statements are coded; NULL while it is not wholly read
  failed INTEGER NOT NULL DEFAULT 0   -- documents of it that could not be read or coded, or were there already
);

CREATE TABLE coding (
  -- A way of coding; statements of the same way are coded alike.
  coding INTEGER PRIMARY KEY,
  program TEXT NOT NULL,              -- program, version and version of the record
  icu TEXT NOT NULL,                  -- version of ICU
  normalization TEXT NOT NULL,        -- profile of normalization
  lexicons TEXT NOT NULL,             -- hash of lists, rules and weights
  segmentation TEXT NOT NULL          -- hash of the user's convention of words; empty for the program's own
);

CREATE TABLE statement (
  -- A statement: what is known of it, and its text.
  statement INTEGER PRIMARY KEY,      -- rises in the order of coding
  id TEXT NOT NULL UNIQUE,            -- as in every output
  read_id TEXT,                       -- as it was read, where it had to be made unique
  file INTEGER NOT NULL REFERENCES file,
  position INTEGER NOT NULL,          -- its place in the file, from 0
  line INTEGER,                       -- its line in the file, from 1; NULL where the file is one statement
  side TEXT NOT NULL,                 -- US or PRC
  side_is_inferred INTEGER NOT NULL,  -- 1 where it was not given
  institution TEXT,
  speaker TEXT,
  date TEXT,                          -- YYYY, YYYY-MM or YYYY-MM-DD
  title TEXT,
  language TEXT NOT NULL,             -- main language: en or zh
  language_is_inferred INTEGER NOT NULL, -- 1 where it was not given
  genre TEXT,
  sentences INTEGER NOT NULL,
  tokens INTEGER NOT NULL,            -- words, numbers and marks
  words INTEGER NOT NULL,             -- words and numbers
  coding INTEGER NOT NULL REFERENCES coding,
  fingerprint TEXT NOT NULL,          -- hash of its text (16 digits) and of its metadata as they were read (16 digits)
  text TEXT NOT NULL                  -- every start and end of other tables counts its code points from 0
);

CREATE TABLE field (
  -- Any other metadata of a statement.
  statement INTEGER NOT NULL REFERENCES statement,
  position INTEGER NOT NULL,          -- in the order of reading, from 0
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (statement, position)
) WITHOUT ROWID;

CREATE TABLE count (
  -- What is counted in the sentences of one voice of a statement; sums over voices and statements are exact.
  statement INTEGER NOT NULL REFERENCES statement,
  voice TEXT NOT NULL,                -- own, quoted or question
  counts TEXT NOT NULL,               -- JSON object of counts that are not zero; the view counts has a row for each
  PRIMARY KEY (statement, voice)
) WITHOUT ROWID;

CREATE TABLE sentence (
  -- A sentence of a statement.
  statement INTEGER NOT NULL REFERENCES statement,
  sentence INTEGER NOT NULL,          -- its number in the statement, from 0
  start INTEGER NOT NULL,             -- its first code point in the statement's text
  end INTEGER NOT NULL,               -- the code point behind its last
  language TEXT NOT NULL,
  voice TEXT NOT NULL,                -- own, quoted or question
  tokens INTEGER NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (statement, sentence)
) WITHOUT ROWID;

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
) WITHOUT ROWID;

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
) WITHOUT ROWID;

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
) WITHOUT ROWID;

CREATE TABLE blame (
  -- Blame that a sentence puts on an actor, or takes from it.
  statement INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  by_actor TEXT NOT NULL,             -- who blames
  target TEXT NOT NULL,               -- who is blamed, or shielded where the type is reject
  type TEXT NOT NULL,                 -- accusation, responsibility, demand, reject, own
  PRIMARY KEY (statement, sentence, position)
) WITHOUT ROWID;

CREATE TABLE rationale (
  -- A ground that a sentence gives.
  statement INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  position INTEGER NOT NULL,
  rationale TEXT NOT NULL,            -- fair_trade, security …
  PRIMARY KEY (statement, sentence, position)
) WITHOUT ROWID;

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
) WITHOUT ROWID;

CREATE TABLE word (
  -- A form that occurs, or occurred, in the corpus.
  word INTEGER PRIMARY KEY,
  form TEXT NOT NULL,                 -- normalized: NFKC, case folded, simplified characters
  kind TEXT NOT NULL,                 -- word, number or mark
  UNIQUE (form, kind)
);

CREATE TABLE posting (
  -- In which statements a form occurs, in segments of statements that were coded together.
  segment INTEGER NOT NULL,           -- key of the segment's first statement
  word INTEGER NOT NULL REFERENCES word,
  statements INTEGER NOT NULL,        -- statements of the segment in which it occurs
  occurrences INTEGER NOT NULL,
  data BLOB NOT NULL,                 -- packed: for each statement, key less the one before, and occurrences (varints)
  PRIMARY KEY (segment, word)
) WITHOUT ROWID;

CREATE TABLE token (
  -- The words and marks of a statement, in order.
  statement INTEGER PRIMARY KEY REFERENCES statement,
  data BLOB NOT NULL                  -- packed: for each sentence the tokens' number, then for each token word, UTF-8
                                      -- bytes between it and the one before, and its UTF-8 bytes (varints)
);

CREATE VIEW statements AS
  -- A row for each statement, in the order of input, with its file.
  SELECT s.id, s.side, s.side_is_inferred, s.institution, s.speaker, s.date, s.title, s.language, s.genre,
    s.sentences, s.tokens, s.words, f.path AS file, s.line, s.statement
  FROM file f CROSS JOIN statement s ON s.file = f.file
  ORDER BY f.position, s.position;

CREATE VIEW sentences AS
  -- A row for each sentence, with its statement.
  SELECT s.id, s.side, s.institution, s.date, n.sentence, n.start, n.end, n.language, n.voice, n.tokens, n.words,
    n.text, n.statement
  FROM statement s JOIN sentence n USING (statement);

CREATE VIEW codes AS
  -- A row for each code: who (holder, source, blamer), whom, and what (tier, polarity, type, ground), with its words.
  SELECT s.id, s.side, s.institution, s.date, n.voice, n.language, c.sentence, c.construct, c.actor, c.object, c.value,
    c.stance, c.domain, c.intensity,
    (SELECT group_concat(e.text, ' | ') FROM evidence e WHERE e.statement = c.statement
      AND e.sentence = c.sentence AND e.construct = c.construct AND e.position = c.position) AS evidence,
    n.text, c.statement
  FROM (
  SELECT c.statement, c.sentence, 'decoupling' AS construct, c.position, c.holder AS actor, NULL AS object,
    c.tier AS value, c.stance AS stance, c.domain AS domain, NULL AS intensity
  FROM decoupling c
  UNION ALL SELECT c.statement, c.sentence, 'threat' AS construct, c.position, c.from_actor AS actor, c.to_actor AS object,
    c.polarity AS value, NULL AS stance, c.domain AS domain, c.intensity AS intensity
  FROM threat c
  UNION ALL SELECT c.statement, c.sentence, 'blame' AS construct, c.position, c.by_actor AS actor, c.target AS object,
    c.type AS value, NULL AS stance, NULL AS domain, NULL AS intensity
  FROM blame c
  UNION ALL SELECT c.statement, c.sentence, 'rationale' AS construct, c.position, NULL AS actor, NULL AS object,
    c.rationale AS value, NULL AS stance, NULL AS domain, NULL AS intensity
  FROM rationale c
  UNION ALL SELECT statement, sentence, 'recognition', 0, NULL, NULL, 'yes', NULL, NULL, NULL
    FROM evidence WHERE construct = 'recognition' AND number = 0
  ) c JOIN statement s USING (statement) JOIN sentence n USING (statement, sentence);

CREATE VIEW counts AS
  -- A row for each count of a statement that is not zero, by voice.
  SELECT s.id, s.side, s.institution, s.date, c.voice, j.key AS measure, j.value AS count, s.statement
  FROM count c JOIN statement s USING (statement), json_each(c.counts) j;

CREATE VIEW frequencies AS
  -- A row for each form, with how often it occurs and in how many statements.
  SELECT w.form, w.kind, sum(p.occurrences) AS occurrences, sum(p.statements) AS statements
  FROM posting p JOIN word w USING (word) GROUP BY w.word;

CREATE INDEX file_position ON file (position);

CREATE INDEX statement_order ON statement (file, position);
