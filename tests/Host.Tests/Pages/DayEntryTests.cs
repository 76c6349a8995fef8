using Procedures.Pages;

namespace Procedures.Host.Tests;

/// <summary>Days are read as people of both languages type them.</summary>
public sealed class DayEntryTests
{
    [Theory]
    [InlineData("2026-10-15")]
    [InlineData("15/10/2026")]
    [InlineData("15.10.2026")]
    [InlineData(" 15 October 2026 ")]
    [InlineData("15 oct 2026")]
    [InlineData("15 octobre 2026")]
    [InlineData("Thursday 15 October 2026")]
    [InlineData("jeudi 15 octobre 2026")]
    public void A_day_is_understood_in_every_usual_form(string typed) =>
        Assert.Equal(new DateOnly(2026, 10, 15), DayEntry.Read(typed));

    [Theory]
    [InlineData("1er août 2026", 8)]
    [InlineData("1 juin 2026", 6)]
    [InlineData("1 juillet 2026", 7)]
    [InlineData("1 févr. 2026", 2)]
    [InlineData("1 décembre 2026", 12)]
    [InlineData("1 May 2026", 5)]
    [InlineData("1 mai 2026", 5)]
    [InlineData("1 mars 2026", 3)]
    public void Months_of_both_languages_are_known(string typed, int month) =>
        Assert.Equal(new DateOnly(2026, month, 1), DayEntry.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("tomorrow")]
    [InlineData("31 February 2026")]
    [InlineData("15 10")]
    [InlineData("15 October 26")]
    [InlineData("2026-13-01")]
    [InlineData("0 May 2026")]
    public void What_is_no_day_is_not_guessed(string? typed) => Assert.Null(DayEntry.Read(typed));
}
