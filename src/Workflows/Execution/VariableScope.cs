using System.Collections.Immutable;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>Variables as an activation sees them: its own first, then those of the activations around it.</summary>
internal static class VariableScope
{
    public static Value.Map Initial(ImmutableArray<Variable> variables) =>
        variables.IsEmpty ? Value.Map.Empty : new([.. variables.Select(v => KeyValuePair.Create(v.Id, v.Default))]);

    public static Value Get(Activation activation, string idOrName) =>
        Holder(activation, idOrName) is { } found ? found.Activation.Variables[found.Id] : Value.Undefined;

    public static bool Set(Activation activation, string idOrName, Value value)
    {
        if (Holder(activation, idOrName) is not { } found) return false;
        found.Activation.Variables = found.Activation.Variables.With(found.Id, value);
        return true;
    }

    public static bool Has(Activation activation, string idOrName) => Holder(activation, idOrName) is not null;

    /// <summary>Every visible variable by name; an inner one hides an outer one of the same name.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> Visible(Activation activation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var a = activation; a is not null; a = a.Parent)
            foreach (var (id, value) in a.Variables.Members)
                if (NameOf(a, id) is var name && seen.Add(name))
                    yield return KeyValuePair.Create(name, value);
    }

    private static (Activation Activation, string Id)? Holder(Activation activation, string idOrName)
    {
        for (var a = activation; a is not null; a = a.Parent)
        {
            if (a.Variables.Members.IsEmpty) continue;
            if (a.Variables.Has(idOrName)) return (a, idOrName);
            foreach (var variable in a.Node.Variables)
                if (variable.Name == idOrName && a.Variables.Has(variable.Id))
                    return (a, variable.Id);
        }
        return null;
    }

    private static string NameOf(Activation activation, string id)
    {
        foreach (var variable in activation.Node.Variables)
            if (variable.Id == id)
                return variable.Name;
        return id;
    }
}
