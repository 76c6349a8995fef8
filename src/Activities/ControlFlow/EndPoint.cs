using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's End: completes the flowchart that holds it.</summary>
public sealed class EndPoint : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.End", Categories.Flow, ("End", "Fin"),
        ("Completes the flowchart; what still waits in it is cancelled.",
            "Achève l’organigramme ; ce qui y est encore en attente est annulé."))
    {
        IsTerminal = true,
    };

    public override void Start(Activation activation) => activation.Complete();
}
