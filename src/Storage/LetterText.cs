namespace Procedures.Storage;

/// <summary>The words of one kind of letter in one language, as somebody has saved them.</summary>
/// <param name="File">The template's name: task.fr.md.</param>
/// <param name="Number">1 for the first text of that template; rising by one with each.</param>
/// <param name="Content">The template; null when the delivered words were taken back.</param>
/// <param name="Person">Who saved it; empty when nobody gave a name.</param>
/// <param name="SavedAt">UTC.</param>
public sealed record LetterText(string File, int Number, string? Content, string Person, DateTimeOffset SavedAt);
