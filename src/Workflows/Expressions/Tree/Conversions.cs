using System.Text;

namespace Procedures.Expressions.Tree;

/// <summary>JavaScript's conversions between kinds of values.</summary>
internal static class Conversions
{
    public static bool ToBoolean(Value value) => value switch
    {
        Value.Truth truth => truth.Is,
        Value.Number { Amount: var n } => n != 0 && !double.IsNaN(n),
        Value.Text text => text.Content.Length > 0,
        _ => !value.IsNothing,
    };

    public static double ToNumber(Run run, Value value) => value switch
    {
        Value.Number number => number.Amount,
        Value.Text text => NumberReading.Of(text.Content),
        Value.Truth truth => truth.Is ? 1 : 0,
        Value.NullValue => 0,
        Value.UndefinedValue => double.NaN,
        _ => NumberReading.Of(ToText(run, value)),
    };

    public static string ToText(Run run, Value value)
    {
        switch (value)
        {
            case Value.Text text: return text.Content;
            case Value.Number number: return NumberWriting.Of(number.Amount);
            case Value.Truth truth: return truth.Is ? "true" : "false";
            case Value.NullValue: return "null";
            case Value.UndefinedValue: return "undefined";
            case Value.List list: return Join(run, list, ",");
            case Value.Map: return "[object Object]";
            case NativeFunction { Does: null } names: return $"[object {names.Name}]";
            case NativeFunction native: return $"function {native.Name}() {{ [native code] }}";
            case Closure closure: return closure.Source(run);
            default: throw new InvalidOperationException($"A value of the kind {value.GetType().Name} has no text.");
        }
    }

    public static string Join(Run run, Value.List list, string separator)
    {
        run.Enter(Run.CallWeight);
        var joined = new StringBuilder();
        for (var i = 0; i < list.Items.Length; i++)
        {
            var item = list.Items[i];
            var text = item.IsNothing ? "" : ToText(run, item);
            run.Spend(1 + Math.Floor((text.Length + separator.Length) / 16.0));
            if (i > 0) joined.Append(separator);
            joined.Append(text);
        }
        run.Leave(Run.CallWeight);
        return joined.ToString();
    }

    /// <summary>Lists, maps and functions become texts; everything else stays.</summary>
    public static Value ToPrimitive(Run run, Value value) =>
        value is Value.List or Value.Map or Value.Function ? new Value.Text(ToText(run, value)) : value;

    public static string TypeOf(Value value) => value switch
    {
        Value.UndefinedValue => "undefined",
        Value.Truth => "boolean",
        Value.Number => "number",
        Value.Text => "string",
        NativeFunction { Does: null } => "object",
        Value.Function => "function",
        _ => "object",
    };
}
