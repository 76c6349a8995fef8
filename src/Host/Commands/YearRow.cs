namespace Procedures.Commands;

/// <summary>One line of a rehearsed year, in one language.</summary>
/// <param name="Day">The day of the answer; while there is none, the last day; empty when there is neither.</param>
internal sealed record YearRow(
    DateOnly? Day, string Step, string Title, string Who, string Kind, string Deadline, string Reminders,
    string Letters, string Outcome);
