using System.Text.Json.Serialization;

namespace Procedures.Execution;

/// <summary>A step that was left because its last day had passed, and what the procedure was before.</summary>
/// <param name="Wait">The wait that was closed.</param>
/// <param name="LastDay">Until then the step could be done in time, Europe/Paris.</param>
/// <param name="At">When the procedure left the step, UTC.</param>
public sealed record PassedDeadline(int Wait, DateOnly LastDay, DateTimeOffset At)
{
    /// <summary>The step's title; of a confidential step the neutral one.</summary>
    public Bilingual Title { get; init; } = Bilingual.Empty;

    /// <summary>Whether an act had ended the time for it before the last day was over.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>What can be restored; null once something has happened that cannot be taken back.</summary>
    public EarlierState? Before { get; init; }

    /// <summary>Why it cannot be taken back any more.</summary>
    public Bilingual Barrier { get; init; } = Bilingual.Empty;

    /// <summary>The step as it was asked; null when it cannot be taken back.</summary>
    [JsonIgnore]
    public Wait? Asked => Before?.Waits.FirstOrDefault(w => w.Id == Wait);
}
