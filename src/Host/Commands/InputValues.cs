using Procedures.Definitions;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Commands;

/// <summary>
/// The inputs that a person types for a procedure, brought to the types that the definition declares.
/// </summary>
public static class InputValues
{
    /// <summary>Reads NAME=VALUE pairs.</summary>
    /// <exception cref="UsageException">
    /// A value is not of its input's type, or the definition has no such input.
    /// </exception>
    public static Value.Map Read(Definition definition, IEnumerable<(string Name, string Value)> pairs)
    {
        var inputs = Value.Map.Empty;
        foreach (var (name, text) in pairs)
        {
            if (inputs.Has(name)) throw new UsageException((
                $"The input {name} is given twice.", $"L'entrée {name} est donnée deux fois."));
            inputs = inputs.With(name, Typed(definition, name, text));
        }
        return inputs;
    }

    private static Value Typed(Definition definition, string name, string text)
    {
        if (definition.Inputs.FirstOrDefault(i => i.Name == name) is not { } input)
            return definition.Inputs.IsEmpty ? Guessed(text) : throw Unknown(definition, name);
        var type = input.IsArray ? input.TypeName + "[]" : input.TypeName;
        if (TypeAliases.Resolve(type) == "Object") return Guessed(text);
        var converted = TypedValue.Convert(Value.Of(text), type);
        return converted.Problem is { } problem
            ? throw new UsageException((
                $"The input {name} is a {type}: {problem.English}",
                    $"L'entrée {name} est de type {type} : {problem.French}"))
            : converted.Value;
    }

    /// <summary>
    /// Inputs of any type, and those that a definition reads without declaring them: numbers, truths and JSON count
    /// as such.
    /// </summary>
    private static Value Guessed(string text)
    {
        try
        {
            return text.Length > 0 ? ValueJson.Parse(text) : Value.Of(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return Value.Of(text);
        }
    }

    private static UsageException Unknown(Definition definition, string name)
    {
        var names = definition.Inputs.Select(i => i.Name).ToArray();
        var nearest = NearestNames.Of(name, names);
        var hint = nearest.Count > 0
            ? NearestNames.Question(nearest)
            : ($" It has {string.Join(", ", names)}.", $" Elle a {string.Join(", ", names)}.");
        return new UsageException((
            $"{definition.Name} has no input {name}.{hint.English}",
            $"{definition.Name} n'a pas d'entrée {name}.{hint.French}"));
    }
}
