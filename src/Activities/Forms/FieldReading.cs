using System.Globalization;
using Procedures.Expressions;

namespace Procedures.Forms;

/// <summary>Turns the texts of a web form into the values that fields hold.</summary>
internal static class FieldReading
{
    public static Value Read(FormField field, Value value) => field.Type switch
    {
        FieldType.Number => Number(value),
        FieldType.Checkbox => Truth(value),
        FieldType.List => List(value),
        FieldType.Votes when value is Value.Map votes =>
            new Value.Map([.. votes.Members.Select(m => KeyValuePair.Create(m.Key, Number(m.Value)))]),
        FieldType.Text or FieldType.Multiline or FieldType.Day or FieldType.Part or FieldType.Choice => Trimmed(value),
        _ => value,
    };

    // A decimal comma is read as in French; thousands are never grouped, so it can mean nothing else.
    private static Value Number(Value value)
    {
        if (value is not Value.Text { Content: var text }) return value;
        if (string.IsNullOrWhiteSpace(text)) return Value.Null;
        var decimals = text.Trim().Replace(',', '.');
        return double.TryParse(decimals, NumberStyles.Float, CultureInfo.InvariantCulture, out var n)
            && double.IsFinite(n) ? Value.Of(n) : value;
    }

    private static Value Truth(Value value) => value.AsText?.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "ON" or "1" or "YES" => Value.True,
        "FALSE" or "OFF" or "0" or "NO" or "" => Value.False,
        _ => value,
    };

    private static Value List(Value value) => value is Value.Text { Content: var text }
        ? Value.Of(text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Value (line) => Value.Of(line)))
        : value;

    private static Value Trimmed(Value value) =>
        value is not Value.Text { Content: var text } ? value
        : text.Trim() is { Length: > 0 } kept ? Value.Of(kept) : Value.Null;
}
