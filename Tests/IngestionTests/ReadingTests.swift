import DiscourseModel
import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// Reads bytes and splits the events into statements and messages.
func read(
  _ bytes: [UInt8], named name: String, options: IngestionOptions = IngestionOptions()
) async throws -> (statements: [Statement], messages: [String]) {
  var statements: [Statement] = []
  var messages: [String] = []
  for event in try await DocumentReader(options: options).statements(in: bytes, named: name) {
    switch event {
    case .statement(let statement): statements.append(statement)
    case .diagnostic(let diagnostic): messages.append(diagnostic.description)
    }
  }
  return (statements, messages)
}

@Suite struct ReadingTests {
  @Test func frontMatterBecomesMetadata() async throws {
    let text = "---\nside: prc\ndate: 2021-03-09\nspeaker: 发言人\ntopic: trade\n---\n正文。\n"
    let (statements, messages) = try await read(Array(text.utf8), named: "a/speech.txt")
    let statement = try #require(statements.first)
    #expect(messages.isEmpty)
    #expect(statement.text == "正文。")
    #expect(statement.metadata.id == "speech" && statement.metadata.side == .prc)
    #expect(statement.metadata.date?.description == "2021-03-09")
    #expect(statement.metadata.others == [MetadataField(name: "topic", value: "trade")])
  }

  @Test func markdownLosesItsMarkupAndKeepsItsLines() async throws {
    let text = "# Title\n\nOne **bold**\nline with [a link](http://x.y).\n\n- first\n- second\n\n> quoted\n"
    let (statements, _) = try await read(Array(text.utf8), named: "a.md")
    #expect(statements.first?.text == "Title\n\nOne bold line with a link.\n\nfirst\nsecond\n\nquoted")
  }

  @Test func jsonLinesGiveAStatementALine() async throws {
    let text = #"{"id":"x","side":"US","text":"One.","n":3,"u":null}"# + "\n\n" + #"{"text":"Two."}"# + "\n"
    let (statements, messages) = try await read(Array(text.utf8), named: "c.jsonl")
    #expect(messages.isEmpty)
    #expect(statements.map(\.metadata.id) == ["x", "c-3"])
    #expect(statements.first?.metadata.others == [MetadataField(name: "n", value: "3")])
  }

  @Test func csvCellsMayHoldSeparatorsQuotesAndLines() async throws {
    let text = "id,side,text\r\n1,us,\"A, \"\"b\"\"\r\nc\"\r\n2,prc,D\r\n"
    let (statements, messages) = try await read(Array(text.utf8), named: "c.csv")
    #expect(messages.isEmpty)
    #expect(statements.map(\.text) == ["A, \"b\"\nc", "D"])
    #expect(statements.map(\.source.line) == [2, 4])
  }

  @Test func htmlGivesItsMainText() async throws {
    let html = """
      <html lang="en"><head><title>T &amp; U</title><meta name="date" content="2020-01-02"><script>x()</script></head>
      <body><nav>Home</nav><article><h1>Head</h1><p>One <b>two</b>.</p><p>Three.</p></article><footer>End</footer></body>
      """
    let (statements, _) = try await read(Array(html.utf8), named: "p.html")
    let statement = try #require(statements.first)
    #expect(statement.text == "Head\nOne two.\nThree.")
    #expect(statement.metadata.title == "T & U" && statement.metadata.date?.description == "2020-01-02")
  }

  @Test(
    arguments: [
      ("GB18030", [0xD6, 0xD0, 0xB9, 0xFA, 0xB7, 0xB4, 0xB6, 0xD4]),
      ("Big5", [0xA4, 0xA4, 0xB0, 0xEA, 0xA4, 0xCF, 0xB9, 0xEF]),
      ("UTF-16LE", [0x2D, 0x4E, 0xFD, 0x56]),
    ] as [(String, [UInt8])])
  func encodingsThatAreNamedAreRead(name: String, bytes: [UInt8]) async throws {
    let (statements, messages) = try await read(bytes, named: "a.txt", options: IngestionOptions(encoding: name))
    #expect(messages.isEmpty)
    #expect(statements.first?.text.hasPrefix("中") == true)
  }

  @Test func gb18030IsFoundByItself() async throws {
    let bytes: [UInt8] = [
      0xD6, 0xD0, 0xB9, 0xFA, 0xD5, 0xFE, 0xB8, 0xAE, 0xB7, 0xB4, 0xB6, 0xD4, 0xC8, 0xCE, 0xBA, 0xCE, 0xD0, 0xCE,
      0xCA, 0xBD, 0xB5, 0xC4, 0xB1, 0xA3, 0xBB, 0xA4, 0xD6, 0xF7, 0xD2, 0xE5, 0xA3, 0xAC, 0xD6, 0xF7, 0xD5, 0xC5,
      0xCD, 0xA8, 0xB9, 0xFD, 0xB6, 0xD4, 0xBB, 0xB0, 0xD0, 0xAD, 0xC9, 0xCC, 0xBD, 0xE2, 0xBE, 0xF6, 0xB7, 0xD6,
      0xC6, 0xE7, 0xA1, 0xA3,
    ]
    let (statements, messages) = try await read(bytes + bytes + bytes, named: "a.txt")
    #expect(messages.isEmpty)
    #expect(statements.first?.text.hasPrefix("中国政府反对任何形式的保") == true)
  }

