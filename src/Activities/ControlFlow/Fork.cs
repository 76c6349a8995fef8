using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Fork: starts its branches and waits for all of them, or for the first.</summary>
public sealed class Fork : ActivityType
{
    private static readonly InputDeclaration JoinMode = new(
        "JoinMode", "ForkJoinMode", ("Join mode", "Mode de jonction"),
        ("Which branches to wait for.", "Les branches à attendre."))
    {
        Hint = UiHint.Dropdown,
        IsWrapped = false,
        Default = Value.Of("WaitAll"),
        Choices =
        [
            new("WaitAll", ("Wait for all", "Les attendre toutes")),
            new("WaitAny", ("Wait for the first", "Attendre la première")),
        ],
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.Fork", Categories.ControlFlow, ("Fork", "Bifurcation"),
        ("Runs several branches side by side.", "Exécute plusieurs branches côte à côte."))
    {
        Inputs = [JoinMode], IsContainer = true, IsBrowsable = false,
    };

    public override void Start(Activation activation)
    {
        foreach (var branch in activation.Node.Children) activation.Schedule(branch);
        Rest.CompleteWhenAllEnded(activation);
    }

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes)
    {
        if (activation.Text(JoinMode) == "WaitAny") activation.Complete();
        else Rest.CompleteWhenAllEnded(activation);
    }
}
