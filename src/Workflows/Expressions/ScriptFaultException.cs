namespace Procedures.Expressions;

/// <summary>The expression could not be evaluated in this scope. Lines and columns count from 1.</summary>
/// <param name="message">A sentence for the process owner.</param>
/// <param name="line">The line of the part that failed.</param>
/// <param name="column">Its column, in UTF-16 units.</param>
public sealed class ScriptFaultException(string message, int line, int column) : Exception(message)
{
    public int Line { get; } = line;
    public int Column { get; } = column;
}
