namespace Procedures.Reliability.Planted;

/// <summary>A planted fault with what has noticed it.</summary>
/// <param name="Breaks">What a user would suffer.</param>
/// <param name="By">The first test that failed, or how else it was noticed; null when nothing did.</param>
internal sealed record CaughtFault(string Id, string Breaks, string? By);
