using System.Collections.Immutable;

namespace Procedures.Storage;

/// <summary>Which letters a list shows, the newest first. What is empty or null filters nothing.</summary>
public sealed record LetterFilter
{
    public static readonly LetterFilter All = new();
    public string? ProcedureId { get; init; }
    public ImmutableArray<LetterState> States { get; init; } = [];
    public string? Body { get; init; }
}
