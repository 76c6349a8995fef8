using Procedures.Catalog;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>Elsa's ForEach: runs its body for each item of a list, one after the other.</summary>
public sealed class ForEach : Loop
{
    private const string ItemsKey = "items";
    private const string Index = "index";

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.ForEach", Categories.Looping, ("For Each", "Pour chaque"),
        ("Repeats an activity for each item of a list.", "Répète une activité pour chaque élément d’une liste."))
    {
        Inputs = [ListInput.Items],
        Outputs = [CurrentValue],
        Ports = [Ports.Body],
    };

    // The list is read once, as in Elsa: what the body does to it does not change the turns.
    public override void Start(Activation activation)
    {
        activation.Memory = activation.Memory.With(ItemsKey, Value.Of(Plain.Items(activation.Input(ListInput.Items))));
        Turn(activation);
    }

    protected override void Turn(Activation activation)
    {
        var items = ((Value.List)activation.Memory[ItemsKey]).Items;
        var index = (int)(Plain.Number(activation.Memory[Index]) ?? 0);
        if (index >= items.Length)
        {
            activation.Complete();
            return;
        }
        activation.Memory = activation.Memory.With(Index, Value.Of(index + 1));
        activation.Yield(CurrentValue, items[index]);
        RunBody(activation, ListInput.TurnVariables(items[index], index));
    }
}
