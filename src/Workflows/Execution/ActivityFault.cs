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

    /// <summary>A failure that a definition has drawn, in the one wording that it gives.</summary>
    public ActivityFault(string code, string category, string type, string message) : this(Bilingual.Same(message)) =>
        (Code, Category, Type) = (code, category, type);

    /// <summary>Why, for people.</summary>
    public Bilingual Text { get; }
    public string? Code { get; }
    public string? Category { get; }
    public string? Type { get; }
}
