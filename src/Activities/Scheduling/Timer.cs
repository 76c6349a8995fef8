using Procedures.Activities.Primitives;
using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Scheduling;

/// <summary>Elsa's Timer: starts procedures at an interval; inside a procedure it waits once.</summary>
public sealed class Timer : ActivityType
{
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
}
