namespace Procedures.Deadlines;

/// <summary>
/// A deadline rule or a sheet of dates of reference that cannot be read. The text says what to write instead.
/// </summary>
public sealed class RuleSyntaxException : FormatException
{
    internal RuleSyntaxException(Bilingual text, int column, int line = 1) : base(text.English)
    {
        Text = text;
        Column = column;
        Line = line;
    }

    /// <summary>What is wrong and what to write, for people.</summary>
    public Bilingual Text { get; }

    /// <summary>Where reading stopped, counted from 1 in characters of the line.</summary>
    public int Column { get; }

    /// <summary>The line, counted from 1; always 1 for a single rule.</summary>
    public int Line { get; }
}
