using System.Text.Json;
using Procedures.Catalog;
using Procedures.Expressions;

namespace Procedures.Definitions.Format;

/// <summary>Reads the inputs and outputs of one activity, by its type's declaration.</summary>
internal static class InputReader
{
    /// <summary>The binding of a declared input; null when the definition gives none that can be used.</summary>
    public static InputBinding? Declared(JsonObjectReader activity, InputDeclaration input)
    {
        if (activity.Any(input.Member) is not { } json) return null;
        if (Wrapper(activity, input.Member, json) is { } wrapper && (input.IsWrapped || IsExpression(wrapper)))
            return Wrapped(wrapper, input.TypeName);
        var at = activity with { Place = activity.At(input.Member) };
        if (!input.IsWrapped) return Raw(at, json, input);
        JsonKind.Object.Report(json, at.Place, at);
        return null;
    }

    /// <summary>The binding of an input of an activity type that is not known; null when it is no input.</summary>
    public static InputBinding? Undeclared(JsonObjectReader activity, JsonProperty member) =>
        Wrapper(activity, member.Name, member.Value) is { } wrapper && IsExpression(wrapper)
            ? Wrapped(wrapper, "Object") : null;

    public static bool IsExpression(JsonElement member) =>
        member.ValueKind == JsonValueKind.Object
        && member.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object;

    /// <summary>Where an output goes; null when it is not bound.</summary>
    public static OutputBinding? Output(JsonObjectReader activity, string member)
    {
        if (activity.Inner(member)?.Inner("memoryReference") is not { } reference) return null;
        return reference.Text("id") is { Length: > 0 } target ? new OutputBinding(target) : null;
    }

    private static JsonObjectReader? Wrapper(JsonObjectReader activity, string member, JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? activity with { Element = json, Place = activity.At(member) } : null;

    private static bool IsExpression(JsonObjectReader wrapper) => IsExpression(wrapper.Element);

    private static InputBinding? Wrapped(JsonObjectReader wrapper, string typeName)
    {
        if (wrapper.Inner("expression") is { } expression)
            return ExpressionReader.Read(expression, typeName, wrapper.Place);
        if (!wrapper.Element.TryGetProperty("expression", out _))
            wrapper.Log.Warn(wrapper.Place, wrapper.Activity, (
                "The input has no expression; its default applies.",
                "L’entrée n’a pas d’expression ; sa valeur par défaut s’applique."));
        return null;
    }

    private static InputBinding Raw(JsonObjectReader at, JsonElement json, InputDeclaration input)
    {
        var converted = TypedValue.Convert(ValueJson.FromElement(json), input.TypeName);
        if (converted.Problem is { } problem) at.Log.Error(at.Place, at.Activity, problem);
        var reference = input.Hint == UiHint.VariablePicker
            ? ExpressionReader.ReferenceName(json, ExpressionKind.Variable) : null;
        return new InputBinding(ExpressionKind.Raw, converted.Value, reference, null, null, at.Place);
    }
}
