namespace Procedures.Definitions.Format;

/// <summary>Places in a JSON file, as "$.root.activities[3].condition".</summary>
internal static class JsonPath
{
    public static string Member(string place, string name) =>
        IsPlain(name) ? $"{place}.{name}" : $"{place}['{Quote.Shown(name)}']";

    public static string Item(string place, int index) => $"{place}[{index}]";

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 60 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$' or '-');
}
