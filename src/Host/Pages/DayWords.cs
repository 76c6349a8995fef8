using System.Globalization;
using Procedures.Deadlines;

namespace Procedures.Pages;

/// <summary>Relative time in words. It only ever stands beside a date.</summary>
public static class DayWords
{
    /// <summary>"14 days left", "today", "3 days late".</summary>
    public static Bilingual Left(DateOnly lastDay, DateOnly today) => (lastDay.DayNumber - today.DayNumber) switch
    {
        0 => ("today", "aujourd'hui"),
        1 => ("tomorrow", "demain"),
        > 1 and var days => ($"{days} days left", $"dans {days} jours"),
        -1 => ("1 day late", "en retard d'un jour"),
        var days => ($"{-days} days late", $"en retard de {-days} jours"),
    };

    /// <summary>A UTC moment on the clock of Paris: "Thursday 15 October 2026, 14:05".</summary>
    public static string Moment(DateTimeOffset moment, Language language)
    {
        var paris = ParisTime.InParis(moment);
        var time = paris.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{DateText.Long(ParisTime.DayOf(moment), language)}, {time}";
    }
}
