using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's flow Fork: leaves by all its branches at once.</summary>
public sealed class FlowFork : ActivityType
{
    private static readonly InputDeclaration Branches = new(
        "Branches", "String[]", ("Branches", "Branches"),
        ("The names of the branches.", "Les noms des branches."))
    {
        Hint = UiHint.DynamicOutcomes, DefaultSyntax = "Object",
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.FlowFork", Categories.Branching, ("Fork (flow)", "Bifurcation (organigramme)"),
        ("Starts several branches.", "Ouvre plusieurs branches."))
    {
        Inputs = [Branches],
    };

    public override void Start(Activation activation) =>
        activation.Complete(new Outcomes([.. Plain.Items(activation.Input(Branches)).Select(Plain.Text)]));
}
