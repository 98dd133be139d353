import DiscourseModel
import Testing

@Suite struct MetadataFilterTests {
  private let statement = Metadata(
    id: "a", side: .prc, institution: "Ministry", speaker: "Li Hua", date: StatementDate(parsing: "2018-07-06"),
    language: .zh, genre: "speech", others: [MetadataField(name: "administration", value: "Second")])

  @Test(arguments: [
    ("side=PRC", true), ("side=china", true), ("side!=US", true), ("side=US", false), ("language=zh-Hans", true),
    ("speaker=li hua", true), ("genre!=speech", false), ("administration=second", true), ("topic=trade", false),
    ("topic!=trade", true), ("id=a", true), ("year=2018", true), ("year>2017", true), ("month=2018-07", true),
    ("date=2018", true), ("date>2018", false), ("date>=2018-07-06", true), ("date<2018-07-06", false),
    ("date<=2018-07", true), ("date<2019", true), ("date!=2018-07-07", true), ("Genre=SPEECH", true),
  ])
  func conditionsHoldOrNot(text: String, expected: Bool) throws {
    #expect(try MetadataFilter(parsing: text).matches(statement) == expected)
  }

  @Test func aDateIsNeverMorePreciseThanItIsKnown() throws {
    let year = Metadata(id: "y", date: StatementDate(parsing: "2018"))
    #expect(try !MetadataFilter(parsing: "date>2018-03").matches(year))
    #expect(try !MetadataFilter(parsing: "date<=2018-03").matches(year))
    #expect(try MetadataFilter(parsing: "date<2019").matches(year))
    #expect(try !MetadataFilter(parsing: "date<2019").matches(Metadata(id: "none")))
    #expect(year[.month] == nil && statement[.month] == "2018-07")
  }

  @Test(arguments: [
    ("side", "no condition"), ("=US", "no condition"), ("speaker>A", "only date, year and month have an order"),
    ("side=mars", "write US or PRC"), ("date>=soon", "write YYYY, YYYY-MM or YYYY-MM-DD"), ("language=fr", "en or zh"),
  ])
  func whatCannotBeReadSaysWhatToWrite(text: String, message: String) {
    let error = #expect(throws: MetadataFilter.ParsingError.self) { try MetadataFilter(parsing: text) }
    #expect(error?.description.contains(message) == true)
  }

  @Test func allConditionsMustHold() throws {
    let filters = try ["side=PRC", "year=2018"].map { try MetadataFilter(parsing: $0) }
    #expect(filters.match(statement) && [MetadataFilter]().match(statement))
    #expect(!(filters + [try MetadataFilter(parsing: "genre=readout")]).match(statement))
  }
}
