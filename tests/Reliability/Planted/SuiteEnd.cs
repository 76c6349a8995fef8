namespace Procedures.Reliability.Planted;

/// <summary>How a suite of tests has ended.</summary>
/// <param name="Failed">The first test that failed; null when none did.</param>
/// <param name="IsOverdue">Whether it had to be ended from outside.</param>
internal sealed record SuiteEnd(string? Failed, bool IsOverdue, bool IsWell, TimeSpan Took);
