using Procedures.Activities.Primitives;
using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;

namespace Procedures.Activities.Scheduling;

/// <summary>Elsa's Timer: starts procedures at an interval; inside a procedure it waits once.</summary>
public sealed class Timer : ActivityType
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly InputDeclaration Interval = Until.Length("Interval", ("Interval", "Intervalle"));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Timer", Categories.Scheduling, ("Timer", "Minuterie"),
        ("Starts procedures at an interval, or waits once.", "Ouvre des procédures à intervalles, ou attend une fois."))
    {
        Kind = ActivityKind.Trigger, Inputs = [Interval],
    };

    public override void Start(Activation activation)
    {
        if (Trigger.HasFired(activation)) activation.Complete();
        else Until.WaitOrComplete(activation, activation.Now + Until.LengthOf(activation, Interval));
    }

    // The beat is kept: what was missed is left out, and the next start falls where it would have fallen anyway.
    public override DateTimeOffset? NextStart(ActivityNode node, DateTimeOffset after, DateTimeOffset? previous)
    {
        var interval = Durations.Parse(Starts.TextOf(node, Interval)) ?? TimeSpan.Zero;
        if (interval < Shortest)
            throw new ActivityFault((
                $"{Interval.Name}: procedures cannot be started more often than every {Shortest:c}.",
                $"{Interval.Name} : des procédures ne peuvent débuter plus souvent que toutes les {Shortest:c}."));
        if (previous is not { } last || last > after) return (previous ?? after) + interval;
        return last + interval * ((after - last).Ticks / interval.Ticks + 1);
    }
}
