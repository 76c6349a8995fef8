namespace Procedures.Reliability.Races;

/// <summary>One contest that exactly one must win.</summary>
/// <param name="RunAsync">
/// Lets both hosts run for it in the round of that number; gives who has won, and what is wrong with that.
/// </param>
internal sealed record Race(string Name, Func<RaceGround, Random, int, Task<(string Winner, string? Wrong)>> RunAsync);
