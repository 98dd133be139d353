internal import GRDB

/// The tables of a corpus, with the comments by which `parallax corpus info --schema` documents them.
///
/// Tables hold what was read and coded, in plain columns; views put together what people ask for. Columns named in SQL
/// comments as packed are Parallax's own shortcuts: everything in them also follows from the plain columns and the texts.
enum CorpusSchema {
  /// Marks the file as a corpus of Parallax in SQLite's header: `PRLX`.
  static let applicationID = 0x5052_4C58

  /// The version of the tables; it rises with each migration.
  static let version = 1

  /// Makes the tables, or brings those of an older version up to date.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 statements, codes, words") { db in
      for statement in tables + indexes + views { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    return migrator
  }

  private static let tables = [files, coding, statements, fields, counts, sentences] + codes + words

  private static let files = """
    CREATE TABLE file (
      -- A file from which statements were read.
      file INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,          -- as it was given; <stdin> for standard input
      position INTEGER NOT NULL,          -- its place in the order of input, from 0
      fingerprint TEXT,                   -- hash of its bytes (FNV-1a, 64 bits); NULL while it is not wholly read
      options TEXT NOT NULL,              -- options of reading: side, language, text column, format, encoding
      coding INTEGER REFERENCES coding,   -- how its statements are coded; NULL while it is not wholly read
      failed INTEGER NOT NULL DEFAULT 0   -- documents of it that could not be read or coded, or were there already
    )
    """

  private static let coding = """
    CREATE TABLE coding (
      -- A way of coding; statements of the same way are coded alike.
      coding INTEGER PRIMARY KEY,
      program TEXT NOT NULL,              -- program, version and version of the record
      icu TEXT NOT NULL,                  -- version of ICU
      normalization TEXT NOT NULL,        -- profile of normalization
      lexicons TEXT NOT NULL,             -- hash of lists, rules and weights
      segmentation TEXT NOT NULL          -- hash of the user's convention of words; empty for the program's own
    )
    """

  private static let statements = """
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
    )
    """

  private static let fields = """
    CREATE TABLE field (
      -- Any other metadata of a statement.
      statement INTEGER NOT NULL REFERENCES statement,
      position INTEGER NOT NULL,          -- in the order of reading, from 0
      name TEXT NOT NULL,
      value TEXT NOT NULL,
      PRIMARY KEY (statement, position)
    ) WITHOUT ROWID
    """

  private static let counts = """
    CREATE TABLE count (
      -- What is counted in the sentences of one voice of a statement; sums over voices and statements are exact.
      statement INTEGER NOT NULL REFERENCES statement,
      voice TEXT NOT NULL,                -- own, quoted or question
      counts TEXT NOT NULL,               -- JSON object of counts that are not zero; the view counts has a row for each
      PRIMARY KEY (statement, voice)
    ) WITHOUT ROWID
    """

  private static let sentences = """
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
    ) WITHOUT ROWID
    """

  private static let indexes = [
    "CREATE INDEX file_position ON file (position)",
    "CREATE INDEX statement_order ON statement (file, position)",
  ]
}
