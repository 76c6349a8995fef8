using System.Globalization;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>How a run ended: the status, and what is still waited for or what went wrong.</summary>
internal static class EndReport
{
    public static IEnumerable<string> Of(World world, Language language) => Lines(world).Select(l => l.In(language));

    private static IEnumerable<Bilingual> Lines(World world)
    {
        var main = world.Procedures.First();
        var status = StatusWords.Of(main.Status);
        yield return ($"status: {status.English}", $"état : {status.French}");
        foreach (var incident in main.Incidents) yield return IncidentLine(incident);
        foreach (var wait in main.Waits) yield return WaitLine(main, wait);
        foreach (var child in world.Procedures.Skip(1).Where(c => !c.IsOver || !c.Incidents.IsEmpty))
        {
            var ended = StatusWords.Of(child.Status);
            yield return ($"  child {child.Id} ({child.Definition.Name}): {ended.English}",
                $"  procédure fille {child.Id} ({child.Definition.Name}) : {ended.French}");
            foreach (var incident in child.Incidents) yield return Indented(IncidentLine(incident));
            foreach (var wait in child.Waits) yield return Indented(WaitLine(child, wait));
        }
    }

    private static Bilingual Indented(Bilingual line) => ("  " + line.English, "  " + line.French);

    private static Bilingual IncidentLine(Incident incident) => (
        $"  incident: {incident.ActivityId} ({incident.ActivityType}): {incident.Text.English}",
        $"  incident : {incident.ActivityId} ({incident.ActivityType}) : {incident.Text.French}");

    private static Bilingual WaitLine(Procedure procedure, Wait wait)
    {
        var node = procedure.Definition.Find(wait.ActivityId);
        var (what, quoi) = wait.Assignment is { } assignment
            ? ($" “{assignment.Title.English}”, {assignment.Body}", $" « {assignment.Title.French} », {assignment.Body}")
            : wait.Key is { } key ? ($" {key}", $" {key}") : ("", "");
        var until = Until(wait);
        return ($"  wait: {node?.Name ?? wait.ActivityId} ({node?.Type}) {wait.Kind}{what}{until.English}",
            $"  attente : {node?.Name ?? wait.ActivityId} ({node?.Type}) {wait.Kind}{quoi}{until.French}");
    }

    private static Bilingual Until(Wait wait) => wait switch
    {
        { Timetable.LastDay: { } day } => Until(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        { Timetable: not null } => (", without a deadline for the time being", ", sans échéance pour le moment"),
        { WakeAt: { } moment } => Until(
            ParisTime.InParis(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
        _ => Bilingual.Empty,
    };

    private static Bilingual Until(string moment) => ($", until {moment}", $", jusqu'au {moment}");
}
