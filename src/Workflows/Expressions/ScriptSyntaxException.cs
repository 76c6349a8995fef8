namespace Procedures.Expressions;

/// <summary>The text is not an expression that this interpreter reads. Lines and columns count from 1.</summary>
/// <param name="text">A sentence for the process owner.</param>
/// <param name="line">The line where reading stopped.</param>
/// <param name="column">The column, in UTF-16 units.</param>
/// <param name="isStatement">Whether the text is a statement (a declaration, a loop, an assignment), not an
/// expression.</param>
public sealed class ScriptSyntaxException(Bilingual text, int line, int column, bool isStatement)
    : Exception(text.English)
{
    /// <summary>What cannot be read, in both languages; names of the expression language stay as they are.</summary>
    public Bilingual Text { get; } = text;
    public int Line { get; } = line;
    public int Column { get; } = column;
    public bool IsStatement { get; } = isStatement;
}
