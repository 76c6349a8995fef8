using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Break: ends the nearest loop around it.</summary>
public sealed class Break : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Break", Categories.Looping, ("Break", "Interrompre la boucle"),
        ("Leaves the loop around it.", "Quitte la boucle qui l’entoure."))
    {
        IsTerminal = true,
    };

    public override void Start(Activation activation) => Loop.End(activation);
}
