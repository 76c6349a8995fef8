using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Start: marks where a flowchart begins.</summary>
public sealed class StartPoint : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Start", Categories.Flow, ("Start", "Début"),
        ("Marks where the flowchart begins.", "Marque le début de l’organigramme."))
    {
        IsStart = true,
    };

    public override void Start(Activation activation) => activation.Complete();
}
