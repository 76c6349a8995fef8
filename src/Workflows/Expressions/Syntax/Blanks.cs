using System.Globalization;

namespace Procedures.Expressions.Syntax;

/// <summary>JavaScript's white space, which differs from the framework's in U+FEFF and U+0085.</summary>
internal static class Blanks
{
    public static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\v' or '\f' or '\u00a0' or '\ufeff' || Position.IsLineBreak(c)
        || (c > 127 && char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator);

    public static string Trim(string text, bool start = true, bool end = true)
    {
        int from = 0, to = text.Length;
        while (start && from < to && IsBlank(text[from])) from++;
        while (end && to > from && IsBlank(text[to - 1])) to--;
        return text[from..to];
    }
}
