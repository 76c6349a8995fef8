namespace Procedures.Commands;

/// <summary>
/// A command was called in a way that it does not understand; the message says what to write instead.
/// </summary>
public sealed class UsageException : Exception
{
    public UsageException() : this("The command was not understood.") { }
    public UsageException(string message) : base(message) { }
    public UsageException(string message, Exception cause) : base(message, cause) { }
}
