using System.Text.RegularExpressions;

namespace Procedures.Tidy;

/// <summary>A file of C#, with and without its comments and texts.</summary>
internal sealed partial class SourceFile(string path)
{
    public string Name { get; } = Path.GetRelativePath(Repository.Root, path);
    public string[] Lines { get; } = File.ReadAllLines(path);

    /// <summary>The code alone: comments and the contents of texts are blanked.</summary>
    public string Code => Comment().Replace(Literal().Replace(string.Join('\n', Lines), "\"\""), "");

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"\"\".*?\"\"\"|@?\"(?:[^\"\\\\\n]|\\\\.)*\"", RegexOptions.Singleline)]
    private static partial Regex Literal();
}
