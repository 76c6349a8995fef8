using System.Globalization;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>How a rehearsal ended: the status, who is elected, and the dates of reference with their reasons.</summary>
internal static class YearSummary
{
    public static IEnumerable<string> Lines(RehearsedYear year, Language language)
    {
        var english = language == Language.English;
        var opened = DateText.Long(ParisTime.DayOf(year.StartedAt), language);
        yield return $"{(english ? "opened:" : "ouverture :")} {opened}";
        yield return $"{(english ? "ended:" : "fin :")} {DateText.Long(ParisTime.DayOf(year.EndedAt), language)}";
        yield return $"{(english ? "status:" : "état :")} {StatusWords.Of(year.Procedure.Status).In(language)}";
        if (year.WasCutOff)
            yield return english
                ? "The rehearsal was broken off: it waits for something that nobody answers, or goes round for ever."
                : "La répétition a été interrompue : plus personne ne répond, ou la procédure tourne en rond.";
        if (ElectedCandidate.Of(year) is { } elected) yield return $"{(english ? "elected:" : "élu(e) :")} {elected}";
        foreach (var incident in year.All.SelectMany(p => p.Incidents))
            yield return $"{(english ? "incident:" : "incident :")} {incident.ActivityId}{(english ? ":" : " :")} {incident.Text.In(language)}";
        foreach (var wait in year.All.Where(p => !p.IsOver).SelectMany(p => p.Waits)
            .Where(w => w.Assignment is { IsOptional: false }))
            yield return $"{(english ? "open:" : "ouverte :")} "
                + $"{wait.Assignment!.Step} {wait.Assignment.Title.In(language)}";
        yield return english ? "dates of reference:" : "dates de référence :";
        foreach (var anchor in year.Procedure.Anchors.Values.Values
            .Where(a => !a.Name.Contains('.', StringComparison.Ordinal)))
            yield return $"  {anchor.Name,-6}{Shown(anchor)}  {anchor.Explanation.In(language)}";
    }

    private static string Shown(Anchor anchor) => anchor.Value switch
    {
        AnchorValue.Day day => day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var other => other.Notation,
    };
}
