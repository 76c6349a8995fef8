using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Sequence: runs its activities one after the other.</summary>
public sealed class Sequence : ActivityType
{
    private const string Index = "index";

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Sequence", Categories.Workflows, ("Sequence", "Séquence"),
        ("Runs activities one after the other.", "Exécute des activités l’une après l’autre."))
    {
        IsContainer = true, IsBrowsable = false,
    };

    public override void Start(Activation activation) => Next(activation, 0);

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        Next(activation, (int)(Plain.Number(activation.Memory[Index]) ?? 0) + 1);

    private static void Next(Activation activation, int index)
    {
        activation.Memory = activation.Memory.With(Index, Value.Of(index));
        if (index < activation.Node.Children.Length) activation.Schedule(activation.Node.Children[index]);
        else activation.Complete();
    }
}
