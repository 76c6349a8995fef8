using System.Collections.Immutable;

namespace Procedures.Commands;

/// <summary>One line of a rehearsed year, in one language.</summary>
/// <param name="Day">The day of the answer; while there is none, the last day; empty when there is neither.</param>
internal sealed record YearRow(
    DateOnly? Day, string Step, string Title, string Who, string Kind, string Deadline, string Reminders,
    string Letters, string Outcome)
{
    /// <summary>The code of the body; of one that exists once per state, with the state: GOV(EE).</summary>
    public string Body { get; init; } = "";

    /// <summary>
    /// The names of the bodies when the row stands for several that are told the same on the same day.
    /// </summary>
    public ImmutableArray<string> Everybody { get; init; } = [];
}
