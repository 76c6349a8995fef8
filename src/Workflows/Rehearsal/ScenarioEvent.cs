using Procedures.Expressions;

namespace Procedures.Rehearsal;

/// <summary>One thing that happened in a past procedure, as a scenario writes it down.</summary>
public sealed record ScenarioEvent
{
    /// <summary>Europe/Paris. A step without a day is answered when the scenario's pace says so.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The step that was answered; the same step again is its next time.</summary>
    public string? Step { get; init; }
    public string? Outcome { get; init; }
    public Value.Map Form { get; init; } = Value.Map.Empty;
    public Value.Map? Votes { get; init; }

    /// <summary>Words of the reason for which the answer must be refused; null when it must be taken.</summary>
    public string? Refused { get; init; }

    /// <summary>Nobody answered the step.</summary>
    public bool IsSilent { get; init; }

    /// <summary>A date of reference that was fixed anew, and its value: 2012-10-01 or part(2012,4).</summary>
    public string? Anchor { get; init; }
    public string AnchorText { get; init; } = "";

    /// <summary>The name of an event that was published.</summary>
    public string? Publish { get; init; }

    /// <summary>Why the procedure was discontinued on that day.</summary>
    public string? Discontinue { get; init; }
    public string Reason { get; init; } = "";

    /// <summary>Facts that must hold in the evening of that day; null when nothing is looked at.</summary>
    public Value.Map? Expected { get; init; }
}
