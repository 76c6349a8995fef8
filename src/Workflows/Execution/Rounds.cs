using Procedures.Expressions;
using Procedures.Journal;

namespace Procedures.Execution;

/// <summary>A procedure that begins anew: another round in the same file.</summary>
internal static class Rounds
{
    /// <summary>
    /// True when an incident has ended the procedure, as its definition wishes: nothing is left that could begin again
    /// by itself, but the procedure as a whole may.
    /// </summary>
    public static bool CanRevive(Procedure procedure) =>
        procedure is { Status: ProcedureStatus.Faulted, Parent: null, RemovedAt: null };

    /// <summary>
    /// Takes back what is open, forgets dates and results of the round before, and starts at the beginning. The
    /// journal, the letters and the answered tasks stay.
    /// </summary>
    public static void Restart(Burst burst, Act.Restarted act)
    {
        var waits = burst.Waits.All.Concat(burst.Standstill?.Waits ?? []).ToArray();
        burst.Revive();
        burst.Round++;
        Interventions.Note(burst, JournalEvent.Noted, act, (
            $"Round {burst.Round} begins", $"Début du tour de procédure n° {burst.Round}"),
            Value.MapOf(("round", Value.Of(burst.Round)), ("inputs", act.Inputs)));
        foreach (var child in waits.Where(w => w is { Kind: WaitKind.Child, Key: not null }))
            burst.Dispatches.Add(new Dispatch.Deliver(
                child.Key!, new Stimulus.Cancelled(act.Reason) { Actor = burst.Actor, ReasonFr = act.ReasonFr }));
        burst.Clear();
        burst.Inputs = Openings.WithDefaults(burst.Before.Definition, act.Inputs);
        burst.Title = Openings.TitleOf(burst.Before.Definition, burst.Inputs, burst.Institution);
        burst.Begin();
    }
}
