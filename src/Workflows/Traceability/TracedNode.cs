namespace Procedures.Traceability;

/// <summary>An activity of a definition.</summary>
/// <param name="Definition">The definition's id.</param>
/// <param name="Activity">The activity's id within it.</param>
public sealed record TracedNode(string Definition, string Activity);
