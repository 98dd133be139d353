import DiscourseModel
import Testing

@Suite struct PeriodTests {
  private func period(_ date: String, _ length: PeriodLength) -> Period? {
    StatementDate(parsing: date).flatMap { Period($0, length: length) }
  }

  /// Weeks by ISO 8601: those around a year's end belong to the year of their Thursday.
  @Test(arguments: [
    ("2018-07-06", PeriodLength.week, "2018-W27"), ("2021-01-03", .week, "2020-W53"), ("2024-12-30", .week, "2025-W01"),
    ("2016-01-01", .week, "2015-W53"), ("1969-12-29", .week, "1970-W01"), ("1951-03-05", .week, "1951-W10"),
    ("2018-07-06", .month, "2018-07"), ("2018-12", .month, "2018-12"), ("2018-07-06", .quarter, "2018-Q3"),
    ("2018", .year, "2018"),
  ])
  func aDateLiesInItsPeriod(date: String, length: PeriodLength, name: String) {
    #expect(period(date, length)?.description == name)
  }

  @Test(arguments: [("2018", PeriodLength.month), ("2018-07", .week), ("2018", .quarter)])
  func aDateThatIsNotPreciseEnoughLiesInNone(date: String, length: PeriodLength) {
    #expect(period(date, length) == nil)
  }

  @Test func periodsFollowEachOther() throws {
    let december = try #require(period("2018-12", .month))
    #expect(december.advanced(by: 1).description == "2019-01" && december < december.advanced(by: 1))
    let week = try #require(period("2020-12-31", .week))
    #expect(week.advanced(by: 1).description == "2021-W01" && week.start?.description == "2020-12-28")
    #expect(period("2019-05", .quarter)?.start?.description == "2019-04-01")
    #expect(abs((period("2019-01", .month)?.years ?? 0) - 2019.0416) < 1e-3)
    #expect(PeriodLength.week < .year)
  }
}
