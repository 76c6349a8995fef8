using System.Collections.Immutable;
using System.Globalization;
using Procedures.Definitions.Format;
using Procedures.Expressions;

namespace Procedures.Definitions;

/// <summary>Values brought to the type that a variable or an input has.</summary>
/// <remarks>
/// Studio writes every literal as a text ("42", "True", "5/20/2026 12:00:00 AM"), whatever its type. Converting a
/// converted value again changes nothing.
/// </remarks>
public static class TypedValue
{
    /// <summary>The value in that type, or the reason why it has none.</summary>
    /// <param name="value">Any value; one that is of the type already stays as it is.</param>
    /// <param name="typeName">Alias or long name. Types not known, and Object, take any value as it is.</param>
    /// <returns>
    /// Numbers and truths as such; lengths of time, moments and identifiers as checked texts (moments in ISO 8601);
    /// lists and JSON read from their text. Nothing and, except for texts, the empty text give null.
    /// </returns>
    public static Conversion Convert(Value value, string? typeName) => To(TypeAliases.Resolve(typeName), value);

    private static Conversion To(string type, Value value)
    {
        if (type.EndsWith('?')) return To(type[..^1], value);
        if (value.IsNothing) return Done(Value.Null);
        if (type.EndsWith("[]", StringComparison.Ordinal)) return ToList(type[..^2], value);
        if (type == "String") return Done(value is Value.Text ? value : Value.Of(Written(value)));
        if (type == "Object") return Done(value);
        if (value is Value.Text { Content: var blank } && string.IsNullOrWhiteSpace(blank)) return Done(Value.Null);
        return type switch
        {
            "Boolean" => ToTruth(value),
            "Int16" => ToWhole(value, short.MinValue, short.MaxValue),
            "Int32" => ToWhole(value, int.MinValue, int.MaxValue),
            "Int64" => ToWhole(value, long.MinValue, long.MaxValue),
            "Single" or "Double" or "Decimal" => ToNumber(value),
            "TimeSpan" => ToDuration(value),
            "DateTime" or "DateTimeOffset" => ToMoment(value),
            "DateOnly" => ToDay(value),
            "Guid" => ToGuid(value),
            "JSON" or "JsonElement" or "JsonNode" or "JsonObject" or "JsonArray" or "StringDictionary"
                or "ObjectDictionary" or "StringMap" or "ObjectMap" => Done(JsonText.ValueOrText(value)),
            _ => Done(value),
        };
    }

    private static string Written(Value value) => value switch
    {
        Value.Truth truth => truth.Is ? "true" : "false",
        Value.Number { Amount: var n } when n == Math.Floor(n) && Math.Abs(n) < 1e15 =>
            ((long)n).ToString(CultureInfo.InvariantCulture),
        _ => ValueJson.ToJson(value),
    };

    private static Conversion ToTruth(Value value) => value switch
    {
        Value.Truth => Done(value),
        Value.Text { Content: var t } when bool.TryParse(t, out var truth) => Done(Value.Of(truth)),
        _ => Failed(value, ("true or false", "vrai ou faux (true, false)")),
    };

    private static Conversion ToNumber(Value value) =>
        Amount(value) is { } amount ? Done(Value.Of(amount)) : Failed(value, ("a number", "un nombre"));

    private static Conversion ToWhole(Value value, double least, double most) =>
        Amount(value) is { } amount && amount == Math.Floor(amount) && amount >= least && amount <= most
            ? Done(Value.Of(amount))
            : Failed(value, ($"a whole number from {Whole(least)} to {Whole(most)}",
                $"un nombre entier de {Whole(least)} à {Whole(most)}"));

    private static string Whole(double limit) => limit.ToString("F0", CultureInfo.InvariantCulture);

    private static double? Amount(Value value)
    {
        var amount = value switch
        {
            Value.Number number => number.Amount,
            Value.Text { Content: var t } when double.TryParse(
                t, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => double.NaN,
        };
        return double.IsFinite(amount) ? amount : null;
    }

    private static Conversion ToDuration(Value value) =>
        value is Value.Text { Content: var text } && Durations.Parse(text) is not null
            ? Done(Value.Of(text.Trim()))
            : Failed(value, ("a length of time such as 15.00:00:00 (days.hours:minutes:seconds)",
                "une durée telle que 15.00:00:00 (jours.heures:minutes:secondes)"));

    private static Conversion ToMoment(Value value) =>
        value is Value.Text { Content: var text } && Moments.ToIso(text) is { } iso
            ? Done(Value.Of(iso))
            : Failed(value, ("a date such as 2026-05-20T00:00:00", "une date telle que 2026-05-20T00:00:00"));

    private static Conversion ToDay(Value value) =>
        value is Value.Text { Content: var text } && Moments.ToIso(text) is { } iso
            ? Done(Value.Of(iso[..10]))
            : Failed(value, ("a day such as 2026-05-20", "un jour tel que 2026-05-20"));

    private static Conversion ToGuid(Value value) =>
        value is Value.Text { Content: var text } && Guid.TryParse(text, out var guid)
            ? Done(Value.Of(guid.ToString("D")))
            : Failed(value, ("an identifier (GUID)", "un identifiant (GUID)"));

    private static Conversion ToList(string element, Value value)
    {
        if (value is Value.Text { Content: var blank } && string.IsNullOrWhiteSpace(blank)) return Done(Value.Null);
        if (JsonText.ValueOrText(value) is not Value.List list)
            return Failed(value, (
                "a list in JSON such as [\"a\", \"b\"]", "une liste en JSON telle que [\"a\", \"b\"]"));
        var items = ImmutableArray.CreateBuilder<Value>(list.Items.Length);
        foreach (var item in list.Items)
        {
            var converted = To(element, item);
            if (!converted.Succeeded) return new Conversion(value, converted.Problem);
            items.Add(converted.Value);
        }
        return Done(new Value.List(items.DrainToImmutable()));
    }

    private static Conversion Done(Value value) => new(value, null);

    private static Conversion Failed(Value value, Bilingual wanted)
    {
        var shown = Quote.Of(value is Value.Text text ? text.Content : Kind(value));
        return new Conversion(value, (
            $"{shown.English} is not {wanted.English}.", $"{shown.French} n’est pas {wanted.French}."));
    }

    private static string Kind(Value value) => value switch
    {
        Value.List => "[…]",
        Value.Map => "{…}",
        _ => ValueJson.ToJson(value),
    };
}
