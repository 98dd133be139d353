internal import DiscourseModel
internal import Foundation
internal import GRDB
public import Segmentation

/// A place where a word stands in a corpus.
public struct WordOccurrence: Sendable, Hashable {
  /// The statement's key, for ``CorpusStore/forEachStatement(_:withSentences:body:)``.
  public var statement: Int
  /// The sentence's number in the statement.
  public var sentence: Int
  /// Half-open range of UTF-8 offsets into the statement's text.
  public var range: Range<Int>
}

/// Where words stand: all of it in numbers, and the places as far as they were asked for.
public struct WordOccurrences: Sendable, Hashable {
  /// How often the words occur in the corpus.
  public var occurrences = 0
  /// In how many statements.
  public var statements = 0
  /// The places, in the order of input.
  public var places: [WordOccurrence] = []
}

/// A form of a corpus's vocabulary.
public struct WordFrequency: Sendable, Hashable {
  /// The form and its kind.
  public var form: WordSequence.Form
  /// How often it occurs.
  public var occurrences: Int
  /// In how many statements.
  public var statements: Int
}

extension CorpusStore {
  /// Where a word stands, in any of its written forms: Decoupling and decoupling, 脱钩 and 脫鉤.
  ///
  /// - Parameters:
  ///   - word: the word as anybody types it.
  ///   - limit: how many places are wanted; nil for all.
  /// - Throws: a ``Diagnostic`` where the file cannot be read.
  public func occurrences(ofWord word: String, limit: Int? = nil) throws -> WordOccurrences {
    let form = try WordSequence.form(of: word)
    return try occurrences(ofForms: [form], limit: limit)
  }

  /// Where any of several forms stands.
  ///
  /// - Parameters:
  ///   - forms: normalized forms, as ``vocabulary()`` has them.
  ///   - limit: how many places are wanted; nil for all.
  /// - Complexity: O(s · log n) for the s segments of a corpus, and O(m) in the statements that are read for the places.
  public func occurrences(ofForms forms: Set<String>, limit: Int? = nil) throws -> WordOccurrences {
    let order = try keys()
    return try read { db in
      var found = WordOccurrences()
      let words = try Self.keys(of: forms, in: db)
      var counts: [Int: Int] = [:]
      try Self.forEachPosting(of: words, in: db) { statement, occurrences in
        counts[statement, default: 0] += occurrences
        found.occurrences += occurrences
      }
      found.statements = counts.count
      let token = try db.cachedStatement(sql: "SELECT data FROM token WHERE statement = ?")
      for statement in order where counts[statement] != nil {
        if let limit, found.places.count >= limit { break }
        guard let data = try Data.fetchOne(token, arguments: [statement]) else { continue }
        PackedTokens.forEach(in: Array(data)) { sentence, word, range in
          if words.contains(word) {
            found.places.append(WordOccurrence(statement: statement, sentence: sentence, range: range))
          }
        }
      }
      if let limit { found.places.removeLast(max(0, found.places.count - limit)) }
      return found
    }
  }

  /// How often each form occurs in each statement that has it.
  ///
  /// - Parameter forms: normalized forms; nil for all of the corpus.
  /// - Returns: for each form, the statements' keys with the occurrences, by key.
  public func frequencies(ofForms forms: Set<String>) throws -> [Int: Int] {
    try read { db in
      var counts: [Int: Int] = [:]
      try Self.forEachPosting(of: Self.keys(of: forms, in: db), in: db) { counts[$0, default: 0] += $1 }
      return counts
    }
  }

  /// All forms with their frequencies, those that no longer occur left out.
  public func vocabulary() throws -> [WordFrequency] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT form, kind, occurrences, statements FROM frequencies")
      var found: [WordFrequency] = []
      while let row = try rows.next() {
        let form = WordSequence.Form(text: row[0], kind: Word.Kind(name: row[1]))
        found.append(WordFrequency(form: form, occurrences: row[2], statements: row[3]))
      }
      return found
    }
  }

  /// The words and marks of each statement, in the order of input; its forms are numbered through the whole corpus.
  ///
  /// - Parameters:
  ///   - keys: statements' keys; nil for all.
  ///   - body: takes a statement's key, and for each sentence its tokens; a token's form is a key of ``forms()``.
  public func forEachTokens(_ keys: [Int]? = nil, _ body: (Int, [[WordSequence.Token]]) throws -> Void) throws {
    let order = try keys ?? self.keys()
    try read { db in
      let token = try db.cachedStatement(sql: "SELECT data FROM token WHERE statement = ?")
      for statement in order {
        guard let data = try Data.fetchOne(token, arguments: [statement]) else { continue }
        try body(statement, PackedTokens.sentences(in: Array(data)))
      }
    }
  }

  /// The forms of the corpus by their keys.
  public func forms() throws -> [Int: WordSequence.Form] {
    try read { db in
      let rows = try Row.fetchCursor(db, sql: "SELECT word, form, kind FROM word")
      var forms: [Int: WordSequence.Form] = [:]
      while let row = try rows.next() {
        forms[row[0]] = WordSequence.Form(text: row[1], kind: Word.Kind(name: row[2]))
      }
      return forms
    }
  }

  private static func keys(of forms: Set<String>, in db: Database) throws -> Set<Int> {
    let find = try db.cachedStatement(sql: "SELECT word FROM word WHERE form = ?")
    return try forms.reduce(into: []) { keys, form in
      keys.formUnion(try Int.fetchAll(find, arguments: [form]))
    }
  }

  /// Hands out the statements in which any of the words occurs; one in which several do comes for each.
  private static func forEachPosting(
    of words: Set<Int>, in db: Database, _ body: (_ statement: Int, _ occurrences: Int) -> Void
  ) throws {
    let next = try db.cachedStatement(sql: "SELECT min(segment) FROM posting WHERE segment > ?")
    let find = try db.cachedStatement(sql: "SELECT data FROM posting WHERE segment = ? AND word = ?")
    var segment = 0
    while let found = try Int.fetchOne(next, arguments: [segment]) {
      segment = found
      for word in words.sorted() {
        guard let data = try Data.fetchOne(find, arguments: [segment, word]) else { continue }
        Postings.forEach(in: Array(data), segment: segment, body)
      }
    }
  }
}
