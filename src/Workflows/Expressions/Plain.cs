using System.Globalization;

namespace Procedures.Expressions;

/// <summary>Values read as plain texts, numbers and truths, as inputs of activities want them.</summary>
public static class Plain
{
    /// <summary>
    /// The text itself, a number or truth as JavaScript writes it, a list or map as JSON, nothing as "".
    /// </summary>
    public static string Text(Value value) => value switch
    {
        Value.Text text => text.Content,
        Value.Truth truth => truth.Is ? "true" : "false",
        Value.Number number => number.Amount.ToString("R", CultureInfo.InvariantCulture),
        Value.List or Value.Map => ValueJson.ToJson(value),
        _ => "",
    };

    /// <summary>True for true, "true" in any case, and numbers other than zero.</summary>
    public static bool Truth(Value value) => value switch
    {
        Value.Truth truth => truth.Is,
        Value.Text text => text.Content.Equals("true", StringComparison.OrdinalIgnoreCase),
        Value.Number number => number.Amount != 0 && !double.IsNaN(number.Amount),
        _ => !value.IsNothing,
    };

    /// <summary>The number, also when it is written as text; null when there is none.</summary>
    public static double? Number(Value value) => value switch
    {
        Value.Number number => number.Amount,
        Value.Text text when double.TryParse(text.Content, NumberStyles.Float, CultureInfo.InvariantCulture,
            out var n) => n,
        _ => null,
    };

    /// <summary>The items of a list; a text that holds a JSON list is read; a single value is a list of one.</summary>
    public static IReadOnlyList<Value> Items(Value value)
    {
        if (value is Value.List list) return list.Items;
        if (value.IsNothing) return [];
        if (value is not Value.Text { Content: var text }) return [value];
        if (!text.TrimStart().StartsWith('[')) return text.Length == 0 ? [] : [value];
        try
        {
            return ValueJson.Parse(text) is Value.List parsed ? parsed.Items : [value];
        }
        catch (System.Text.Json.JsonException)
        {
            return [value];
        }
    }
}
