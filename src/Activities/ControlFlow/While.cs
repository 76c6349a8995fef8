using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's While: runs its body as long as a condition holds.</summary>
public sealed class While : Loop
{
    private static readonly InputDeclaration Condition = Conditions.Input with { IsEvaluatedAtStart = false };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.While", Categories.Looping, ("While", "Tant que"),
        ("Repeats an activity while the condition holds.", "Répète une activité tant que la condition est remplie."))
    {
        Inputs = [Condition],
        Ports = [Ports.Body],
    };

    public override void Start(Activation activation) => Turn(activation);

    protected override void Turn(Activation activation)
    {
        if (Plain.Truth(activation.Input(Condition))) RunBody(activation, Value.Map.Empty);
        else activation.Complete();
    }
}
