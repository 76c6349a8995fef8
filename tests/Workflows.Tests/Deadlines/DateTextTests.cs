using Procedures.Deadlines;
using static Procedures.Tests.Deadlines.TestCalendar;

namespace Procedures.Tests.Deadlines;

public class DateTextTests
{
    [Theory]
    [InlineData("2019-06-24", "Monday 24 June 2019", "lundi 24 juin 2019")]
    [InlineData("2026-10-01", "Thursday 1 October 2026", "jeudi 1er octobre 2026")]
    [InlineData("2024-02-29", "Thursday 29 February 2024", "jeudi 29 février 2024")]
    [InlineData("2027-08-11", "Wednesday 11 August 2027", "mercredi 11 août 2027")]
    [InlineData("2020-12-06", "Sunday 6 December 2020", "dimanche 6 décembre 2020")]
    public void Long_dates_have_their_weekday(string day, string english, string french) =>
        Assert.Equal(new Bilingual(english, french), DateText.Long(Day(day)));

    [Fact]
    public void Short_dates_have_none()
    {
        Assert.Equal("1 October 2026", DateText.Short(Day("2026-10-01"), Language.English));
        Assert.Equal("1er octobre 2026", DateText.Short(Day("2026-10-01"), Language.French));
        Assert.Equal("11 octobre 2026", DateText.Short(Day("2026-10-11"), Language.French));
    }

    [Fact]
    public void Every_weekday_and_month_has_its_own_name_in_each_language()
    {
        var days = Enumerable.Range(0, 366).Select(Day("2024-01-01").AddDays).ToList();
        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.Equal(7, days.Select(day => DateText.Weekday(day.DayOfWeek, language)).Distinct().Count());
            Assert.Equal(12, days.Select(day => DateText.MonthOf(2024, day.Month).In(language)).Distinct().Count());
            Assert.Equal(366, days.Select(day => DateText.Long(day, language)).Distinct().Count());
        }
    }
}
