using System.Collections.Immutable;

namespace Procedures.Mandates;

/// <summary>A file of mandates that has been read: all of them, or what is wrong line by line.</summary>
public sealed record MandateSheet(ImmutableArray<Mandate> Mandates, ImmutableArray<LineProblem> Problems)
{
    /// <summary>The columns that the file has; about others it says nothing.</summary>
    public ImmutableArray<string> Columns { get; init; } = MandateCsv.Headings;

    /// <summary>The line on which each mandate stands.</summary>
    public ImmutableArray<int> Lines { get; init; } = [];

    /// <summary>The keys of those whose line does not say when the term ends.</summary>
    public ImmutableHashSet<string> Endless { get; init; } = [];

    /// <summary>Examples of the register that fall away because the file says who really holds the seat.</summary>
    public ImmutableArray<Mandate> Replaced { get; init; } = [];

    /// <summary>True when every line can be taken; otherwise nothing of the file is.</summary>
    public bool IsWhole => Problems.IsEmpty;
}
