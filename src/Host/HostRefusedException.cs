namespace Procedures;

/// <summary>The host cannot start as things stand; the message says to an operator why and what to do.</summary>
public sealed class HostRefusedException : Exception
{
    public HostRefusedException() { }
    public HostRefusedException(string message) : base(message) { }
    public HostRefusedException(string message, Exception inner) : base(message, inner) { }
}
