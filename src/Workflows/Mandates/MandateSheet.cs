using System.Collections.Immutable;

namespace Procedures.Mandates;

/// <summary>A file of mandates that has been read: all of them, or what is wrong line by line.</summary>
public sealed record MandateSheet(ImmutableArray<Mandate> Mandates, ImmutableArray<LineProblem> Problems)
{
    /// <summary>True when every line can be taken; otherwise nothing of the file is.</summary>
    public bool IsWhole => Problems.IsEmpty;
}
