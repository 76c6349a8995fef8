using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>A file of C#, with and without its comments and texts.</summary>
internal sealed partial class SourceFile(string path)
{
    public string Name { get; } = Path.GetRelativePath(Repository.Root, path);
    public string[] Lines { get; } = File.ReadAllLines(path);

    /// <summary>The lines that are no data: none inside a text of several lines, no row of cases.</summary>
    public IEnumerable<(int Number, string Text)> OwnLines()
    {
        const string quotes = "\"\"\"";
        var isInside = false;
        for (var i = 0; i < Lines.Length; i++)
        {
            var marks = Lines[i].Split(quotes).Length - 1;
            if (!isInside && marks == 0 && !Lines[i].Contains("InlineData", StringComparison.Ordinal))
                yield return (i + 1, Lines[i]);
            isInside ^= marks % 2 == 1;
        }
    }

    /// <summary>The code alone: comments and the contents of texts are blanked.</summary>
    public string Code => Comment().Replace(Literal().Replace(string.Join('\n', Lines), "\"\""), "");

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"\"\".*?\"\"\"|@?\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Literal();
}
