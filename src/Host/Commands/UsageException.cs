namespace Procedures.Commands;

/// <summary>
/// A command was called in a way that it does not understand; the text says what to write instead.
/// </summary>
public sealed class UsageException(Bilingual text, Exception? cause = null) : SpokenException(text, cause);
