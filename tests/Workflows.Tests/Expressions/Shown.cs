using System.Globalization;

namespace Procedures.Expressions;

/// <summary>Values as these tests write them down, so that minus zero, undefined and null are told apart.</summary>
internal static class Shown
{
    public static readonly Scope Scope = new(new DateOnly(2026, 10, 1));

    public static string Of(Value value) => value switch
    {
        Value.UndefinedValue => "undefined",
        Value.NullValue => "null",
        Value.Truth truth => truth.Is ? "true" : "false",
        Value.Number { Amount: 0 } zero => double.IsNegative(zero.Amount) ? "-0" : "0",
        Value.Number number => number.Amount.ToString("R", CultureInfo.InvariantCulture),
        Value.Text text => $"'{text.Content}'",
        Value.List list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        Value.Map map => $"{{{string.Join(", ", map.Members.Select(m => $"{m.Key}: {Of(m.Value)}"))}}}",
        _ => throw new InvalidOperationException($"A value of the kind {value.GetType().Name} left the interpreter."),
    };

    public static string Result(string source) => Of(Script.Parse(source).Evaluate(Scope));

    public static ScriptSyntaxException SyntaxError(string source) =>
        Assert.Throws<ScriptSyntaxException>(() => Script.Parse(source));

    public static ScriptFaultException Fault(string source, int budget = 100_000) =>
        Assert.Throws<ScriptFaultException>(() => Script.Parse(source).Evaluate(Scope, budget));
}
