using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Activities.ControlFlow;

/// <summary>The list that a loop goes through, and what its body sees of each item.</summary>
internal static class ListInput
{
    public static readonly InputDeclaration Items = new(
        "Items", "Object", ("Items", "Éléments"), ("The list to go through.", "La liste à parcourir."))
    {
        Hint = UiHint.MultiLine, DefaultSyntax = "JavaScript",
    };

    /// <summary>CurrentValue and CurrentIndex, which hide those of the loops around.</summary>
    public static Value.Map TurnVariables(Value item, int index) =>
        Value.MapOf((Loop.CurrentValue.Name, item), ("CurrentIndex", Value.Of(index)));
}
