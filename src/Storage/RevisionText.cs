namespace Procedures.Storage;

/// <summary>A revision with its text.</summary>
/// <param name="Document">The definition as JSON, exactly as it was saved or sent.</param>
public sealed record RevisionText(Revision Revision, string Document);
