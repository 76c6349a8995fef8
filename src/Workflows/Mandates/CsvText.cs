using System.Collections.Immutable;
using System.Text;

namespace Procedures.Mandates;

/// <summary>Comma-separated text (RFC 4180): quoted fields may hold commas, quotes and line ends.</summary>
internal static class CsvText
{
    /// <summary>The records with the line on which each begins. Empty lines are left out.</summary>
    /// <param name="separator">A comma, or the semicolon that spreadsheets of some languages write.</param>
    public static IEnumerable<(int Line, ImmutableArray<string> Fields)> Records(string text, char separator)
    {
        var (line, at) = (1, 0);
        while (at < text.Length)
        {
            var start = line;
            var fields = ImmutableArray.CreateBuilder<string>();
            do fields.Add(Field(text, ref at, ref line, separator));
            while (at < text.Length && text[at++] == separator);
            if (fields is not [""]) yield return (start, fields.ToImmutable());
        }
    }

    // Leaves the place on the separator, on the line feed, or at the end.
    private static string Field(string text, ref int at, ref int line, char separator)
    {
        var field = new StringBuilder();
        var quoted = at < text.Length && text[at] == '"';
        if (quoted) at++;
        while (at < text.Length)
        {
            var c = text[at];
            if (quoted && c == '"')
            {
                if (at + 1 < text.Length && text[at + 1] == '"') at++;
                else
                {
                    quoted = false;
                    at++;
                    continue;
                }
            }
            else if (!quoted && (c == separator || c == '\n')) break;
            if (c == '\n') line++;
            field.Append(c);
            at++;
        }
        if (at < text.Length && text[at] == '\n') line++;
        return field.ToString().Trim();
    }

    public static string Write(IEnumerable<string> fields) => string.Join(',', fields.Select(Quoted));

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",;\"\r\n") < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
