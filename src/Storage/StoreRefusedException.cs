namespace Procedures.Storage;

/// <summary>The store cannot be opened as things stand; the message says to an operator why and what to do.</summary>
public sealed class StoreRefusedException : Exception
{
    public StoreRefusedException() { }
    public StoreRefusedException(string message) : base(message) { }
    public StoreRefusedException(string message, Exception inner) : base(message, inner) { }
}
