using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's ParallelForEach: runs its body for all items of a list side by side.</summary>
public sealed class ParallelForEach : Loop
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.ParallelForEach", Categories.Looping, ("Parallel For Each", "Pour chaque, en parallèle"),
        ("Runs an activity for all items of a list side by side.",
            "Exécute une activité pour tous les éléments d’une liste, côte à côte."))
    {
        Inputs = [ListInput.Items],
        Ports = [Ports.Body],
    };

    public override void Start(Activation activation)
    {
        var items = Plain.Items(activation.Input(ListInput.Items));
        if (items.Count == 0) activation.Complete();
        for (var i = 0; i < items.Count; i++) RunBody(activation, ListInput.TurnVariables(items[i], i));
    }

    protected override void Turn(Activation activation) => Rest.CompleteWhenAllEnded(activation);
}
