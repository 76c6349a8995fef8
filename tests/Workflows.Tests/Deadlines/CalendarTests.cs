using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class CalendarTests
{
    [Fact]
    public void The_file_holds_four_parts_for_each_year_from_2014_to_2027()
    {
        Assert.Equal(56, Product.Parts.Count());
        Assert.All(Product.Parts, part => Assert.Equal(DayOfWeek.Monday, part.Opens.DayOfWeek));
        Assert.All(Product.Parts.GroupBy(part => part.Year), year =>
            Assert.Equal([1, 2, 3, 4], year.Select(part => part.Number)));
    }

    [Theory]
    [InlineData(2026, 3, PartStatus.Held, "2026-06-22", "2026-06-26")]
    [InlineData(2026, 4, PartStatus.ToConfirm, "2026-09-28", "2026-10-02")]
    [InlineData(2020, 2, PartStatus.Cancelled, "2020-04-20", "2020-04-24")]
    [InlineData(2021, 1, PartStatus.Held, "2021-01-25", "2021-01-28")]
    [InlineData(2027, 4, PartStatus.Projected, "2027-10-04", "2027-10-08")]
    [InlineData(2035, 3, PartStatus.Projected, "2035-06-25", "2035-06-29")]
    public void A_part_is_found_by_its_number(int year, int number, PartStatus status, string opens, string closes) =>
        Assert.Equal(new PartSession(year, number, Day(opens), Day(closes), status), Product.Find(year, number));

    [Theory]
    // How often the usual pattern hits the dates that were really fixed, of the thirteen years 2014 to 2026.
    [InlineData(1, 12)]
    [InlineData(2, 11)]
    [InlineData(3, 12)]
    [InlineData(4, 12)]
    public void The_usual_pattern_agrees_with_nearly_every_year_on_record(int number, int agreeing)
    {
        var years = Enumerable.Range(2014, 13);
        Assert.Equal(agreeing,
            years.Count(year => Calendar.Empty.Find(year, number)!.Opens == Part(year, number).Opens));
    }

    [Fact]
    public void Every_projected_year_has_four_parts_in_order_clear_of_Easter()
    {
        for (var year = 2028; year <= Calendar.LastYear; year++)
        {
            var parts = Enumerable.Range(1, 4).Select(number => Part(year, number)).ToList();
            Assert.Equal(parts.OrderBy(part => part.Opens), parts);
            Assert.All(parts, part => Assert.True(part.IsProvisional && part.Closes == part.Opens.AddDays(4)));
            if (!Product.KnowsHolidaysOf(year)) continue;
            Assert.All(parts, part => Assert.True(Product.IsWorkingDay(part.Opens), $"{part.Notation} opens closed"));
            Assert.All(parts, part => Assert.True(Product.IsWorkingDay(part.Closes), $"{part.Notation} closes closed"));
        }
    }

    [Theory]
    [InlineData(1998, 1)]
    [InlineData(2061, 1)]
    [InlineData(2026, 0)]
    [InlineData(2026, 5)]
    public void There_is_no_such_part(int year, int number) => Assert.Null(Product.Find(year, number));

    [Fact]
    public void Searches_pass_over_cancelled_parts()
    {
        Assert.Equal(Part(2020, 1), Product.LastPartClosingNlt(Day("2020-12-31")));
        Assert.Equal(Part(2021, 1), Product.FirstPartOpeningNbf(Day("2020-02-01")));
        Assert.Equal(Part(2021, 1), Product.NextPartAfter(Part(2020, 1)));
        Assert.Equal(Part(2021, 1), Product.NextPartAfter(Part(2020, 3)));
    }

    [Fact]
    public void Searches_take_the_limit_itself()
    {
        Assert.Equal(Part(2026, 3), Product.LastPartClosingNlt(Day("2026-06-26")));
        Assert.Equal(Part(2026, 2), Product.LastPartClosingNlt(Day("2026-06-25")));
        Assert.Equal(Part(2026, 3), Product.FirstPartOpeningNbf(Day("2026-06-22")));
        Assert.Equal(Part(2026, 4), Product.FirstPartOpeningNbf(Day("2026-06-23")));
    }

    [Fact]
    public void An_extraordinary_session_is_no_part_session() =>
        Assert.Equal(Part(2022, 2), Product.FirstPartOpeningNbf(Day("2022-03-01")));

    [Fact]
    public void Searches_end_where_the_calendar_ends()
    {
        Assert.Null(Product.FirstPartOpeningNbf(Day("2061-01-01")));
        Assert.Null(Product.LastPartClosingNlt(Day("1998-12-31")));
        Assert.Equal(Part(2060, 4), Product.LastPartClosingNlt(Day("2060-12-31")));
        Assert.Null(Product.LastPartClosingNlt(Day("2061-01-01")));
    }

    [Fact]
    public void A_part_that_is_fixed_replaces_the_projection_and_leaves_the_rest()
    {
        var moved = new PartSession(2027, 4, Day("2027-09-27"), Day("2027-10-01"), PartStatus.Held);
        var calendar = Product.With(moved);
        Assert.Equal(moved, calendar.Find(2027, 4));
        Assert.Equal(Part(2027, 3), calendar.Find(2027, 3));
        Assert.Equal(PartStatus.Projected, Product.Find(2027, 4)!.Status);
    }

    [Theory]
    [InlineData("2026-04-03", false)] // Good Friday
    [InlineData("2026-04-06", false)] // Easter Monday
    [InlineData("2026-05-14", false)] // Ascension
    [InlineData("2026-05-25", false)] // Whit Monday
    [InlineData("2026-12-28", false)] // closure
    [InlineData("2026-09-26", false)] // Saturday
    [InlineData("2026-09-28", true)]
    [InlineData("2026-04-07", true)]
    public void Working_days_leave_out_weekends_and_holidays(string day, bool worked) =>
        Assert.Equal(worked, Product.IsWorkingDay(Day(day)));

    [Fact]
    public void Holidays_are_listed_for_2012_to_2035_in_both_languages()
    {
        Assert.Equal(Enumerable.Range(2012, 24), Product.Holidays.Select(holiday => holiday.Day.Year).Distinct());
        Assert.False(Product.KnowsHolidaysOf(2036));
        Assert.All(Product.Holidays, holiday => Assert.NotEqual(holiday.Name.English, holiday.Name.French));
    }

    [Theory]
    [InlineData(
        """{"partSessions":[{"year":2026,"number":5,"opens":"2026-01-01","closes":"2026-01-02","status":"held"}]}""",
        "not 1, 2, 3 or 4")]
    [InlineData(
        """{"partSessions":[{"year":2026,"number":1,"opens":"2026-01-03","closes":"2026-01-02","status":"held"}]}""",
        "closes before")]
    [InlineData(
        """{"partSessions":[{"year":2026,"number":1,"opens":"2025-01-01","closes":"2026-01-02","status":"held"}]}""",
        "another year")]
    [InlineData(
        """{"partSessions":[{"year":2026,"number":1,"opens":"2026-01-01","closes":"2026-01-02","status":"?"}]}""",
        "its status")]
    [InlineData(
        """{"partSessions":[{"year":2026,"number":1,"opens":"1 June","closes":"2026-01-02","status":"held"}]}""",
        "1 June")]
    [InlineData("""{"partSessions":[{"year":2026}]}""", "Entry 1")]
    [InlineData("""{"partSessions":{}}""", "no list")]
    [InlineData("[]", "no list")]
    [InlineData("{", "not JSON")]
    public void A_calendar_file_with_a_mistake_is_refused_and_the_entry_named(string json, string hint) =>
        Assert.Contains(hint, Assert.Throws<FormatException>(() => Calendar.Read(json, HolidaysJson)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_day_that_stands_twice_is_refused() =>
        Assert.Contains("repeats 2026-01-01", Assert.Throws<FormatException>(() => Calendar.Read(PartSessionsJson, """
            {"holidays":[{"date":"2026-01-01","english":"a","french":"b"},
                         {"date":"2026-01-01","english":"c","french":"d"}]}
            """)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-06-22", "2026-06-22")]
    [InlineData(" part( 2026 , 3 ) ", "part(2026,3)")]
    public void A_value_is_kept_as_text_and_read_back(string text, string notation) =>
        Assert.Equal(notation, AnchorValue.Read(text, Product)!.Notation);

    [Theory]
    [InlineData("2026-02-30"), InlineData("part(2026,5)"), InlineData("part(1800,1)"), InlineData("EO"), InlineData("")]
    public void What_is_no_value_is_not_read(string text) => Assert.Null(AnchorValue.Read(text, Product));
}
