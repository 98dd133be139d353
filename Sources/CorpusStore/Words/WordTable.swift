internal import GRDB
internal import Segmentation

/// The keys of forms in the table `word`, kept in memory while a corpus is written.
struct WordTable {
  private var keys: [WordSequence.Form: Int] = [:]
  private var nextKey = 1

  /// The forms that a corpus has.
  init(_ db: Database) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT word, form, kind FROM word")
    while let row = try rows.next() {
      let key: Int = row[0]
      keys[WordSequence.Form(text: row[1], kind: Word.Kind(name: row[2]))] = key
      nextKey = max(nextKey, key + 1)
    }
  }

  /// The keys of the forms of a statement; new forms are put into the table.
  mutating func keys(of forms: [WordSequence.Form], inserter: inout RowInserter) throws -> [Int] {
    try forms.map { form in
      if let key = keys[form] { return key }
      let key = nextKey
      nextKey += 1
      keys[form] = key
      inserter.bind(key)
      inserter.bind(form.text)
      inserter.bind(form.kind.name)
      try inserter.insert()
      return key
    }
  }
}

extension Word.Kind {
  /// The kind as the table `word` names it.
  var name: String {
    switch self {
    case .word: "word"
    case .number: "number"
    case .punctuation: "mark"
    case .space: "space"
    }
  }

  /// The kind of a name.
  init(name: String) {
    switch name {
    case "number": self = .number
    case "mark": self = .punctuation
    case "space": self = .space
    default: self = .word
    }
  }
}
