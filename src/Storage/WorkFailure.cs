namespace Procedures.Storage;

/// <summary>Why a piece of work could not be done.</summary>
/// <param name="Error">For an operator.</param>
/// <param name="At">UTC.</param>
/// <param name="RetryAt">UTC; null sets it aside until a person decides.</param>
public sealed record WorkFailure(string Error, DateTimeOffset At, DateTimeOffset? RetryAt);
