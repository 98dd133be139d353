import DiscourseModel
import Testing

@Suite struct ModelTests {
  @Test(arguments: [
    ("2021", "2021"), ("2021-03", "2021-03"), ("2021-03-09", "2021-03-09"), ("2020-02-29", "2020-02-29"),
    ("2021-03-09T10:00:00Z", "2021-03-09"),
  ])
  func datesAreReadAsPreciselyAsTheyAreGiven(text: String, expected: String) {
    #expect(StatementDate(parsing: text)?.description == expected)
  }

  @Test(arguments: [
    "", "21", "2021-13", "2021-02-30", "2021-3-9-1", "yesterday", "2021-", "-2021", "2021-02-29", "20a1",
  ])
  func whatIsNoDateIsRefused(text: String) {
    #expect(StatementDate(parsing: text) == nil)
  }

  @Test func datesWithoutAMonthComeBeforeTheMonthsOfTheirYear() throws {
    let year = try #require(StatementDate(parsing: "2021"))
    let month = try #require(StatementDate(parsing: "2021-01"))
    #expect(year < month)
  }

  @Test(arguments: [("us", Side.us), ("USA", .us), ("美方", .us), ("prc", .prc), ("China", .prc), ("中国", .prc)])
  func sidesAreReadAsPeopleWriteThem(text: String, side: Side) {
    #expect(Side(parsing: text) == side)
  }

  @Test func anUnknownSideIsNone() {
    #expect(Side(parsing: "UK") == nil)
  }

  @Test func codePointOffsetsCountCharactersNotBytes() {
    let offsets = CodePointOffsets("a中é😀b")
    #expect(offsets.codePoints(in: 1..<4) == 1..<2)
    #expect(offsets.codePoints(in: 6..<10) == 3..<4)
    #expect(offsets.codePoints(in: 0..<1) == 0..<1, "an earlier offset may be asked for again")
  }
}
