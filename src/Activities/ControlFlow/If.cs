using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's If: runs one of two embedded activities.</summary>
public sealed class If : ActivityType
{
    private static readonly PortDeclaration Then = new("Then", ("Then", "Alors"), IsEmbedded: true);
    private static readonly PortDeclaration Else = new("Else", ("Else", "Sinon"), IsEmbedded: true);
    private static readonly OutputDeclaration Result = new(
        "Result", "Boolean", ("Result", "Résultat"), ("Whether the condition held.", "Si la condition était remplie."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.If", Categories.Branching, ("If", "Si"),
        ("Runs one of two activities.", "Exécute l’une de deux activités."))
    {
        Inputs = [Conditions.Input],
        Outputs = [Result],
        Ports = [Then, Else],
    };

    public override void Start(Activation activation)
    {
        var holds = Plain.Truth(activation.Input(Conditions.Input));
        activation.Yield(Result, Value.Of(holds));
        activation.ScheduleOrComplete(holds ? Then : Else);
    }

    public override void ChildCompleted(Activation activation, Activation child, Outcomes outcomes) =>
        activation.Complete();
}
