using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Execution;
using Procedures.Expressions;

namespace Procedures.Activities.Primitives;

/// <summary>Elsa's SetVariable: gives a variable a new value, in the variable's type.</summary>
public sealed class SetVariable : ActivityType
{
    private static readonly InputDeclaration Target = new(
        "Variable", "Variable", ("Variable", "Variable"), ("The variable to set.", "La variable à définir."))
    {
        Hint = UiHint.VariablePicker, IsWrapped = false,
    };
    private static readonly InputDeclaration NewValue = new(
        "Value", "Object", ("Value", "Valeur"), ("The new value.", "La nouvelle valeur."));

    public override ActivityDeclaration Declaration { get; } = new(
        "Elsa.SetVariable", Categories.Primitives, ("Set Variable", "Définir une variable"),
        ("Gives a variable a new value.", "Donne une nouvelle valeur à une variable."))
    {
        Inputs = [Target, NewValue],
    };

    public override void Start(Activation activation)
    {
        var name = activation.Node.Inputs.TryGetValue(Target.Member, out var chosen)
            ? chosen.Reference ?? chosen.Literal.AsText : null;
        if (string.IsNullOrEmpty(name)) throw new ActivityFault((
                "No variable is chosen.",
                "Aucune variable n'est choisie."));
        var value = Typed(activation, name, activation.Input(NewValue));
        if (!activation.SetVariable(name, value)) throw new ActivityFault((
                $"There is no variable {name} here.",
                $"Il n'y a pas de variable {name} ici."));
        activation.Complete();
    }

    private static Value Typed(Activation activation, string name, Value value)
    {
        if (DeclarationOf(activation, name) is not { } variable) return value;
        var typed = TypedValue.Convert(value, variable.IsArray ? variable.TypeName + "[]" : variable.TypeName);
        return typed.Problem is { } problem
            ? throw new ActivityFault((
                $"{variable.Name}: {problem.English}", $"{variable.Name} : {problem.French}"))
            : typed.Value;
    }

    private static Variable? DeclarationOf(Activation activation, string name)
    {
        for (var at = activation; at is not null; at = at.Parent)
        {
            if (at.Node.Variables.FirstOrDefault(v => v.Id == name || v.Name == name) is { } declared) return declared;
            if (at.Variables.Has(name)) return null;
        }
        return null;
    }
}
