using System.Globalization;
using System.Text;
using Procedures.Expressions.Tree;

namespace Procedures.Expressions.Functions;

/// <summary>An order of texts that is the same on every machine: letters first, then accents, then case.</summary>
internal static class Collation
{
    public static int Compare(Run run, string left, string right)
    {
        run.SpendOnText(4.0 * (left.Length + right.Length));
        if (string.Equals(left, right, StringComparison.Ordinal)) return 0;
        var (a, b) = (Normal(left, NormalizationForm.FormD), Normal(right, NormalizationForm.FormD));
        var order = string.CompareOrdinal(Letters(a), Letters(b));
        if (order == 0) order = string.CompareOrdinal(a.ToLowerInvariant(), b.ToLowerInvariant());
        // Small letters come before capitals, which is the reverse of their numbers.
        if (order == 0) order = -string.CompareOrdinal(a, b);
        return Math.Sign(order);
    }

    /// <summary>The normal form; a text with half a character in it has none and stays as it is.</summary>
    public static string Normal(string text, NormalizationForm form)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text, i)) return text;
            i++;
        }
        return text.Normalize(form);
    }

    private static string Letters(string decomposed)
    {
        var letters = new StringBuilder(decomposed.Length);
        foreach (var c in decomposed)
            if (char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) letters.Append(char.ToLowerInvariant(c));
        return letters.ToString();
    }
}
