using Procedures.Catalog;
using Procedures.Execution;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Parallel: starts all its activities and waits for all of them.</summary>
public sealed class Parallel : ActivityType
{
    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Parallel", Categories.Workflows, ("Parallel", "Parallèle"),
        ("Starts several activities and waits for all of them.", "Lance plusieurs activités et les attend toutes."))
    {
        IsContainer = true, IsBrowsable = false,
    };

    public override void Start(Activation activation)
    {
        foreach (var child in activation.Node.Children) activation.Schedule(child);
        Rest.CompleteWhenAllEnded(activation);
    }

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        Rest.CompleteWhenAllEnded(activation);
}
