using System.Globalization;

namespace Procedures.Letters;

/// <summary>Numbers as letters write them.</summary>
internal static class NumberWords
{
    /// <summary>1st, 2nd, 3rd, 11th; 1er, 2e. Nothing when there is no number.</summary>
    public static string Ordinal(object? number, Language language)
    {
        if (number is not int n) return "";
        var ending = language == Language.French
            ? n == 1 ? "er" : "e"
            : (n % 100 is >= 11 and <= 13 ? 0 : n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return n.ToString(CultureInfo.InvariantCulture) + ending;
    }

    /// <summary>Whether the singular stands after the number; in French also after 0.</summary>
    public static bool IsOne(object? number, Language language) =>
        number is int n && (n == 1 || (n == 0 && language == Language.French));
}
