using Procedures.Catalog;
using Procedures.Definitions;
using Procedures.Expressions;

namespace Procedures.Execution;

/// <summary>
/// The value of an input: its expression evaluated where the activity stands, converted to the input's type.
/// </summary>
internal static class InputEvaluation
{
    public static Value Of(Activation activation, ActivityNode node, InputDeclaration declaration)
    {
        if (!node.Inputs.TryGetValue(declaration.Member, out var binding)) return declaration.Default;
        var value = Of(activation, binding, declaration.TypeName);
        return value is Value.UndefinedValue ? declaration.Default : value;
    }

    public static Value Of(Activation activation, InputBinding binding, string typeName)
    {
        var value = binding.Kind switch
        {
            ExpressionKind.Variable => activation.Variable(binding.Reference ?? ""),
            ExpressionKind.Input => activation.ProcedureInputs[binding.Reference ?? ""],
            ExpressionKind.JavaScript => Run(activation, binding),
            _ => binding.Literal,
        };
        return binding.Kind == ExpressionKind.Literal ? Typed(value, typeName, binding)
            : value is Value.Truth truth && typeName == "String" ? Written(truth)
            : value;
    }

    // An expression's truth becomes a text as .NET writes it, because Elsa converts it so.
    private static Value Written(Value.Truth truth) => Value.Of(truth.Is ? bool.TrueString : bool.FalseString);

    private static Value Run(Activation activation, InputBinding binding)
    {
        if (binding.Script is not { } script)
            throw new ActivityFault(binding.SyntaxError is { } error
                ? ($"{binding.Place}, line {error.Line}, column {error.Column}: {error.Text.English}",
                    $"{binding.Place}, ligne {error.Line}, colonne {error.Column} : {error.Text.French}")
                : new Bilingual(
                    $"{binding.Place}: the script cannot be read.", $"{binding.Place} : le script ne peut être lu."));
        try
        {
            return script.Evaluate(new ScriptScope(activation));
        }
        catch (ScriptFaultException fault)
        {
            throw new ActivityFault((
                $"{binding.Place}, line {fault.Line}, column {fault.Column}: {fault.Text.English}",
                $"{binding.Place}, ligne {fault.Line}, colonne {fault.Column} : {fault.Text.French}"), fault);
        }
    }

    private static Value Typed(Value literal, string typeName, InputBinding binding)
    {
        var typed = TypedValue.Convert(literal, typeName);
        return typed.Problem is { } problem ? throw new ActivityFault((
            $"{binding.Place}: {problem.English}", $"{binding.Place} : {problem.French}")) : typed.Value;
    }
}
