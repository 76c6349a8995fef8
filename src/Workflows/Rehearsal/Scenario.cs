using System.Collections.Immutable;
using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>
/// A past procedure, written down: how it was opened, what happened on which day, and what must come out.
/// </summary>
/// <param name="Definition">A definition id, or the path of a file beside the scenario.</param>
public sealed record Scenario(string Id, string Title, string Definition)
{
    public Value.Map Inputs { get; init; } = Value.Map.Empty;

    /// <summary>The day of opening; null for shortly before the first deadline.</summary>
    public DateOnly? Start { get; init; }
    public DateOnly? Until { get; init; }

    /// <summary>When steps are answered that no event names.</summary>
    public Pace Pace { get; init; }

    /// <summary>Dates of reference fixed on the day of opening, by name.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Anchors { get; init; } = [];
    public ImmutableArray<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Facts that must hold at the end.</summary>
    public Value.Map Expected { get; init; } = Value.Map.Empty;
}
