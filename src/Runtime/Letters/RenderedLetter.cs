namespace Procedures.Letters;

/// <summary>A letter as its reader sees it.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The letter as plain text, lines ended with LF.</param>
/// <param name="Html">The same as a whole HTML page that needs nothing from elsewhere.</param>
public sealed record RenderedLetter(string Subject, string Text, string Html)
{
    /// <summary>What was wrong with the template's file, when the built-in words stand in for it.</summary>
    public LetterTemplateException? Broken { get; init; }
}
