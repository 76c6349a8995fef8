using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's For: counts from one number to another and runs its body for each.</summary>
public sealed class For : Loop
{
    private const string Current = "current";
    private static readonly InputDeclaration First = Number("Start", 0,
        ("Start", "Début"), ("The first value.", "La première valeur."));
    private static readonly InputDeclaration Last = Number("End", 0,
        ("End", "Fin"), ("The bound.", "La borne."));
    private static readonly InputDeclaration Step = Number("Step", 1,
        ("Step", "Pas"),
        ("What is added each turn; negative to count down.",
            "Ce qui s’ajoute à chaque tour ; négatif pour décompter."));
    private static readonly InputDeclaration Inclusive = new(
        "OuterBoundInclusive", "Boolean", ("Outer bound inclusive", "Borne incluse"),
        ("Whether the bound itself is a turn.", "Si la borne elle-même est un tour."))
    {
        Hint = UiHint.Checkbox, Default = Value.True,
    };

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.For", Categories.Looping, ("For", "Pour"),
        ("Counts and repeats an activity for each number.", "Compte et répète une activité pour chaque nombre."))
    {
        Inputs = [First, Last, Step, Inclusive],
        Outputs = [CurrentValue],
        Ports = [Ports.Body],
    };

    public override void Start(Activation activation)
    {
        activation.Memory = Value.MapOf(
            ("end", Value.Of(Whole(activation, Last))), ("step", Value.Of(Whole(activation, Step))),
            ("inclusive", Value.Of(Plain.Truth(activation.Input(Inclusive)))));
        Enter(activation, Whole(activation, First));
    }

    protected override void Turn(Activation activation) =>
        Enter(activation, Remembered(activation, Current) + Remembered(activation, "step"));

    private static void Enter(Activation activation, double current)
    {
        if (!IsWithin(activation, current))
        {
            activation.Complete();
            return;
        }
        activation.Memory = activation.Memory.With(Current, Value.Of(current));
        activation.Yield(CurrentValue, Value.Of(current));
        RunBody(activation, Value.MapOf((CurrentValue.Name, Value.Of(current))));
    }

    private static bool IsWithin(Activation activation, double current)
    {
        var end = Remembered(activation, "end");
        if (current == end) return activation.Memory["inclusive"] == Value.True;
        return Remembered(activation, "step") >= 0 ? current < end : current > end;
    }

    private static double Remembered(Activation activation, string name) => Plain.Number(activation.Memory[name]) ?? 0;

    private static double Whole(Activation activation, InputDeclaration input) =>
        Plain.Number(activation.Input(input)) is { } number && number == Math.Floor(number)
            ? number
            : throw new ActivityFault((
                $"{input.Name} must be a whole number.",
                $"{input.Name} doit être un nombre entier."));

    private static InputDeclaration Number(string name, double start, Bilingual displayName, Bilingual description) =>
        new(name, "Int32", displayName, description) { Default = Value.Of(start) };
}
