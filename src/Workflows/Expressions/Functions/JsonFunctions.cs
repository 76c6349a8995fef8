using System.Text.Json;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>JSON.parse, JSON.stringify and Elsa's toJson.</summary>
internal static class JsonFunctions
{
    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        Globals.Named("JSON", null, ("parse", Parse), ("stringify", Stringify)),
        Globals.Function("toJson", (run, a) => JsonWriting.Write(run, a[0], "")),
    ];

    private static Value Parse(Run run, Arguments a)
    {
        var text = a.Text(0);
        run.Spend(text.Length / 4);
        if (a.Has(1)) throw run.Fault((
            "JSON.parse takes no second argument here", "JSON.parse ne prend pas de second argument ici"));
        try
        {
            return ValueJson.Parse(text);
        }
        catch (Exception malformed) when (malformed is JsonException or ArgumentException or InvalidOperationException)
        {
            throw run.Fault((
                "JSON.parse: the text is not well-formed JSON", "JSON.parse : le texte n'est pas du JSON bien formé"));
        }
    }

    private static Value Stringify(Run run, Arguments a)
    {
        if (!a[1].IsNothing) throw run.Fault((
            "JSON.stringify takes no replacer here; pick the members before",
            "JSON.stringify ne prend pas ici de fonction de remplacement ; choisissez d'abord les membres"));
        var indent = a[2] switch
        {
            Value.Number => new string(' ', (int)Math.Clamp(a.Whole(2), 0, 10)),
            Value.Text { Content: var text } => text[..Math.Min(10, text.Length)],
            _ => "",
        };
        return JsonWriting.Write(run, a[0], indent);
    }
}
