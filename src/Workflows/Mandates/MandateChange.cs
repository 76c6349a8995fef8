namespace Procedures.Mandates;

/// <summary>One change of the register, with who made it and why; kept for ever.</summary>
/// <param name="Before">What stood there; null when the mandate is new.</param>
/// <param name="After">What stands there now; null when the mandate was taken out.</param>
/// <param name="Reason">In English, empty when it is given in French only.</param>
/// <param name="At">UTC.</param>
public sealed record MandateChange(Mandate? Before, Mandate? After, string Actor, string Reason, DateTimeOffset At)
{
    /// <summary>The reason in French; empty when it is given in English only.</summary>
    public string ReasonFr { get; init; } = "";

    /// <summary>The revision that was looked at; null when it does not matter.</summary>
    public int? Revision { get; init; }

    /// <summary>The mandate that is changed, as it is known before the change.</summary>
    public Mandate Known => Before ?? After ?? throw new InvalidOperationException("A change changes a mandate.");
}
