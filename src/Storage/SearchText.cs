using System.Globalization;
using System.Text;

namespace Procedures.Storage;

/// <summary>Texts without regard to case and accents.</summary>
internal static class SearchText
{
    /// <summary>What somebody looks for; null when there is nothing to look for.</summary>
    public static string? Sought(string? text) => string.IsNullOrWhiteSpace(text) ? null : Fold(text.Trim());

    /// <summary>What is searched, one text a line.</summary>
    public static string Fold(params ReadOnlySpan<string?> texts)
    {
        var folded = new StringBuilder();
        foreach (var text in texts)
        {
            if (string.IsNullOrEmpty(text)) continue;
            if (folded.Length > 0) folded.Append('\n');
            foreach (var c in text.Normalize(NormalizationForm.FormD))
                if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                    folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
