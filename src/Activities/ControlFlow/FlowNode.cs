using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Container: runs one embedded activity.</summary>
public sealed class FlowNode : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.FlowNode", Categories.Flow, ("Container", "Conteneur"),
        ("Runs the activity inside it, then goes on.", "Exécute l’activité qu’il contient, puis poursuit."))
    {
        Ports = [Ports.Body],
    };

    public override void Start(Activation activation) => activation.ScheduleOrComplete(Ports.Body);

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        activation.Complete();
}
