namespace Procedures.Expressions.Syntax;

/// <summary>Where an offset into a source lies, in lines and columns from 1.</summary>
internal static class Position
{
    public static (int Line, int Column) Of(string source, int offset)
    {
        int line = 1, start = 0;
        for (var i = 0; i < offset && i < source.Length; i++)
        {
            if (!IsLineBreak(source[i]) || (source[i] == '\r' && i + 1 < source.Length && source[i + 1] == '\n'))
                continue;
            line++;
            start = i + 1;
        }
        return (line, offset - start + 1);
    }

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';
}
