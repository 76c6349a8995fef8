using System.Collections.Immutable;
using Procedures.Deadlines;
using Procedures.Execution;
using Procedures.Rehearsal;

namespace Procedures.Reliability.Years;

/// <summary>What may happen at any time, drawn by a seed; what it is about is chosen when its day has come.</summary>
internal static class DrawnInterventions
{
    private const int Most = 8;
    private const int Days = 420;
    private const string Reason = "drawn";

    public static ImmutableArray<DatedAct> Draw(Course course, Institution institution, int seed)
    {
        // Another series than the one that has drawn the year.
        var chance = new Random(~seed);
        return [.. Enumerable.Range(0, chance.Next(1, Most)).Select(_ => One(course, institution, chance))];
    }

    private static DatedAct One(Course course, Institution institution, Random chance)
    {
        var (day, seed) = (course.Start.AddDays(chance.Next(Days)), chance.Next());
        if (chance.Next(4) == 0) return new DatedAct.RecordLate(day, Reason);
        // Chosen by a seed of its own: the same year is lived twice.
        return new DatedAct.Intervene(day, procedure => Choose(procedure, course, institution, day, new Random(seed)));
    }

    private static Act? Choose(Procedure procedure, Course course, Institution institution, DateOnly day, Random chance)
    {
        var asked = procedure.Waits.Where(w => w is { Kind: WaitKind.Task, Assignment.IsOptional: false }).ToArray();
        var wait = asked.Length == 0 ? 0 : asked[chance.Next(asked.Length)].Id;
        return chance.Next(16) switch
        {
            < 3 => new Act.Postponed(wait, day.AddDays(chance.Next(-5, 90)), Reason),
            < 6 => new Act.Reassigned(wait, OneOf([.. institution.Bodies.Keys.Order(StringComparer.Ordinal)], chance), Reason),
            < 8 => new Act.DocumentCorrected("Report", Reason) { AlsoTo = ["SGA"] },
            < 10 => CorrectDay(procedure, chance),
            < 12 => MovePart(institution, day, chance),
            < 15 => procedure.Interruption is null ? new Act.Interrupted(Reason) : new Act.Resumed(Reason),
            _ => new Act.Restarted(course.Inputs, Reason),
        };
    }

    private static Act.DayCorrected? CorrectDay(Procedure procedure, Random chance)
    {
        var days = procedure.Anchors.Fixed.Where(a => a.Value is AnchorValue.Day).Select(a => a.Key)
            .Where(name => name.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        if (days.Length == 0) return null;
        var name = OneOf(days, chance);
        var old = ((AnchorValue.Day)procedure.Anchors.Find(name)!).Date;
        return new Act.DayCorrected(name, old.AddDays(chance.Next(-40, 10)), Reason);
    }

    private static Act.PartMoved? MovePart(Institution institution, DateOnly day, Random chance)
    {
        var parts = institution.Calendar.Parts.Where(p => p.Opens >= day && p.Opens < day.AddDays(Days)).ToArray();
        if (parts.Length == 0) return null;
        var part = OneOf(parts, chance);
        var by = chance.Next(-40, 41);
        return new Act.PartMoved(part with { Opens = part.Opens.AddDays(by), Closes = part.Closes.AddDays(by) }, Reason);
    }

    private static T OneOf<T>(T[] all, Random chance) => all[chance.Next(all.Length)];
}
