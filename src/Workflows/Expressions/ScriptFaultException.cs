namespace Procedures.Expressions;

/// <summary>The expression could not be evaluated in this scope. Lines and columns count from 1.</summary>
/// <param name="text">A sentence for the process owner.</param>
/// <param name="line">The line of the part that failed.</param>
/// <param name="column">Its column, in UTF-16 units.</param>
public sealed class ScriptFaultException(Bilingual text, int line, int column) : Exception(text.English)
{
    /// <summary>What went wrong, in both languages; names of the expression language stay as they are.</summary>
    public Bilingual Text { get; } = text;
    public int Line { get; } = line;
    public int Column { get; } = column;
}
