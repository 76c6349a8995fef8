using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's Decision: leaves by True or by False.</summary>
public sealed class FlowDecision : ActivityType
{
    private static readonly InputDeclaration Condition = Conditions.Input;

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.FlowDecision", Categories.Branching, ("Decision", "Décision"),
        ("Takes one of two branches.", "Emprunte l’une de deux branches."))
    {
        Inputs = [Condition],
        Ports = [new("True", ("True", "Vrai")), new("False", ("False", "Faux"))],
    };

    public override void Start(Activation activation) =>
        activation.Complete(Plain.Truth(activation.Input(Condition)) ? "True" : "False");
}
