namespace Procedures.Commands;

/// <summary>
/// A command was called in a way that it does not understand; the text says what to write instead.
/// </summary>
public sealed class UsageException : Exception
{
    private static readonly Bilingual Unclear =
        ("The command was not understood.", "La commande n'a pas été comprise.");

    public UsageException() : this(Unclear) { }
    public UsageException(Bilingual text) : base(text.English) => Text = text;
    public UsageException(Bilingual text, Exception cause) : base(text.English, cause) => Text = text;
    public UsageException(string message) : this(Bilingual.Same(message)) { }
    public UsageException(string message, Exception cause) : this(Bilingual.Same(message), cause) { }

    /// <summary>What is wrong, for the person at the terminal.</summary>
    public Bilingual Text { get; }
}
