using System.Text;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>Elsa's functions for Base64 texts and identifiers.</summary>
internal static class EncodingFunctions
{
    private static readonly string[] NewIdentities =
        ["newGuid", "newGuidString", "newShortGuid", "getGuidString", "getShortGuid"];

    public static IEnumerable<KeyValuePair<string, Value>> All =>
    [
        Globals.Function("stringToBase64", ToBase64),
        Globals.Function("stringFromBase64", FromBase64),
        Globals.Function("parseGuid", (run, a) => Guid.TryParse(a.Text(0), out var id)
            ? Value.Of(id.ToString("D"))
            : throw run.Fault((
                "parseGuid: the text is no identifier (GUID)",
                "parseGuid : le texte n'est pas un identifiant (GUID)"))),
        .. NewIdentities.Select(name => Globals.Function(name, (run, _) => throw run.Fault((
            $"there is no {name} here, because an expression always gives the same value; "
                + "getWorkflowInstanceId() is unique to the procedure",
            $"il n'y a pas de {name} ici, car une expression donne toujours la même valeur ; "
                + "getWorkflowInstanceId() est propre à la procédure")))),
    ];

    private static Value ToBase64(Run run, Arguments a)
    {
        var text = a.Text(0);
        run.SpendOnText(text.Length);
        return Value.Of(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
    }

    private static Value FromBase64(Run run, Arguments a)
    {
        var text = a.Text(0);
        run.SpendOnText(text.Length);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Value.Of(Encoding.UTF8.GetString(bytes, 0, length))
            : throw run.Fault((
                "stringFromBase64: the text is not Base64", "stringFromBase64 : le texte n'est pas en Base64"));
    }
}
