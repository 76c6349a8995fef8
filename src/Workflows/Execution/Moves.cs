using Procedures.Expressions;
using Procedures.Journal;
using Procedures.Migration;

namespace Procedures.Execution;

/// <summary>A procedure goes on under another version of its definition.</summary>
internal static class Moves
{
    public static Step Take(Engine engine, Procedure procedure, Stimulus.Migrated migrated, DateTimeOffset now)
    {
        var plan = MigrationPlan.Of(procedure, migrated.Target);
        if (plan.Moved is not { } moved) return Step.Idle(procedure, Refusal(procedure, migrated, plan));
        // What has passed was asked by the former version, and is not taken back under this one.
        var barred = moved.Passed.Select(p => p.Before is null ? p : OtherCourses.Barred(p, now));
        var burst = new Burst(engine, moved with { Passed = [.. barred] }, migrated, now);
        var (from, to) = (procedure.Definition.Version, migrated.Target.Version);
        burst.Note(JournalEvent.Migrated, null,
            ($"Moved from version {from} to version {to} of the definition: "
                + $"{Interventions.Stopped(migrated.Why.English)} What is asked now stays as it was asked.",
                $"Passage de la version {from} à la version {to} de la définition : "
                + $"{Interventions.Stopped(migrated.Why.French)} Ce qui est demandé en ce moment le reste tel quel."),
            Value.MapOf(("from", Value.Of(procedure.Definition.Hash)), ("to", Value.Of(migrated.Target.Hash)),
                ("reason", Value.Of(migrated.Why.English))));
        return burst.ToStep() with { Before = procedure, Stimulus = migrated };
    }

    private static Bilingual Refusal(Procedure procedure, Stimulus.Migrated migrated, MigrationPlan plan)
    {
        var (id, version) = (procedure.Id, migrated.Target.Version);
        return ($"{id} cannot be moved to version {version}. "
            + string.Join(" ", plan.Refusals.Select(r => r.English)),
            $"{id} ne peut passer à la version {version}. "
            + string.Join(" ", plan.Refusals.Select(r => r.French)));
    }
}
