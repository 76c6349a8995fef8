namespace Procedures.Execution;

/// <summary>An activity could not do its work. The procedure records an incident; its strategy decides what follows.</summary>
public sealed class ActivityFault : Exception
{
    public ActivityFault(string message) : base(message) { }
    public ActivityFault(string message, Exception cause) : base(message, cause) { }
    public ActivityFault(string code, string category, string type, string message) : base(message) =>
        (Code, Category, Type) = (code, category, type);
    public ActivityFault() : this("The activity could not do its work.") { }

    public string? Code { get; }
    public string? Category { get; }
    public string? Type { get; }
}
