namespace Procedures.Letters;

/// <summary>The three ways to end a line, made one.</summary>
internal static class LineEnds
{
    private static readonly string[] Kinds = ["\r\n", "\n", "\r"];

    public static string[] Split(string text) => text.Split(Kinds, StringSplitOptions.None);

    public static string ToCrLf(string text) => string.Join("\r\n", Split(text));
}
