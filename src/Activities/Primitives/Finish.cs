using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's Finish: ends the whole procedure.</summary>
public sealed class Finish : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Finish", Categories.Primitives, ("Finish", "Terminer"),
        ("Ends the procedure, whatever still runs or waits.", "Met fin à la procédure, quoi qu’il y reste en cours."))
    {
        IsTerminal = true,
    };

    public override void Start(Activation activation) => activation.FinishProcedure();
}
