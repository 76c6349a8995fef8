using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Join: the flowchart asks for its mode before it runs.</summary>
public sealed class FlowJoin : ActivityType
{
    private static readonly InputDeclaration Mode = new(
        "Mode", "FlowJoinMode", ("Mode", "Mode"),
        ("What the join waits for.", "Ce que la jonction attend."))
    {
        Hint = UiHint.Dropdown,
        Default = Value.Of("WaitAny"),
        Choices =
        [
            new("WaitAny",
                ("Wait for the first branch, cancel the others", "Attendre la première branche, annuler les autres")),
            new("WaitAll", ("Wait for all branches", "Attendre toutes les branches")),
            new("WaitAllActive", ("Wait for all branches that were taken", "Attendre toutes les branches empruntées")),
        ],
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.FlowJoin", Categories.Branching, ("Join", "Jonction"),
        ("Brings branches together.", "Réunit des branches."))
    {
        Inputs = [Mode],
    };

    public override void Start(Activation activation) => activation.Complete();
}