  @Test(arguments: [
    ("a.txt", "", "holds no text"), ("a.txt", "---\nside: us\n", "no closing line"),
    ("a.txt", "---\nside: mars\n---\nText.", "a.txt:2: error: unknown side \"mars\""),
    ("a.txt", "---\ndate: soon\n---\nText.", "is no date"), ("a.txt", "---\nside: [\n---\nText.", "not valid YAML"),
    ("a.txt", "---\nlanguage: fr\n---\nText.", "Parallax codes en and zh"),
    ("a.csv", "id,body\n1,x\n", "no text column \"text\"; the columns are id, body"),
    ("a.csv", "id,text\n1\n", "a.csv:2: error: the row has 1 cells"), ("a.csv", "id,text\n1,\"x\n", "never closed"),
    ("a.jsonl", "{\"text\":1}\n", "no text field"), ("a.jsonl", "nonsense\n", "a.jsonl:1: error: not a JSON object"),
    ("a.jsonl", "{\"text\":\" \"}\n", "is empty"), ("a.txt", "a\u{0}b", "binary file"),
  ])
  func badInputGetsOneClearLine(name: String, content: String, message: String) async throws {
    let (statements, messages) = try await read(Array(content.utf8), named: name)
    #expect(statements.isEmpty)
    #expect(messages.count == 1 && messages[0].contains(message), "\(messages)")
  }

  @Test func brokenUTF8IsReportedWithItsPlaceAndNotMisread() async throws {
    let bytes = Array("第一行很长的中文文字。\n第二行".utf8) + [0xFF] + Array("文字继续下去，全是正确的。".utf8)
    let (statements, messages) = try await read(bytes, named: "a.txt")
    #expect(statements.isEmpty)
    #expect(messages.first?.contains("a.txt:2: error: not valid UTF-8 at byte") == true, "\(messages)")
  }

  @Test func aLineThatIsTooLongIsReportedAndReadingGoesOn() async throws {
    let long = "{\"text\":\"" + String(repeating: "x", count: 300) + "\"}\n"
    let (statements, messages) = try await read(
      Array((long + "{\"text\":\"Short.\"}\n").utf8), named: "a.jsonl", options: IngestionOptions(maximumSize: 100))
    #expect(statements.map(\.text) == ["Short."] && messages.count == 1)
  }

  @Test func linesAreTheSameWhateverThePieces() throws {
    let bytes = Array("one\r\ntwo\n\nfour".utf8)
    for length in 1...6 {
      var lines = LineStream(MemorySource(bytes, pieceLength: length), maximum: 100)
      var found: [String] = []
      while let line = try lines.next() {
        if case .bytes(let bytes) = line { found.append(String(decoding: bytes, as: UTF8.self)) }
      }
      #expect(found == ["one", "two", "", "four"], "pieces of \(length)")
    }
  }

  @Test func noBytesCrashTheReader() async throws {
    var random = RandomText(seed: 4)
    for name in ["a.txt", "a.md", "a.jsonl", "a.csv", "a.tsv", "a.html"] {
      for _ in 0..<150 {
        let bytes = random.below(2) == 0 ? random.bytes(random.below(200)) : Array(random.text(random.below(120)).utf8)
        let (statements, messages) = try await read(bytes, named: name)
        let isBlankTable = statements.isEmpty && (name.hasSuffix("l") || name.hasSuffix("v"))
        #expect(!statements.isEmpty || !messages.isEmpty || isBlankTable)
      }
    }
  }

  @Test func aFolderIsReadByNameAndItsBadFilesAreReported() async throws {
    let folder = try Project.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("b.txt", "Text b."), ("a.txt", "Text a."), ("c.txt", "a\u{0}"), (".hidden.txt", "No.")] {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    var ids: [String] = []
    var messages = 0
    try await DocumentReader().read([folder.path]) { event in
      switch event {
      case .statement(let statement): ids.append(statement.metadata.id)
      case .diagnostic: messages += 1
      }
    }
    #expect(ids == ["a", "b"] && messages == 1)
  }
}

@Suite struct PageMenderTests {
  @Test func linesAreJoinedWithoutSpacesBetweenHan() {
    #expect(LineJoiner.join(["两国关系稳定，有利", "于世界和平。"]) == "两国关系稳定，有利于世界和平。")
  }

  @Test(arguments: [
    ("coop-", "eration", "cooperation"), ("de-", "risking", "de-risking"), ("well-", "known", "well-known"),
  ])
  func hyphenationIsUndoneButCompoundsKeepTheirHyphen(left: String, right: String, expected: String) {
    #expect(LineJoiner.join(left, right) == expected)
  }

  @Test func headersPageNumbersAndNotesLeaveTheSentences() {
    func page(_ number: Int, _ body: String) -> String { "Report of the Institute\n\n\(body)\n\n\(number)\n" }
    let text = [
      page(
        1,
        "Trade between both countries grew in the year 2021 and the\nfigures show that it did not break. 1 The reasons were"
      ),
      page(2, "many, and analysts do not agree on them.\n1 See A. Writer, “On Trade”, 2021, http://example.org/a\n"),
      page(3, "A further paragraph follows here and it ends as well."),
    ].joined(separator: "\u{0C}")
    let mended = PageMender.mend(text)
    #expect(!mended.contains("Institute"))
    #expect(mended.contains("The reasons were many, and analysts do not agree on them."), "\(mended)")
    #expect(mended.contains("A. Writer"), "a note is moved, not lost")
  }

  @Test func chineseNumeralsAreWordsAndNoNumbersOfNotes() {
    let text = "双方关系稳定，这一点没有改变。两国官员都这样说，一些学者也同意这种看法，并且写\n成文章。12 一个例子就在这里，它说明了很多事情，值得大家仔细研究和讨论，也值得引用。"
    #expect(PageMender.mend(text).contains("改变。两国官员"))
    #expect(PageMender.mend(text).contains("文章。一个例子"))
  }

  @Test func proseIsNotTakenForPages() {
    #expect(!PageMender.looksWrapped("A paragraph.\n\nAnother paragraph that is a good deal longer than the first.\n"))
  }
}
