namespace Procedures.Execution;

/// <summary>
/// An activity could not do its work. The procedure records an incident; its strategy decides what follows.
/// </summary>
public sealed class ActivityFault : Exception
{
    private static readonly Bilingual Unnamed =
        ("The activity could not do its work.", "L'activité n'a pu accomplir son travail.");

    public ActivityFault() : this(Unnamed) { }
    public ActivityFault(Bilingual text) : base(text.English) => Text = text;
    public ActivityFault(Bilingual text, Exception cause) : base(text.English, cause) => Text = text;
    public ActivityFault(string message) : this(Bilingual.Same(message)) { }
    public ActivityFault(string message, Exception cause) : this(Bilingual.Same(message), cause) { }
    public ActivityFault(string code, string category, string type, string message) : this(message) =>
        (Code, Category, Type) = (code, category, type);

    /// <summary>Why, for people.</summary>
    public Bilingual Text { get; }
    public string? Code { get; }
    public string? Category { get; }
    public string? Type { get; }
}
