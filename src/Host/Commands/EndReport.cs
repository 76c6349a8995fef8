using System.Globalization;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Commands;

/// <summary>How a run ended: the status, and what is still waited for or what went wrong.</summary>
internal static class EndReport
{
    public static IEnumerable<string> Of(World world)
    {
        var main = world.Procedures.First();
        yield return $"status: {main.Status}";
        foreach (var incident in main.Incidents)
            yield return $"  incident: {incident.ActivityId} ({incident.ActivityType}): {incident.Message}";
        foreach (var wait in main.Waits) yield return WaitLine(main, wait);
        foreach (var child in world.Procedures.Skip(1).Where(c => !c.IsOver || !c.Incidents.IsEmpty))
        {
            yield return $"  child {child.Id} ({child.Definition.Name}): {child.Status}";
            foreach (var incident in child.Incidents)
                yield return $"    incident: {incident.ActivityId} ({incident.ActivityType}): {incident.Message}";
            foreach (var wait in child.Waits) yield return "  " + WaitLine(child, wait);
        }
    }

    private static string WaitLine(Procedure procedure, Wait wait)
    {
        var node = procedure.Definition.Find(wait.ActivityId);
        var what = wait.Assignment is { } assignment ? $" “{assignment.Title.English}”, {assignment.Body}"
            : wait.Key is { } key ? $" {key}" : "";
        return $"  wait: {node?.Name ?? wait.ActivityId} ({node?.Type}) {wait.Kind}{what}{Until(wait)}";
    }

    private static string Until(Wait wait) => wait switch
    {
        { Timetable.LastDay: { } day } => $", until {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
        { Timetable: not null } => ", without a deadline for the time being",
        { WakeAt: { } moment } => ", until "
            + ParisTime.InParis(moment).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        _ => "",
    };
}
