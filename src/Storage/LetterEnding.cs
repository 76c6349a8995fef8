namespace Procedures.Storage;

/// <summary>How an attempt to send a letter ended.</summary>
/// <param name="State">Pending means: once more at <see cref="NextAttemptAt"/>.</param>
/// <param name="At">UTC.</param>
public sealed record LetterEnding(LetterState State, DateTimeOffset At)
{
    public DateTimeOffset? NextAttemptAt { get; init; }
    public Bilingual Error { get; init; } = Bilingual.Empty;
    public string? Reply { get; init; }

    /// <summary>The person who decided, when it was not the mail server.</summary>
    public string? ResolvedBy { get; init; }
}
