namespace Procedures.Deadlines;

/// <summary>A day from which a deadline was counted.</summary>
/// <param name="Anchor">The name, or how a day or part was written: <c>EO</c>, <c>open(part(2026,3))</c>.</param>
/// <param name="Day">The day it stood for at that time.</param>
public sealed record CountedFrom(string Anchor, DateOnly Day);
