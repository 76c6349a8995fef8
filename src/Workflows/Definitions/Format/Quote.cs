namespace Procedures.Definitions.Format;

/// <summary>Words of a file as messages repeat them: short, on one line, in each language's quotation marks.</summary>
internal static class Quote
{
    private const int Longest = 60;

    public static Bilingual Of(string text)
    {
        var shown = Shown(text);
        return ($"“{shown}”", $"« {shown} »");
    }

    public static string Shown(string text)
    {
        var cut = text.Length > Longest ? Cut(text) + "…" : text;
        return cut.Any(char.IsControl) ? string.Concat(cut.Select(c => char.IsControl(c) ? ' ' : c)) : cut;
    }

    // A cut between the two halves of a character would leave a text that cannot be written as UTF-8.
    private static string Cut(string text) =>
        text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)];
}
