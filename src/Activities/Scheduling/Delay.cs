using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Scheduling;

/// <summary>Elsa's Delay: waits for a length of time.</summary>
public sealed class Delay : ActivityType
{
    private static readonly InputDeclaration Length = Until.Length("TimeSpan", ("Time span", "Durée"));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Delay", Categories.Scheduling, ("Delay", "Délai"),
        ("Waits for a length of time.", "Attend pendant une durée."))
    {
        Inputs = [Length],
    };

    public override void Start(Activation activation) =>
        Until.WaitOrComplete(activation, activation.Now + Until.LengthOf(activation, Length));
}
