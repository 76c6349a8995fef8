using System.Text.Json.Serialization;

namespace Procedures.Execution;

/// <summary>An activity failed: where, when and why.</summary>
/// <param name="Message">For a script, line and column stand in it.</param>
/// <param name="At">UTC.</param>
public sealed record Incident(
    string ActivityId, string ActivityNodeId, string ActivityType, int Activation, string Message, string Kind,
    DateTimeOffset At)
{
    /// <summary>The message in French; null when the program that recorded it knew none.</summary>
    public string? MessageFr { get; init; }

    /// <summary>Why, in the reader's language as far as it is known.</summary>
    [JsonIgnore]
    public Bilingual Text => new(Message, MessageFr ?? Message);

    /// <summary>The UTC moment at which somebody let the activity begin again; null while it stands still.</summary>
    public DateTimeOffset? RetriedAt { get; init; }

    /// <summary>The UTC moment at which somebody cancelled the activity.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }

    public bool IsOpen => RetriedAt is null && GivenUpAt is null;
}
