namespace Procedures.Deadlines.Notation;

/// <summary>A signed number of units. The day it is counted from is never counted itself.</summary>
internal sealed record Offset(int Amount, OffsetUnit Unit, bool Backward)
{
    /// <summary>
    /// Months and years keep the day number; a month that is too short gives its last day. Always from the anchor.
    /// </summary>
    public DateOnly From(DateOnly anchor, Calendar calendar)
    {
        var signed = Backward ? -Amount : Amount;
        return Unit switch
        {
            OffsetUnit.Days => anchor.AddDays(signed),
            OffsetUnit.Weeks => anchor.AddDays(7 * signed),
            OffsetUnit.Months => anchor.AddMonths(signed),
            OffsetUnit.Years => anchor.AddYears(signed),
            _ => calendar.AddWorkingDays(anchor, signed),
        };
    }

    /// <summary>"12 calendar months", "12 mois calendaires".</summary>
    public Bilingual Length
    {
        get
        {
            var (english, french) = Unit switch
            {
                OffsetUnit.Days => ("calendar day", "jour calendaire"),
                OffsetUnit.Weeks => ("week", "semaine"),
                OffsetUnit.Months => ("calendar month", "mois calendaire"),
                OffsetUnit.Years => ("year", "an"),
                _ => ("working day", "jour ouvrable"),
            };
            var englishPlural = Amount == 1 ? english : english + "s";
            // In French zero and one are singular, and "mois" does not change.
            var frenchPlural = Amount < 2 ? french : string.Join(' ', french.Split(' ')
                .Select(word => word == "mois" ? word : word + "s"));
            return ($"{Amount} {englishPlural}", $"{Amount} {frenchPlural}");
        }
    }

    /// <summary>"12 calendar months before", "12 mois calendaires avant".</summary>
    public Bilingual Phrase => Backward
        ? ($"{Length.English} before", $"{Length.French} avant")
        : ($"{Length.English} after", $"{Length.French} après");
}
