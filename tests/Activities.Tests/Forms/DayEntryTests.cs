using Procedures.Forms;

namespace Procedures.Tests.Forms;

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
    [InlineData("le jeudi 15 octobre 2026")]
    [InlineData("Thursday, 15 October 2026")]
    [InlineData("Thursday, October 15, 2026")]
    [InlineData("October 15th, 2026")]
    [InlineData("15th of October 2026")]
    [InlineData("15 Oct. 2026")]
    [InlineData("jeu. 15 oct. 2026")]
    [InlineData("15-10-2026")]
    [InlineData("15 / 10 / 2026")]
    [InlineData("2026/10/15")]
    [InlineData("15\u00a0octobre\u202f2026")]
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
    [InlineData("1 jui 2026")]
    [InlineData("1 marble 2026")]
    [InlineData("perhaps 15 October 2026")]
    [InlineData("Friday 15 October 2026")]
    public void What_is_no_day_is_not_guessed(string? typed) => Assert.Null(DayEntry.Read(typed));

    [Theory]
    [InlineData("31.11.2026", "“31.11.2026” is not a day of the calendar: November 2026 has 30 days.",
        "« 31.11.2026 » n'est pas un jour du calendrier : novembre 2026 compte 30 jours.")]
    [InlineData("3 December", "“3 December” names no year.", "« 3 December » n'indique pas l'année.")]
    [InlineData("3/12/26", "“3/12/26”: the year has four digits.", "« 3/12/26 » : l'année s'écrit en quatre chiffres.")]
    [InlineData("12/31/2026", "“12/31/2026” is not a day of the calendar.",
        "« 12/31/2026 » n'est pas un jour du calendrier.")]
    [InlineData("vendredi 15 octobre 2026", "“vendredi 15 octobre 2026”: 15 October 2026 is a Thursday.",
        "« vendredi 15 octobre 2026 » : le 15 octobre 2026 est un jeudi.")]
    [InlineData("soon", "“soon” is not a day.", "« soon » n'est pas un jour.")]
    [InlineData("", "give the day.", "indiquez le jour.")]
    public void What_is_wrong_is_said_with_an_example(string typed, string english, string french)
    {
        var problem = DayEntry.ProblemOf(typed);

        Assert.Equal(english + " Write it as 15 October 2026 or 2026-10-15.", problem.English);
        Assert.Equal(french + " Écrivez-le ainsi : 15 octobre 2026 ou 2026-10-15.", problem.French);
    }
}
